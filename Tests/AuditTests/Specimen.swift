import Audit
import Crypto
import Foundation
import Runs
import TestSupport
import Workbooks

/// A finished run of four units with a few files, which a test may spoil before it is audited.
struct Specimen {
  let scratch: ScratchFolder

  static let units = [
    ReportedUnit(code: "84", name: "Tỉnh Trà Vinh", level: "tinh", parent: ""),
    ReportedUnit(code: "842", name: "Thành phố Trà Vinh", level: "huyen", parent: "84"),
    ReportedUnit(code: "29239", name: "Phường 1", level: "xa", parent: "842"),
    ReportedUnit(code: "29512", name: "Phường 1", level: "xa", parent: "851"),
    ReportedUnit(code: "29513", name: "Phường 10", level: "xa", parent: "851"),
    ReportedUnit(code: "851", name: "Thị xã Duyên Hải", level: "huyen", parent: "84"),
    ReportedUnit(code: "29410", name: "Xã Long Hòa", level: "xa", parent: "851"),
    ReportedUnit(code: "29411", name: "Xã Long Hòa B", level: "xa", parent: "842"),
  ]

  /// The workbook, the page and the Markdown file of Phường 1 of Thành phố Trà Vinh.
  init(workbook: BookLayout = .specimen()) throws {
    scratch = try ScratchFolder()
    for folder in ["run/xa", "run/huyen", "run/tinh"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try workbook.write(to: path("xa/29239.xlsx"))
    try write(Self.page, to: "xa/29239.html")
    try write(Self.page(body: "<h1>BÁO CÁO</h1>"), to: "huyen/842.html")
    try write(Self.markdown, to: "xa/29239.md")
    try write("dòng,lý do\n844,thiếu mã\n", to: "xa/29239-dong-can-sua.csv")
  }

  /// A page with all that the rules for pages ask for.
  static let page = page(
    body: """
      <h1 id="dau">BÁO CÁO</h1>
      <p>Kính gửi: Ủy ban nhân dân <a href="../huyen/842.html#dau">thành phố&nbsp;Trà Vinh</a></p>
      <p hidden><label for="tim">Tìm</label><input id="tim"></p>
      <h2 id="bieu">Số hồ sơ <a href="#dau">về đầu trang</a></h2>
      <table aria-labelledby="bieu">
      <thead><tr><th scope="col">STT</th><th scope="col">Lĩnh vực</th><th scope="col">Số hồ sơ</th><th scope="col">Ghi chú</th></tr></thead>
      <tbody>
      <tr class="group"><td class="ordinal">I</td><th scope="row">Cấp xã</th><td></td><td></td></tr>
      <tr><td class="ordinal">1</td><th scope="row" rowspan="2">Hộ tịch</th><td rowspan="2">1.234</td><td></td></tr>
      <tr><td class="ordinal">2</td><td>gian nan</td></tr>
      <tr><td class="ordinal"></td><th scope="row">Đất đai</th><td>x</td><td></td></tr>
      </tbody>
      </table>
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="ten mota"><title id="ten">Hồ sơ</title><desc id="mota">1.234 hồ sơ</desc><path d="M0 0h7"/></svg>
      <svg aria-hidden="true"><use href="#ten"/></svg>
      """)

  static let style = ".a > b { color: red } @media print { nav { display: none; } }"
  static let script = """
    document.querySelector("p").hidden = false; const words = {a: {b: nil}};
    """
  static let policy = """
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src '\(hash(style))'; script-src '\(hash(script))'; base-uri 'none'; form-action 'none'">
    """

  static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  static func page(body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="vi">
    <head><meta charset="utf-8">\(policy)<title>Phường 1</title>
    <style>\(style)</style>
    </head>
    <body>
    <nav><a href="../xa/29239.md">Markdown</a></nav>
    <main>
    \(body.replacing("<h1>", with: "<h1 id=\"dau\">"))
    </main>
    <script>\(script)</script>
    </body>
    </html>

    """
  }

  static let markdown = """
    # BÁO CÁO

    Tại phường 1 có 07 hồ sơ; xem \\[1\\](x) và [trang](29239.html#dau).

    | STT | Lĩnh vực | Số hồ sơ | Ghi chú |
    | :---: | :--- | ---: | :---: |
    | **I** | **Cấp xã** |   |   |
    | 1 | Hộ tịch \\| đất đai, gian nan | 1.234 |   |
    |   |   |   | a |

    """

  func path(_ name: String) -> String { scratch.path("run/\(name)") }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  /// Replaces what a pattern of Python finds in a part of the workbook, at least once.
  func patch(_ part: String, _ pattern: String, with replacement: String) throws {
    let script = """
      import re, sys, zipfile
      path, part, pattern, replacement = sys.argv[1:]
      with zipfile.ZipFile(path) as book:
          parts = {name: book.read(name) for name in book.namelist()}
      text, count = re.subn(pattern, replacement, parts[part].decode(), flags=re.DOTALL)
      assert count, parts[part]
      parts[part] = text.encode()
      with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
          for name, content in parts.items():
              book.writestr(name, content)
      """
    try Self.python(script, [path("xa/29239.xlsx"), part, pattern, replacement])
  }

  /// Runs a script to its end.
  static func python(_ script: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script] + arguments
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }

  /// Writes the manifest of what is there now.
  func seal(units: [ReportedUnit] = Specimen.units) throws {
    struct Entry: Encodable {
      var path: String
      var size: Int
      var sha256: String
    }
    struct Manifest: Encodable {
      var period = "2023-Q2"
      var asOf = "2023-07-05T00:00:00+07:00"
      var outputs: [Entry]
      var units: [ReportedUnit]
    }
    let names = FileManager.default.enumerator(atPath: path(""))?.compactMap { $0 as? String } ?? []
    let outputs = try names.sorted().filter { $0.contains(".") && $0 != "manifest.json" }.map {
      name in
      let content = try Data(contentsOf: URL(fileURLWithPath: path(name)))
      let hash = SHA256.hash(data: content).map { String(format: "%02x", Int($0)) }.joined()
      return Entry(path: name, size: content.count, sha256: hash)
    }
    try JSONEncoder().encode(Manifest(outputs: outputs, units: units))
      .write(to: URL(fileURLWithPath: path("manifest.json")))
  }

  /// What the audit finds, each as the line that a person reads.
  func lines() async throws -> [String] {
    try await RunAudit(folder: path("")).findings().map(\.line)
  }

  /// Seals the run and gives what the audit finds.
  func sealed(units: [ReportedUnit] = Specimen.units) async throws -> [String] {
    try seal(units: units)
    return try await lines()
  }
}

extension BookLayout {
  /// Two sheets with a title, a head, five rows and formulas.
  static func specimen(
    bodyRows: Int = 5, print: PrintLayout? = nil, title: String = "BIỂU SỐ LIỆU",
    text: String = "Chứng thực", format: String? = "#,##0_)", width: Double = 12
  ) -> BookLayout {
    let number = CellStyle(size: 11, horizontal: .right, numberFormat: format)
    var cells = [
      PlacedCell(row: 0, column: 0, content: .text(title), style: CellStyle(size: 14, bold: true)),
      PlacedCell(row: 2, column: 0, content: .text("STT")),
      PlacedCell(row: 2, column: 1, content: .text("Lĩnh vực")),
      PlacedCell(row: 2, column: 2, content: .text("Số hồ sơ")),
      PlacedCell(row: 2, column: 3, content: .text("Mục tiêu")),
    ]
    for row in 0..<bodyRows {
      cells += [
        PlacedCell(row: 3 + row, column: 0, content: .text("\(row + 1)")),
        PlacedCell(row: 3 + row, column: 1, content: .text(text)),
        PlacedCell(row: 3 + row, column: 2, content: .integer(1_000 + row), style: number),
        PlacedCell(row: 3 + row, column: 3, content: .text(row == 0 ? "844" : "≥ 95,5%")),
      ]
    }
    let last = 3 + bodyRows
    let sum = Double((0..<bodyRows).map { 1_000 + $0 }.reduce(0, +))
    cells.append(
      PlacedCell(
        row: last, column: 2, content: .formula("=SUM(C4:C\(last))", .number(sum)), style: number))
    let cover = SheetLayout(
      name: "Bìa",
      cells: [
        PlacedCell(
          row: 0, column: 0, content: .text("BÁO CÁO của phường 1"), style: CellStyle(bold: true)),
        PlacedCell(
          row: 1, column: 0,
          content: .formula("=ROUND('Số liệu'!C4*100/('Số liệu'!C5+1),2)", .number(99.8))),
        PlacedCell(
          row: 2, column: 0, content: .formula("=IF(A2>=50,\"Đạt\",\"Chưa đạt\")", .text("Đạt"))),
      ], columnWidths: [24], print: PrintLayout())
    return BookLayout(
      properties: BookProperties(
        title: "Kết quả quý II năm 2023", subject: "quý II năm 2023", author: "Phường 1",
        company: "Phường 1", created: 1_751_328_000),
      sheets: [
        cover,
        SheetLayout(
          name: "Số liệu", cells: cells, columnWidths: [6, 30, width, 12],
          print: print ?? PrintLayout(repeatedRows: 2...2)),
      ])
  }
}
