package import Administration
internal import DelimitedText
internal import FoundationEssentials

/// A row that is not counted, and why.
package struct RejectedRow: Hashable, Sendable {
  /// First physical line, from 1.
  package var line: Int
  package var fault: RowFault
  /// The field that is wrong; empty where the whole row is.
  package var field: String
  /// What stands in the field; empty where the field is personal or has none.
  package var text: String
  /// The row's code; empty where it has none that can be told, or codes are personal.
  package var code: String
  /// Place of the row's unit in `UnitCatalogue/entries`; `nil` where none can be told.
  package var unit: Int?
  /// The day that the row begins with; `nil` where it has none that can be read.
  package var day: CalendarDay?
}

/// What is wrong with one row of a chunk, as places in the text of its file.
struct RejectedEntry: Sendable {
  /// A trimmed cell, from the beginning of the chunk.
  struct Cell: Sendable {
    var start: UInt32 = 0
    private var packed: UInt32 = 0

    private static let doubled: UInt32 = 1 << 31

    init(_ range: Range<Int>, from base: Int, hasDoubledQuotes: Bool) {
      guard !range.isEmpty else { return }
      start = UInt32(truncatingIfNeeded: range.lowerBound - base)
      packed = UInt32(truncatingIfNeeded: range.count) | (hasDoubledQuotes ? Self.doubled : 0)
    }

    var length: UInt32 { packed & ~Self.doubled }

    /// Whether doubled quotes stand in it, each of which is one.
    var hasDoubledQuotes: Bool { packed & Self.doubled != 0 }
  }

  /// First physical line, from 1 at the beginning of the chunk.
  var line: UInt32
  var fault: RowFault
  /// Place of the field among those of the kind plus 1; 0 for none.
  var field: UInt8
  /// ``noUnit`` where none is known.
  var unit: UInt16
  /// The day that the row begins with; ``noDay`` where none is known.
  var day: Int32
  var text: Cell
  var code: Cell

  static let noUnit = UInt16.max
  static let noDay = Int32.min
}

/// The rejected rows of a file, as places in its text, which is read again only for those that
/// are asked for: a file whose every row is bad takes no more memory than one whose rows are good.
package struct RejectedRows: RandomAccessCollection, Sendable {
  /// The rows of a chunk.
  private struct Part: Sendable {
    /// Offset of the chunk in the text, and physical lines before it.
    var base: Int
    var linesBefore: Int
    var entries: [RejectedEntry]
  }

  private let fields: [String]
  private let text: TextFile?
  private var parts: [Part] = []
  /// The number of the first row of every part.
  private var starts: [Int] = []
  package private(set) var endIndex = 0

  init(kind: SourceKind, text: TextFile?) {
    fields = kind.fields.map(\.name)
    self.text = text
  }

  package var startIndex: Int { 0 }

  /// Adds the rows of the next chunk of the file.
  mutating func append(_ entries: [RejectedEntry], of chunk: Chunk, linesBefore: Int) {
    guard !entries.isEmpty else { return }
    starts.append(endIndex)
    parts.append(Part(base: chunk.start, linesBefore: linesBefore, entries: entries))
    endIndex += entries.count
  }

  package subscript(index: Int) -> RejectedRow {
    let number = starts.lastPlace(notAbove: index)
    let part = parts[number]
    let entry = part.entries[index - starts[number]]
    return RejectedRow(
      line: part.linesBefore + Int(entry.line), fault: entry.fault,
      field: entry.field == 0 ? "" : fields[Int(entry.field) - 1],
      text: spelled(entry.text, part), code: spelled(entry.code, part),
      unit: entry.unit == RejectedEntry.noUnit ? nil : Int(entry.unit),
      day: entry.day == RejectedEntry.noDay ? nil : CalendarDay(number: entry.day))
  }

  private func spelled(_ cell: RejectedEntry.Cell, _ part: Part) -> String {
    guard let text, cell.length > 0 else { return "" }
    let start = part.base + Int(cell.start)
    let spelled = CellBytes.text(start..<(start + Int(cell.length)), of: text.data.span)
    return cell.hasDoubledQuotes ? spelled.replacing("\"\"", with: "\"") : spelled
  }

  /// The rows that belong to each unit, by the row's place; `nil` is no unit.
  package func placesByUnit() -> [Int?: [Int]] {
    var places: [Int?: [Int]] = [:]
    for (start, part) in zip(starts, parts) {
      for (offset, entry) in part.entries.enumerated() {
        let unit = entry.unit == RejectedEntry.noUnit ? nil : Int(entry.unit)
        places[unit, default: []].append(start + offset)
      }
    }
    return places
  }
}
