internal import Workbooks

extension AuditedPlace {
  /// Rows and columns of a sheet; an address outside them is none.
  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  /// The place that an address such as `C12` or `$C$12` names; `nil` where it names none.
  package init?(_ address: some StringProtocol) {
    var column = 0
    var row = 0
    var hasRow = false
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "$"):
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard !hasRow, column < Self.mostColumns else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0, row < Self.mostRows else { return nil }
        hasRow = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default:
        return nil
      }
    }
    guard (1...Self.mostRows).contains(row), (1...Self.mostColumns).contains(column) else {
      return nil
    }
    self.init(row: row - 1, column: column - 1)
  }

  /// The place as Excel shows it, `C12`.
  package var address: String { CellPlace(row: row, column: column).address }
}

extension AuditedRange {
  /// The range of `C7:F9`, of one cell `C7`, or `nil`.
  init?(_ text: some StringProtocol) {
    let ends = text.split(separator: ":").map { AuditedPlace($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
