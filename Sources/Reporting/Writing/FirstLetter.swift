/// The first letter of a text that begins a line or a cell.
package enum FirstLetter {
  /// "Hồ sơ một cửa" of "hồ sơ một cửa".
  package static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// "tỷ lệ hồ sơ" of "Tỷ lệ hồ sơ", within a sentence; an abbreviation stays: "PAPI 8.1".
  package static func small(_ text: String) -> String {
    let second = text.dropFirst().first
    return second?.isUppercase ?? false ? text : text.prefix(1).lowercased() + text.dropFirst()
  }
}
