internal import Runs

/// Nothing of a unit stands in the files of another that is neither above nor below it.
///
/// Names are those of the units of the run (``ReportedUnit``), searched for everywhere. A name that
/// several units bear is a leak only where it can mean none that is allowed: "Phường 1" of one town
/// in the files of "Phường 1" of another is not. The same holds of forerunners: a commune that took
/// in "Phường Trà Vinh" of old may name it although another unit is called so today.
///
/// Agencies that Templates themselves name as receivers or leaders are no secret: their names may
/// stand in any file, but neither their codes nor links to their files.
///
/// A code of digits could be any number of a table, so codes are searched for only where no figure
/// can stand: in links to files, in headings, and in texts of workbooks that are nothing but the
/// code (figures are numbers there). Codes of less than three characters, and codes within
/// sentences or lists, are not searched for.
struct LeakRule: Sendable {
  private static let shortestCode = 3

  let families: UnitFamilies
  private let names: UnitNameSearch

  init(_ units: [ReportedUnit]) {
    families = UnitFamilies(units)
    names = UnitNameSearch(units)
  }

  /// In a workbook of a unit, by its number.
  func findings(in book: AuditedBook, of owner: Int) -> [Finding] {
    book.sheets.flatMap { sheet in
      leaks(inNames: [sheet.name], of: owner).map { Finding(.leak, sheet, $0) }
        + sheet.cells.flatMap { cell -> [Finding] in
          guard case .text(let text) = cell.value else { return [] }
          return (leaks(inNames: [text], of: owner) + leak(code: text, of: owner))
            .map { Finding(.leak, sheet, cell.place, $0) }
        }
    } + leaks(inNames: book.properties.texts, of: owner).map { Finding(.leak, $0) }
  }

  /// In a page, a Markdown file or a list of a unit, by its number.
  func findings(in text: AuditedText, of owner: Int) -> [Finding] {
    var leaks = leaks(inNames: [text.readableText], of: owner)
    for heading in text.headings {
      for word in heading.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
        leaks += leak(code: word, of: owner)
      }
    }
    for link in text.links {
      guard let other = families.owner(ofFile: Self.file(link.target)) else { continue }
      if !families.allows(other.number, inFilesOf: owner) {
        leaks.append("có đường dẫn đến tệp của \(title(other.number))")
      }
    }
    var seen: Set<String> = []
    return leaks.filter { seen.insert($0).inserted }.map { Finding(.leak, $0) }
  }

  private func leaks(inNames texts: [String], of owner: Int) -> [String] {
    texts.flatMap { names.bearers(in: $0) }.compactMap { bearers in
      guard !bearers.contains(where: { families.allowsName($0, inFilesOf: owner) }),
        let first = bearers.first
      else { return nil }
      let others = bearers.count > 1 ? " hoặc đơn vị khác cùng tên" : ""
      return "có tên của \(title(first))\(others), không thuộc đơn vị của tệp"
    }
  }

  private func leak(code: some StringProtocol, of owner: Int) -> [String] {
    guard code.utf8.count >= Self.shortestCode, let other = families.number(ofCode: code),
      !families.allows(other, inFilesOf: owner)
    else { return [] }
    return ["có mã của \(title(other)), không thuộc đơn vị của tệp"]
  }

  private func title(_ number: Int) -> String {
    let unit = families.units[number]
    return "«\(unit.name)» (\(unit.code))"
  }

  /// A link from a unit's folder as a path from the folder of the run.
  private static func file(_ link: some StringProtocol) -> String {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    return path.hasPrefix("../") ? String(path.dropFirst(3)) : "./" + path
  }
}

extension AuditedProperties {
  fileprivate var texts: [String] { [title, subject, author, company] }
}
