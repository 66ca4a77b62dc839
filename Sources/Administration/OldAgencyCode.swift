/// Identifier codes as they were written before QĐ 20/2020/QĐ-TTg: the lowest level first, with so
/// few digits that two agencies may share one (domain/exports.md, 2).
enum OldAgencyCode {
  /// How a code such as `H59.951.09` was written before: `009.00.51.H59` or `000.09.51.H59`; none
  /// for what is no code of that kind.
  static func forms(of code: String) -> [String] {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    guard let top = parts.first, isTop(top), parts.count <= 4,
      parts.dropFirst().allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
    else { return [] }
    let second = parts.count > 1 ? last(2, of: parts[1]) : "00"
    let places: [(third: String, division: String)] =
      switch parts.count {
      case 3: [(last(3, of: parts[2]), "00"), ("000", last(2, of: parts[2]))]
      case 4: [(last(3, of: parts[3]), last(2, of: parts[2]))]
      default: [("000", "00")]
      }
    return places.map { "\($0.third).\($0.division).\(second).\(top)" }
  }

  /// Whether a text is the code of a ministry or a province: `H59`.
  private static func isTop(_ text: Substring) -> Bool {
    guard let letter = text.first, text.count == 3 else { return false }
    return ("A"..."Z").contains(letter) && text.dropFirst().allSatisfy(isDigit)
  }

  private static func isDigit(_ sign: Character) -> Bool { ("0"..."9").contains(sign) }

  /// The last digits of a number, with zeros before it where it has fewer.
  private static func last(_ count: Int, of digits: Substring) -> String {
    String(repeating: "0", count: max(0, count - digits.count)) + digits.suffix(count)
  }
}
