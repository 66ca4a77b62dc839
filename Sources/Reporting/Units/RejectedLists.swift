package import Administration
internal import Indicators
package import Intake

/// A rejected row as those who can mend it need it: where it stands, what is wrong, what to do.
package struct RejectedLine: Hashable, Sendable {
  /// "hồ sơ một cửa".
  package var source: String
  /// The row's code; empty where it cannot be told.
  package var code: String
  package var file: String
  /// First physical line in the file, from 1.
  package var line: Int
  /// What is wrong, with the column and what stands there.
  package var fault: String
  /// How to mend it in the system that the export comes from.
  package var remedy: String

  package init(
    source: String, code: String, file: String, line: Int, fault: String, remedy: String
  ) {
    self.source = source
    self.code = code
    self.file = file
    self.line = line
    self.fault = fault
    self.remedy = remedy
  }
}

/// The first of a unit's rejected rows, and where all of them are.
package struct RejectedExcerpt: Hashable, Sendable {
  /// How many rows there are.
  package var count: Int
  /// The file that lists all of them, beside the unit's report.
  package var file: String
  package var lines: [RejectedLine]

  package init(count: Int = 0, file: String = "", lines: [RejectedLine] = []) {
    self.count = count
    self.file = file
    self.lines = lines
  }
}

/// The rejected rows of a run, each with the unit that can mend it.
package struct RejectedLists: Sendable {
  private struct Place {
    var kind: Int
    var file: Int
    var row: Int
  }

  private let intake: [KindIntake]
  private let units: UnitCatalogue
  /// For every unit of the tree its rows in the order of reading.
  private var places: [[Place]]

  /// A row whose unit cannot be told goes to the province, which makes the exports.
  package init(intake: [KindIntake], units: UnitCatalogue, map: UnitMap) {
    self.intake = intake
    self.units = units
    places = [[Place]](repeating: [], count: map.tree.units.count)
    guard let root = map.tree.root else { return }
    for (kindNumber, kind) in intake.enumerated() {
      for (fileNumber, rows) in kind.rejected.enumerated() {
        for (unit, rowNumbers) in rows.placesByUnit() {
          let home = unit.flatMap(map.number(ofEntry:)) ?? root
          places[home] += rowNumbers.map { Place(kind: kindNumber, file: fileNumber, row: $0) }
        }
      }
    }
    for number in places.indices {
      places[number].sort { ($0.kind, $0.file, $0.row) < ($1.kind, $1.file, $1.row) }
    }
  }

  /// How many rows a unit has to mend.
  package func count(of number: Int) -> Int { places[number].count }

  /// The file that lists the rows of a unit, beside its report.
  package static func fileName(of unit: Unit) -> String { "\(unit.code)-dong-can-sua.csv" }

  /// The workbook that lists them where the report has no room for all, likewise.
  package static func bookName(of unit: Unit) -> String { "\(unit.code)-dong-can-sua.xlsx" }

  /// The rows of a unit that its workbook shows.
  package func excerpt(of number: Int, _ unit: Unit) -> RejectedExcerpt {
    let count = count(of: number)
    guard count > 0 else { return RejectedExcerpt() }
    return RejectedExcerpt(
      count: count, file: Self.fileName(of: unit), lines: lines(of: number, atMost: Self.mostShown))
  }

  /// Rows that the workbook of a report shows; a longer list is for a workbook of its own.
  package static let mostShown = 2_000

  /// The rows of a unit, at most so many, in the order of reading.
  package func lines(of number: Int, atMost limit: Int = .max) -> [RejectedLine] {
    places[number].indices.prefix(limit).map { line(of: number, at: $0) }
  }

  /// A row of a unit, by its place from 0 in the order of reading.
  package func line(of number: Int, at index: Int) -> RejectedLine {
    let place = places[number][index]
    let kind = intake[place.kind]
    let row = kind.rejected[place.file][place.row]
    let heads = kind.heads[place.file]
    let choice = row.alternatives(units)
    return RejectedLine(
      source: kind.kind.name, code: row.code, file: kind.ledgers[place.file].file,
      line: row.line, fault: Self.fault(row, head: heads[row.field], choice: choice),
      remedy: Self.remedy(row, heads: heads, kind: kind.kind, isChoice: choice != nil))
  }

  private static func fault(_ row: RejectedRow, head: String?, choice: String?) -> String {
    let column = head.map { " (cột «\($0)»" + (row.text.isEmpty ? ")" : ": «\(row.text)»)") } ?? ""
    guard let choice else { return row.fault.sentence + column }
    return "\(RowFault.ambiguousUnit)\(column) – có thể là \(choice)"
  }

  private static func remedy(
    _ row: RejectedRow, heads: [String: String], kind: SourceKind, isChoice: Bool
  ) -> String {
    let system = kind == .dossiers ? "hệ thống một cửa" : "hệ thống quản lý văn bản"
    let column = heads[row.field].map { "«\($0)»" } ?? "ô này"
    return switch row.fault {
    case .brokenQuote:
      "Mở tệp tại dòng này, thêm hoặc bỏ dấu ngoặc kép cho đủ cặp; nếu nội dung trên \(system) có dấu "
        + "ngoặc kép thừa thì sửa tại đó rồi xuất lại."
    case .badEncoding:
      "Xuất lại danh sách với bảng mã UTF-8; nếu chữ hỏng ngay trên \(system) thì nhập lại nội dung."
    case .wrongColumnCount:
      "Tìm trong nội dung dấu phân cách hoặc chỗ xuống dòng làm lệch ô; sửa trên \(system) rồi xuất lại."
    case .missingCode:
      "Tìm dòng này trên \(system) theo tệp và số dòng, bổ sung \(column) rồi xuất lại."
    case .missingDate: "Bổ sung \(column) trên \(system) rồi xuất lại."
    case .badDate: "Sửa \(column) trên \(system) thành ngày có thật (ngày/tháng/năm) rồi xuất lại."
    case .finishedBeforeReceived:
      "Đối chiếu ngày đầu và ngày kết thúc, sửa ngày ghi sai trên \(system) rồi xuất lại."
    case .unknownUnit where isChoice:
      "Ghi kèm tên đơn vị cấp trên hoặc mã đơn vị trên \(system) rồi xuất lại."
    case .unknownUnit:
      "Chọn lại cơ quan, đơn vị trên \(system); nếu tên đúng thì đề nghị tỉnh bổ sung vào danh mục đơn vị."
    }
  }
}
