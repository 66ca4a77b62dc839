internal import DelimitedText
internal import Foundation
internal import Intake

/// One row of a hand-kept table.
struct RegisterRow {
  let file: String
  /// First physical line, from 1.
  let line: Int
  private let cells: [String: String]
  private let profile: RegisterProfile

  init(file: String, line: Int, cells: [String: String], profile: RegisterProfile) {
    self.file = file
    self.line = line
    self.cells = cells
    self.profile = profile
  }

  /// The text of a field, trimmed; empty where the table has no such column.
  subscript(field: String) -> String { cells[field] ?? "" }

  /// What messages call a field.
  func title(_ field: String) -> String { profile.title(of: field) }

  /// The fault of one of its fields.
  func fault(_ field: String, _ problem: RegisterProblem) -> RegisterFault {
    RegisterFault(file: file, line: line, column: profile.title(of: field), problem: problem)
  }

  /// The words of a field of choices; none where it is empty or holds a text that means none.
  func words(_ field: String) -> [String] {
    profile.words.words(of: field, in: self[field]) ?? []
  }

  /// The fields of choices that hold a text which means none of their words.
  var unknownFields: [String] {
    profile.kind.choices.keys.sorted().filter { field in
      profile.words.words(of: field, in: self[field]) == nil
    }
  }

  /// The text of a field that must not be empty.
  func required(_ field: String) throws(RegisterFault) -> String {
    let text = self[field]
    guard !text.isEmpty else { throw fault(field, .missing) }
    return text
  }

  /// The number of a field; `nil` where it is empty.
  func number(_ field: String, decimals: Int) throws(RegisterFault) -> VietnameseNumber? {
    let text = self[field]
    guard !text.isEmpty else { return nil }
    guard let number = VietnameseNumber(text, decimals: decimals), number.tenThousandths >= 0
    else { throw fault(field, .notANumber(text, decimals: decimals)) }
    return number
  }

  /// The whole number of a field; `nil` where it is empty.
  func whole(_ field: String) throws(RegisterFault) -> Int? {
    guard let number = try number(field, decimals: 4) else { return nil }
    guard let whole = number.whole, !number.isPercent else {
      throw fault(field, .notWhole(self[field]))
    }
    return whole
  }
}

/// A hand-kept table, read whole.
struct RegisterTable {
  private(set) var ledger: RegisterLedger
  private(set) var rows: [RegisterRow] = []
  private(set) var faults: [RegisterFault] = []

  /// Tables carry title lines above the header, but not more than so many.
  private static let lastHeaderLine = 50

  /// One line of the file as texts.
  private struct Line {
    var row: Row
    var cells: [String]
    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  init(_ file: Source.File, profile: RegisterProfile) throws(RegisterFault) {
    let text: TextFile
    do {
      text = try TextFile(path: file.path, encoding: profile.encoding)
    } catch {
      throw RegisterFault(file: file.name, problem: .file(error))
    }
    var best: (lines: [Line], header: Int, columns: [String: Int], delimiter: UInt8)?
    for delimiter in profile.delimiters {
      let lines = Self.lines(of: text, delimiter: delimiter)
      for (number, line) in lines.enumerated() where line.row.line <= Self.lastHeaderLine {
        guard let columns = profile.columns(of: line.cells),
          columns.count > best?.columns.count ?? 0
        else { continue }
        best = (lines, number, columns, delimiter)
      }
    }
    guard let best else {
      let titles = profile.kind.requiredFields.map { profile.title(of: $0) }
      throw RegisterFault(file: file.name, problem: .noHeader(titles))
    }
    ledger = RegisterLedger(
      kind: profile.kind, file: file.name, encoding: text.encoding.rawValue,
      delimiter: best.delimiter == 0x09 ? "tab" : String(UnicodeScalar(best.delimiter)))
    let width = (best.lines[best.header].cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    for (number, line) in best.lines.enumerated() {
      ledger.lines += line.row.lineCount
      if line.isBlank {
        ledger.blankLines += line.row.lineCount
      } else if number < best.header {
        ledger.titleLines += line.row.lineCount
      } else if number == best.header {
        ledger.headerLines += line.row.lineCount
      } else if Self.isFooter(line.cells, columns: best.columns, kind: profile.kind) {
        ledger.footerLines += line.row.lineCount
      } else {
        ledger.dataLines += line.row.lineCount
        ledger.rows += 1
        take(line, file: file.name, width: width, columns: best.columns, profile: profile)
      }
    }
  }

  private mutating func take(
    _ line: Line, file: String, width: Int, columns: [String: Int], profile: RegisterProfile
  ) {
    let problem: RegisterProblem? =
      if line.row.hasBrokenQuote {
        .brokenQuote
      } else if line.cells.contains(where: { $0.contains("\u{FFFD}") }) {
        .badEncoding
      } else if line.cells.dropFirst(width).contains(where: { !$0.isEmpty }) {
        .tooManyCells
      } else {
        nil
      }
    if let problem {
      faults.append(RegisterFault(file: file, line: line.row.line, problem: problem))
      return
    }
    let cells = columns.mapValues { $0 < line.cells.count ? line.cells[$0] : "" }
    rows.append(
      RegisterRow(file: file, line: line.row.line, cells: cells, profile: profile))
  }

  /// Totals and signatures below the table: their words stand in the first cell, and the fields
  /// that every row must have are not all filled.
  private static func isFooter(
    _ cells: [String], columns: [String: Int], kind: RegisterKind
  ) -> Bool {
    guard let first = cells.first(where: { !$0.isEmpty }), FooterWords.begin(first) else {
      return false
    }
    return !kind.requiredFields.allSatisfy { field in
      columns[field].map { $0 < cells.count && !cells[$0].isEmpty } ?? false
    } || kind == .staff || isFooterCode(cells, column: columns["procedure"])
  }

  /// No code of a procedure begins with such words.
  private static func isFooterCode(_ cells: [String], column: Int?) -> Bool {
    column.map { $0 < cells.count && FooterWords.begin(cells[$0]) } ?? false
  }

  private static func lines(of text: TextFile, delimiter: UInt8) -> [Line] {
    let bytes = text.data.span
    var reader = RowReader(delimiter: delimiter, startingAt: text.textStart)
    var batch = RowBatch()
    var lines: [Line] = []
    repeat {
      reader.read(1024, from: bytes, into: &batch)
      for row in batch.rows {
        let cells = (0..<row.cellCount).compactMap { column in
          batch.cell(column, of: row).map {
            batch.text(of: $0, in: bytes).trimmingCharacters(in: .whitespacesAndNewlines)
              .precomposedStringWithCanonicalMapping
          }
        }
        lines.append(Line(row: row, cells: cells))
      }
    } while !batch.rows.isEmpty
    return lines
  }

  /// Counts a row that says again what an earlier one said.
  mutating func countDuplicate() { ledger.duplicates += 1 }
}
