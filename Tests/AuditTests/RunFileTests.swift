import Audit
import Foundation
import Runs
import Testing

/// The files of a run as a whole: those that are listed, their sizes, and who is named in them.
@Suite struct RunFileTests {
  @Test func `files that are missing, too many or changed are found`() async throws {
    let run = try Specimen()
    try run.seal()
    try run.write("# BÁO CÁO\n\nTại phường 1 có 70 hồ sơ.\n", to: "xa/29239.md")
    try run.write("thêm", to: "xa/thêm.txt")
    try FileManager.default.createDirectory(
      atPath: run.path("mail"), withIntermediateDirectories: true)
    try run.write("Subject: x", to: "mail/1.eml")
    try FileManager.default.removeItem(atPath: run.path("xa/29239.html"))
    try run.write("dòng\n", to: "xa/29239-dong-can-sua.csv")
    let lines = try await run.lines()
    #expect(
      lines.map { $0.prefix { $0 != ":" } } == [
        "xa/29239-dong-can-sua.csv", "xa/29239.html", "xa/29239.md", "xa/thêm.txt",
      ])
    #expect(lines.allSatisfy { $0.hasSuffix("(manifest)") })
  }

  @Test func `a folder that is no finished run cannot be audited`() throws {
    let run = try Specimen()
    #expect(throws: RunFolderError.notARun(run.path(""))) { try RunAudit(folder: run.path("")) }
    try run.write("{", to: "manifest.json")
    #expect(throws: RunFolderError.self) { try RunAudit(folder: run.path("")) }
  }

  @Test func `a run that does not list its units cannot be searched for leaks`() async throws {
    let run = try Specimen()
    try run.write(
      #"{"period": "2023-Q2", "asOf": "2023-07-05T00:00:00+07:00", "outputs": []}"#,
      to: "manifest.json")
    #expect(try await run.lines().contains { $0.contains("(units)") })
  }

  @Test(arguments: ["../x.md", "/etc/hostname", "xa/../../x.md"])
  func `a file outside the folder is not opened`(path: String) async throws {
    let run = try Specimen()
    try run.write(
      """
      {"period": "2023-Q2", "asOf": "2023-07-05T00:00:00+07:00", "units": [],
       "outputs": [{"path": "\(path)", "size": 1, "sha256": ""}]}
      """,
      to: "manifest.json")
    let lines = try await run.lines()
    #expect(lines.contains("\(path): không nằm trong thư mục của lần chạy (manifest)"))
  }

  @Test func `files above their limits are found`() async throws {
    let run = try Specimen()
    let filler = String(repeating: "a", count: 600_000)
    try run.write(filler, to: "xa/29239.md")
    try run.write(Specimen.page(body: "<h1>BÁO CÁO</h1><p>\(filler)</p>"), to: "xa/29239.html")
    let lines = try await run.sealed()
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { $0.hasSuffix("(size)") })
  }

  @Test func `a list of rows may be longer than a report`() async throws {
    let run = try Specimen()
    let filler = String(repeating: "a", count: 6_000_000)
    for name in ["xa/29239.xlsx", "xa/29239-ho-so-qua-han.xlsx"] { try run.write(filler, to: name) }
    let large = try await run.sealed().filter { $0.hasSuffix("(size)") }
    #expect(large.map { $0.prefix { $0 != ":" } } == ["xa/29239.xlsx"])
  }
}

@Suite struct LeakTests {
  /// What is said of a Markdown file of Phường 1 of Thành phố Trà Vinh with a text.
  private func leaks(
    _ text: String, units: [ReportedUnit] = Specimen.units
  ) async throws
    -> [String]
  {
    let run = try Specimen()
    try run.write("# BÁO CÁO\n\n\(text)\n", to: "xa/29239.md")
    return try await run.sealed(units: units).filter { $0.hasSuffix("(leak)") }.map {
      $0.replacing("xa/29239.md: ", with: "").replacing(" (leak)", with: "")
    }
  }

