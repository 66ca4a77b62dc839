internal import DelimitedText

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
  /// Place of the row's unit in `UnitCatalogue/codes`; `nil` where none can be told.
  package var unit: Int?
}

/// The rejected rows of a file, packed: a file whose every row is bad takes no more memory than
/// one whose rows are good.
package struct RejectedRows: RandomAccessCollection, Sendable {
  private struct Entry: Sendable {
    var line: UInt32
    var fault: UInt8
    /// Place of the field among those of the kind plus 1; 0 for none.
    var field: UInt8
    /// ``noUnit`` where none is known.
    var unit: UInt16
  }

  private static let noUnit = UInt16.max

  private let fields: [String]
  private var entries: [Entry] = []
  /// Where the text and the code of every entry end in ``storage``.
  private var ends: [(text: UInt64, code: UInt64)] = []
  private var storage: [UInt8] = []

  init(kind: SourceKind) {
    fields = kind.fields.map(\.name)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { entries.count }

  /// Where a text stands in the bytes of a file, without white space at its ends.
  struct Text {
    var range: Range<Int>
    /// Whether doubled quotes stand in it, each of which is one.
    var hasDoubledQuotes: Bool

    static let none = Text(range: 0..<0, hasDoubledQuotes: false)
  }

  /// Adds a row; the texts say what stands in the field and what the code is.
  mutating func append(
    line: Int, fault: RowFault, field: Int?, unit: Int?, text: Text, code: Text,
    of bytes: Span<UInt8>
  ) {
    entries.append(
      Entry(
        line: UInt32(truncatingIfNeeded: line), fault: Self.number(of: fault),
        field: UInt8(truncatingIfNeeded: field.map { $0 + 1 } ?? 0),
        unit: unit.map { UInt16(truncatingIfNeeded: $0) } ?? Self.noUnit))
    append(text, of: bytes)
    let textEnd = storage.count
    append(code, of: bytes)
    ends.append((UInt64(textEnd), UInt64(storage.count)))
  }

  private mutating func append(_ text: Text, of bytes: Span<UInt8>) {
    var index = text.range.lowerBound
    while index < text.range.upperBound {
      storage.append(bytes[index])
      index += text.hasDoubledQuotes && bytes[index] == Byte.quote ? 2 : 1
    }
  }

  /// Adds the rows of the next part of the file, before which so many lines stand.
  mutating func append(_ other: RejectedRows, linesBefore: Int) {
    let base = UInt64(storage.count)
    entries += other.entries.map { entry in
      var entry = entry
      entry.line += UInt32(truncatingIfNeeded: linesBefore)
      return entry
    }
    ends += other.ends.map { ($0.text + base, $0.code + base) }
    storage += other.storage
  }

  package subscript(index: Int) -> RejectedRow {
    let entry = entries[index]
    let start = index == 0 ? 0 : Int(ends[index - 1].code)
    let end = ends[index]
    return RejectedRow(
      line: Int(entry.line), fault: RowFault.allCases[Int(entry.fault)],
      field: entry.field == 0 ? "" : fields[Int(entry.field) - 1],
      text: CellBytes.text(start..<Int(end.text), of: storage.span),
      code: CellBytes.text(Int(end.text)..<Int(end.code), of: storage.span),
      unit: entry.unit == Self.noUnit ? nil : Int(entry.unit))
  }

  /// The rows that belong to each unit, by the row's place; `nil` is no unit.
  package func placesByUnit() -> [Int?: [Int]] {
    Dictionary(grouping: entries.indices) { place in
      let unit = entries[place].unit
      return unit == Self.noUnit ? nil : Int(unit)
    }
  }

  private static func number(of fault: RowFault) -> UInt8 {
    UInt8(truncatingIfNeeded: RowFault.allCases.firstIndex(of: fault) ?? 0)
  }
}
