internal import Administration
internal import DataFiles
internal import DelimitedText
internal import Foundation
internal import Runs

/// Who may get what: the people of the units, by their roles; the CSV of `contacts:`.
struct Contacts: Sendable {
  /// One row.
  struct Contact: Sendable {
    /// Number of the unit in the run.
    var unit: Int
    /// Folded.
    var role: String
    var mailbox: Mailbox
  }

  let rows: [Contact]
  /// The numbers of the units that each address is tied to.
  let units: [MailAddress: Set<Int>]

  /// The headers that mean a column, folded.
  private static let headers: [(column: String, words: [String])] = [
    ("unit", ["unit", "ma don vi", "don vi"]),
    ("role", ["role", "vai tro", "chuc vu"]),
    ("name", ["name", "ho ten", "ho va ten"]),
    ("address", ["address", "dia chi", "email", "thu dien tu", "dia chi thu dien tu"]),
  ]

  /// Reads a file that messages call `name`.
  ///
  /// - Throws: ``MailFaults`` with every fault and its line.
  init(
    path: String, name: String, units families: UnitFamilies, domains: [String]
  ) throws(MailFaults) {
    let table: SmallTable
    do {
      table = try SmallTable(path: path)
    } catch {
      throw MailFaults([MailFault(file: name, problem: .data(.missingFile))])
    }
    let columns = try Self.columns(table.header, name)
    var rows: [Contact] = []
    var faults: [MailFault] = []
    for line in table.lines {
      let cell = { (column: String) in columns[column].map { line.cells[$0] } ?? "" }
      do throws(MailProblem) {
        rows.append(
          try Self.contact(
            unit: cell("unit"), role: cell("role"), name: cell("name"),
            address: cell("address"), families, domains))
      } catch {
        faults.append(MailFault(file: name, line: line.line, problem: error))
      }
    }
    guard faults.isEmpty else { throw MailFaults(faults) }
    self.rows = rows
    units = rows.reduce(into: [:]) { $0[$1.mailbox.address, default: []].insert($1.unit) }
  }

  private static func columns(
    _ header: [String], _ file: String
  ) throws(MailFaults) -> [String: Int] {
    var columns: [String: Int] = [:]
    for (number, title) in header.enumerated() {
      let folded = FoldedText.of(title)
      guard let known = headers.first(where: { $0.words.contains(folded) }) else { continue }
      columns[known.column] = number
    }
    let missing = ["unit", "address"].filter { columns[$0] == nil }
    guard missing.isEmpty else {
      throw MailFaults(
        missing.map { MailFault(file: file, line: 1, problem: .data(.missingKey($0))) })
    }
    return columns
  }

  private static func contact(
    unit: String, role: String, name: String, address: String, _ families: UnitFamilies,
    _ domains: [String]
  ) throws(MailProblem) -> Contact {
    guard let number = families.number(ofCode: unit) else {
      throw .unknownUnit(unit, nearest: NearestName.of(unit, among: families.units.map(\.code)))
    }
    guard let known = MailAddress(address) else { throw .notAnAddress(HeaderText.of(address)) }
    guard known.belongs(to: domains) else { throw .foreignDomain(known.text, allowed: domains) }
    return Contact(
      unit: number, role: FoldedText.of(role), mailbox: Mailbox(name: name, address: known))
  }

  /// Those in a role of a unit.
  func mailboxes(in role: String, of unit: Int) -> [Mailbox] {
    rows.filter { $0.unit == unit && $0.role == role }.map(\.mailbox)
  }
}
