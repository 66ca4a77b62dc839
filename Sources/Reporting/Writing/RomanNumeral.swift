/// The numbers of parts, groups and annexes: `I`, `II`, `III`.
package enum RomanNumeral {
  /// Of a number from 1 to 39; other numbers stay in digits.
  package static func text(_ number: Int) -> String {
    guard (1...39).contains(number) else { return String(number) }
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: number / 10) + ones[number % 10]
  }
}
