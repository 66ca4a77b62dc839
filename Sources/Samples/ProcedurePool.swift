internal import Administration
internal import DelimitedText

/// A procedure (thủ tục hành chính) of the sample; from `procedures.csv`.
struct SampleProcedure {
  /// Rows of ``DossierWords/serviceLevel``.
  enum ServiceLevel: String, CaseIterable {
    case full, partial, information
  }

  var code: String
  var name: String
  var field: String
  var level: Level
  var serviceLevel: ServiceLevel
  /// In đồng; 0 where nothing is charged.
  var fee: Int
  /// Working days; 0 for the day of receipt.
  var days: Int
  /// How often it is asked for, against the others of its level.
  var weight: Int
  /// Whether those who ask for it are mostly firms.
  var isForFirms: Bool
}

/// The procedures of a sample, and which units offer them.
struct ProcedurePool {
  let procedures: [SampleProcedure]
  /// For every level procedures by their share, each as often as its weight.
  private let shares: [[Int]]
  /// For every era of the units and every procedure the members of the province's level that offer
  /// it.
  private let departments: [[[Int]]]
  private let units: UnitPool

  init(_ table: SmallTable, units: UnitPool) throws(SampleError) {
    let procedures = try Self.read(table)
    self.procedures = procedures
    shares = Level.allCases.map { level in
      procedures.indices.filter { procedures[$0].level == level }.flatMap { number in
        [Int](repeating: number, count: procedures[number].weight)
      }
    }
    self.units = units
    let all = units.members(at: .province, era: 0)
    let first = procedures.map { procedure in
      let codes = FieldDepartments.abbreviations(of: procedure.field)
      let own = all.filter { number in
        codes.contains { units.members[number].unit.code.hasSuffix("-\($0)") }
      }
      return own.isEmpty ? all : own
    }
    // Those that took the places of others offer what the others did.
    departments = (0..<units.eraCount).map { era in
      era == 0 ? first : first.map { Array(Set($0.compactMap(units.heir))).sorted() }
    }
  }

  func procedures(at level: Level) -> [Int] { shares[level.rank] }

  /// The departments of the province that offer a procedure.
  func departments(for procedure: Int, on day: CalendarDay) -> [Int] {
    departments[units.era(of: day)][procedure]
  }

  private static func read(_ table: SmallTable) throws(SampleError) -> [SampleProcedure] {
    let file = "procedures.csv"
    var columns: [String: Int] = [:]
    for (index, name) in table.header.enumerated() { columns[name] = index }
    for name in ["procedure", "name", "field", "level", "serviceLevel", "fee", "days", "weight"]
    where columns[name] == nil {
      throw SampleError(path: file, problem: .missingColumn(name))
    }
    var procedures: [SampleProcedure] = []
    for line in table.lines {
      let text = { (column: String) in columns[column].map { line.cells[$0] } ?? "" }
      let bad = { (column: String) in
        SampleError(path: file, problem: .badProcedure(line: line.line, column: column))
      }
      guard let level = Level(rawValue: text("level")) else { throw bad("level") }
      guard let service = SampleProcedure.ServiceLevel(rawValue: text("serviceLevel")) else {
        throw bad("serviceLevel")
      }
      guard let fee = Int(text("fee")), fee >= 0 else { throw bad("fee") }
      guard let days = Int(text("days")), (0...250).contains(days) else { throw bad("days") }
      guard let weight = Int(text("weight")), (0...10_000).contains(weight) else {
        throw bad("weight")
      }
      procedures.append(
        SampleProcedure(
          code: text("procedure"), name: text("name"), field: text("field"), level: level,
          serviceLevel: service, fee: fee, days: days, weight: weight,
          isForFirms: text("field").contains("doanh")))
    }
    return procedures
  }
}

/// Which departments of a province answer for a field.
enum FieldDepartments {
  private static let table: [(field: String, departments: [String])] = [
    ("Lý lịch tư pháp", ["STP"]),
    ("Thành lập và hoạt động của doanh nghiệp", ["SKHDT"]),
    ("Đường bộ", ["SGTVT"]),
    ("Khám bệnh, chữa bệnh", ["SYT"]),
    ("Dược phẩm", ["SYT"]),
    ("An toàn thực phẩm", ["SYT", "SNNPTNT", "SCT"]),
    ("Việc làm", ["SLDTBXH"]),
    ("Lao động", ["SLDTBXH", "BQLKKT"]),
    ("Xúc tiến thương mại", ["SCT"]),
    ("Hoạt động xây dựng", ["SXD", "BQLKKT"]),
    ("Môi trường", ["STNMT", "BQLKKT"]),
    ("Văn bằng chứng chỉ", ["SGDDT"]),
    ("Thi đua - khen thưởng", ["SNV"]),
    ("Người có công", ["SLDTBXH"]),
  ]

  /// The ends of the codes of the departments; empty where the field is not known.
  static func abbreviations(of field: String) -> [String] {
    table.first { $0.field == field }?.departments ?? []
  }
}