  @Test(arguments: [
    "Tỉnh Trà Vinh, thành phố Trà Vinh, PHƯỜNG 1.", "Phường 100", "Phường 1 thuộc thị xã khác",
    "phường 11", "Trà Vinh", "844 hồ sơ, trong đó 851 hồ sơ", "Xã Long Hòa C Bình",
  ])
  func `its own names and those above are no leak`(text: String) async throws {
    // A name that no unit of the run bears begins like another's.
    let units = Specimen.units.filter { $0.name != "Xã Long Hòa" }
    #expect(try await leaks(text, units: units) == [])
  }

  @Test(arguments: [
    ("tại phường 10 có", "Phường 10"), ("XÃ LONG HÒA", "Xã Long Hòa"),
    ("xa\u{303} Long Ho\u{300}a", "Xã Long Hòa"), ("Xã  Long\u{A0}Hòa,", "Xã Long Hòa"),
    ("**Xã Long Hòa B**", "Xã Long Hòa B"),
  ])
  func `another's name is a leak, the longest that stands there`(
    text: String, name: String
  ) async throws {
    let lines = try await leaks(text)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("có tên của «\(name)» (") == true)
  }

  @Test func `the file of a unit above may name those below`() async throws {
    let run = try Specimen()
    try run.write("# BÁO CÁO\n\nPhường 10, xã Long Hòa, phường 1\n", to: "huyen/851.md")
    try run.write("# BÁO CÁO\n\nXã Long Hòa B, Thị xã Duyên Hải\n", to: "tinh/84.md")
    try run.write("# BÁO CÁO\n\nXã Long Hòa B\n", to: "huyen/851-hàng.md")
    #expect(
      try await run.sealed() == [
        "huyen/851-hàng.md: có tên của «Xã Long Hòa B» (29411), không thuộc đơn vị của tệp (leak)"
      ])
  }

  @Test func `a forerunner that is called as another unit is today may be named by its heir`()
    async throws
  {
    var units = Specimen.units
    #expect(try await leaks("gồm Xã Long Hòa (cũ)", units: units).count == 1)
    units[2].formerNames = ["Xã Long Hòa"]
    #expect(try await leaks("gồm Xã Long Hòa (cũ)", units: units) == [])
    // Whoever got the other part of a forerunner is named where it is said for whom rows count.
    #expect(try await leaks("phần còn lại thuộc xã Long Hòa B", units: units).count == 1)
    units[2].sharedWith = ["29411"]
    #expect(try await leaks("phần còn lại thuộc xã Long Hòa B", units: units) == [])
    #expect(try await leaks("Phường 10", units: units).count == 1)
  }

  @Test func `links and headings with another's code are leaks`() async throws {
    #expect(
      try await leaks("## Đơn vị 29410 và 842\n\n[xem](29411.md), [tỉnh](../tinh/84.html)") == [
        "có mã của «Xã Long Hòa» (29410), không thuộc đơn vị của tệp",
        "có đường dẫn đến tệp của «Xã Long Hòa B» (29411)",
      ])
  }

  @Test func `a canary in a workbook, a page and a list is found in each`() async throws {
    var units = Specimen.units
    units.append(ReportedUnit(code: "99999", name: "Xã Chim Hoàng Yến", level: "xa", parent: "851"))
    let run = try Specimen(workbook: .specimen(text: "Hồ sơ của xã Chim Hoàng Yến"))
    try run.write(
      Specimen.page(body: "<h1>Xã Chim <b>Hoàng</b>&nbsp;Yến</h1>"), to: "xa/29239.html")
    try run.write("mã,lý do\n1,\"xã Chim Hoàng Yến\"\n", to: "xa/29239-dong-can-sua.csv")
    try run.write(
      Specimen.page(body: "<h1>Xã Chim Hoàng Yến</h1>").replacing(
        "../xa/29239.md", with: "851.html"),
      to: "huyen/851.html")
    let lines = try await run.sealed(units: units)
    #expect(lines.allSatisfy { $0.contains("«Xã Chim Hoàng Yến» (99999)") })
    #expect(
      Set(lines.map { String($0.prefix { $0 != ":" }) })
        == ["xa/29239.xlsx", "xa/29239.html", "xa/29239-dong-can-sua.csv"])
    let code = try Specimen(workbook: .specimen(text: "29410"))
    #expect(
      try await code.sealed().first
        == "xa/29239.xlsx: Số liệu!B4: có mã của «Xã Long Hòa» (29410), "
        + "không thuộc đơn vị của tệp (leak)")
  }
}
