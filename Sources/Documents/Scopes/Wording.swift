internal import Administration
internal import Reporting

/// Small changes to words that a report holds.
enum Wording {
  /// What follows each line of a list: a semicolon, and a full stop after the last.
  static func listed(_ lines: [String]) -> [ListedLine] {
    lines.enumerated().map { index, line in
      ListedLine(text: line, end: index == lines.count - 1 ? "." : ";")
    }
  }

  /// "Ủy ban nhân dân xã Long Đức" where the letterhead is that of a people's committee; the
  /// unit's own name else.
  static func agency(of report: UnitReport) -> String {
    let name = UnitNames.inSentence(report.unit)
    let committee = "Ủy ban nhân dân \(name)"
    return report.letterhead.agency == committee.uppercased() ? committee : report.unit.name
  }

  /// "ngày 05 tháng 7 năm 2023" of "Trà Vinh, ngày 05 tháng 7 năm 2023".
  static func date(of report: UnitReport) -> String {
    let place = "\(report.letterhead.place), "
    let text = report.placeAndDate
    return text.hasPrefix(place) ? String(text.dropFirst(place.count)) : text
  }
}

/// A line of a list with what ends it.
struct ListedLine: TemplateScope {
  let text: String
  let end: String

  static let names = NameTable<Self>(.text("text", \.text), .text("end", \.end))
}
