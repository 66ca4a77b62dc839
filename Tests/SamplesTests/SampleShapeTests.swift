import Administration
import Testing

@testable import Samples

@Suite struct SampleShapeTests {
  let fixture: SampleFixture

  init() throws { fixture = try SampleFixture(rows: 6000, seed: 2023) }

  @Test func `every row but the planted ones has as many cells as the header`() throws {
    for table in try fixture.dossierTables() + officeTables() {
      let odd = fixture.oddLines(of: table.name)
      #expect(table.lines.count > 20, "\(table.name)")
      for line in table.lines where !odd.contains(line.line) {
        #expect(line.cells.count == table.width, "\(table.name):\(line.line)")
        #expect(!line.hasBrokenQuote, "\(table.name):\(line.line)")
      }
    }
  }

  @Test func `every unit but the planted ones is found in the catalogue`() throws {
    for table in try fixture.dossierTables() {
      try expectUnits(table, code: "Mã cơ quan", name: "Cơ quan/đơn vị")
    }
    for table in try fixture.officeTables(IncomingDocuments.self) {
      try expectUnits(table, code: "Mã đơn vị", name: "Đơn vị nhận")
    }
    for table in try fixture.officeTables(OutgoingDocuments.self) {
      try expectUnits(table, code: "Mã đơn vị ban hành", name: "Đơn vị ban hành")
    }
    for table in try fixture.officeTables(WorkFiles.self) {
      try expectUnits(table, code: "Mã đơn vị", name: "Đơn vị lập hồ sơ")
    }
    for table in try fixture.officeTables(AssignedTasks.self) {
      try expectUnits(table, code: "Mã đơn vị", name: "Đơn vị xử lý")
    }
  }

  @Test func `the note's lines are those where the odd rows stand`() throws {
    let signs = [
      "Hình thức tiếp nhận lạ: Qua Zalo": "Qua Zalo", "Phí không đọc được: miễn phí": "miễn phí",
      "Mức độ hài lòng lạ: Bình thường": "Bình thường",
      "Tên thủ tục bắt đầu bằng =HYPERLINK(": "\"=HYPERLINK(\"\"http",
      "Ngày tiếp nhận 31/02/2023": "31/02/2023",
      "Dấu ngoặc kép mở ở ô cuối mà không đóng": ",\"Ghi chú",
    ]
    var seen: Set<String> = []
    for place in fixture.places {
      guard let sign = signs[place.text] else { continue }
      seen.insert(place.text)
      #expect(try fixture.line(place.line, of: place.file).contains(sign), "\(place)")
    }
    #expect(seen == Set(signs.keys))
  }

  @Test func `a forgotten quote costs its own line only`() throws {
    let place = try #require(fixture.places.first { $0.rejection == "broken-quote" })
    let tables = try fixture.dossierTables()
    let table = try #require(tables.first { $0.name == place.file })
    let broken = table.lines.filter(\.hasBrokenQuote)
    #expect(broken.map(\.line) == [place.line])
    let next = table.lines.first { $0.line == place.line + 1 }
    #expect(next?.cells.count == table.width)
  }

  @Test func `every reason for rejecting is there and few rows are rejected`() throws {
    let reasons = Set(fixture.places.compactMap(\.rejection))
    #expect(
      reasons == [
        "missing-code", "missing-date", "bad-date", "finished-before-received", "unknown-unit",
        "wrong-column-count", "bad-encoding", "broken-quote",
      ])
    let dossiers = try fixture.dossierTables()
    let lists = [
      dossiers, try fixture.officeTables(IncomingDocuments.self),
      try fixture.officeTables(OutgoingDocuments.self), try fixture.officeTables(WorkFiles.self),
      try fixture.officeTables(AssignedTasks.self),
    ]
    for tables in lists {
      let names = Set(tables.map(\.name))
      let rejected = fixture.places.count { $0.rejection != nil && names.contains($0.file) }
      let rows = tables.map(\.lines.count).reduce(0, +)
      #expect(rejected >= 1)
      #expect(rejected * 1000 < rows * 6, "\(tables.first?.name ?? "")")
    }
  }

  @Test func `a larger sample has no more odd rows`() throws {
    let larger = try SampleFixture(rows: 24_000, seed: 5)
    #expect(larger.places.count == fixture.places.count)
  }

  private func officeTables() throws -> [ReadTable] {
    try fixture.officeTables(IncomingDocuments.self)
      + fixture.officeTables(OutgoingDocuments.self) + fixture.officeTables(WorkFiles.self)
      + fixture.officeTables(AssignedTasks.self)
  }

  private func expectUnits(_ table: ReadTable, code: String, name: String) throws {
    let catalogue = fixture.catalogue
    let odd = fixture.oddLines(of: table.name)
    for line in table.lines where !odd.contains(line.line) {
      let isKnown: Bool
      if line[code].isEmpty {
        let found = Set(catalogue.entries(forName: line[name]).map { catalogue.entries[$0].code })
        isKnown = found.count == 1
      } else {
        isKnown = !catalogue.entries(forCode: line[code]).isEmpty
      }
      #expect(isKnown, "\(table.name):\(line.line) \(line[code]) \(line[name])")
    }
  }
}
