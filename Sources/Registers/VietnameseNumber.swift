/// A number as Vietnamese papers write it: a comma before the decimals, points between thousands.
package struct VietnameseNumber: Hashable, Sendable {
  /// Ten-thousandths: `81,93` is 819300.
  package var tenThousandths: Int
  /// Whether a percent sign stood behind it.
  package var isPercent: Bool

  package init(tenThousandths: Int, isPercent: Bool = false) {
    self.tenThousandths = tenThousandths
    self.isPercent = isPercent
  }

  /// The number of a text such as `1.600`, `81,93`, `-0,01` or `99%`; `nil` where it is not one,
  /// or has more decimals than `decimals`, which is at most 4.
  ///
  /// `81.93` is none: with a point it could be meant as thousands.
  package init?(_ text: String, decimals: Int) {
    var rest = text[...]
    isPercent = rest.hasSuffix("%")
    if isPercent {
      rest = rest.dropLast()
      while rest.last == " " { rest = rest.dropLast() }
    }
    let isNegative = rest.hasPrefix("-") || rest.hasPrefix("−")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Self.whole(parts[0]) else { return nil }
    var number = whole * 10_000
    if parts.count == 2 {
      // Zeros at the end say nothing.
      let digits = parts[1].reversed().drop { $0 == "0" }.reversed()
      guard !parts[1].isEmpty, parts[1].count <= 9, digits.count <= decimals,
        parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
        let value = Int(String(digits) + String(repeating: "0", count: 4 - digits.count))
      else { return nil }
      number += value
    }
    tenThousandths = isNegative ? -number : number
  }

  private static func whole(_ text: Substring) -> Int? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let first = groups.first, !first.isEmpty, text.count <= 16
    else { return nil }
    let rest = groups.dropFirst()
    guard
      rest.isEmpty
        || (first.count <= 3 && first.first != "0" && rest.allSatisfy { $0.count == 3 })
    else { return nil }
    return Int(groups.joined())
  }

  /// The whole number; `nil` where it has decimals.
  package var whole: Int? {
    tenThousandths % 10_000 == 0 ? tenThousandths / 10_000 : nil
  }

  /// Hundredths; `nil` where it has more than two decimals.
  package var hundredths: Int? {
    tenThousandths % 100 == 0 ? tenThousandths / 100 : nil
  }
}
