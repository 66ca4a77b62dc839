import Audit
import Foundation
import TestSupport
import Testing
import Workbooks

/// For every rule a file that breaks it, beside one that breaks none.
@Suite struct RuleTests {
  private static let sheet = "xl/worksheets/sheet2.xml"

  @Test func `what is right passes`() async throws {
    #expect(try await Specimen().sealed() == [])
  }

  @Test(arguments: [
    ("<v>5010</v>", "<v>0</v>", "lưu sẵn 0, tính lại là 5010"),
    ("<v>5010</v>", "<v>5010.0001</v>", "lưu sẵn 5010.0001, tính lại là 5010"),
    ("<v>5010</v>", "", "không có giá trị lưu sẵn, đúng ra là 5010"),
    (
      #"<c r="C6"([^>]*)><v>1002</v>"#, #"<c r="C6"\1><v>1003</v>"#,
      "lưu sẵn 5010, tính lại là 5011"
    ),
  ])
  func `a kept value that the formula does not give is found`(
    pattern: String, replacement: String, words: String
  ) async throws {
    let run = try Specimen()
    try run.patch(Self.sheet, pattern, with: replacement)
    let lines = try await run.sealed()
    #expect(
      lines == ["xa/29239.xlsx: Số liệu!C9: công thức «=SUM(C4:C8)» \(words) (formula-value)"])
  }

  @Test func `a text and a value of another sheet are calculated too`() async throws {
    let run = try Specimen()
    try run.patch("xl/worksheets/sheet1.xml", "<v>99.8</v>", with: "<v>49.8</v>")
    try run.patch("xl/worksheets/sheet1.xml", "<v>Đạt</v>", with: "<v>Đúng</v>")
    let lines = try await run.sealed()
    #expect(lines.count == 2)
    #expect(lines.first?.contains("Bìa!A2: ") == true)
    #expect(lines.last?.contains("lưu sẵn «Đúng», tính lại là «Chưa đạt»") == true)
  }

  @Test(arguments: ["STDEV(C4:C8)", "SUM(C4:C8", "SUM(C4:C8)^2", "Thiếu!C4", "{1,2}"])
  func `a formula that cannot be calculated is found`(formula: String) async throws {
    let run = try Specimen()
    try run.patch(Self.sheet, #"<f>SUM\(C4:C8\)</f>"#, with: "<f>\(formula)</f>")
    #expect(
      try await run.sealed() == [
        "xa/29239.xlsx: Số liệu!C9: không tính lại được công thức «=\(formula)» (formula-unknown)"
      ])
  }

  @Test(arguments: ["1.234", "95,5", "12%", "-3", "1002"])
  func `a number that is a text among numbers is found`(text: String) async throws {
    let run = try Specimen()
    try run.patch(
      Self.sheet, #"<c r="C6"[^>]*>.*?</c>"#,
      with: #"<c r="C6" t="inlineStr"><is><t>\#(text)</t></is></c>"#)
    try run.patch(Self.sheet, "<v>5010</v>", with: "<v>4008</v>")
    #expect(
      try await run.sealed() == [
        "xa/29239.xlsx: Số liệu!C6: số được ghi như chữ trong cột số liệu (number-as-text)"
      ])
  }

  @Test func `a whole column of numbers that are texts is found`() async throws {
    let run = try Specimen()
    try run.patch(
      Self.sheet, #"<c r="(C[4-8])" s="(\d+)"><v>(\d+)</v></c>"#,
      with: #"<c r="\1" s="\2" t="inlineStr"><is><t>\3</t></is></c>"#)
    try run.patch(Self.sheet, "<f>.*?</f><v>5010</v>", with: "")
    try run.patch("xl/worksheets/sheet1.xml", "<f>.*?</f>", with: "")
    #expect(try await run.sealed().filter { $0.hasSuffix("(number-as-text)") }.count == 5)
  }

  @Test(arguments: ["x", "-", "…", "1 (2)", "I", "(3)=(4)+(5)", "2023-Q2", "quý II"])
  func `marks and notes among numbers are no numbers`(text: String) async throws {
    let run = try Specimen()
    try run.patch(
      Self.sheet, #"<c r="C6"[^>]*>.*?</c>"#,
      with: #"<c r="C6" t="inlineStr"><is><t>\#(text)</t></is></c>"#)
    try run.patch(Self.sheet, "<v>5010</v>", with: "<v>4008</v>")
    #expect(try await run.sealed() == [])
  }

  @Test func `a sheet that is not set up for print is found`() async throws {
    let run = try Specimen(workbook: .specimen(width: 90))
    try run.patch(Self.sheet, #" paperSize="9""#, with: "")
    try run.patch(Self.sheet, #"fitToPage="1""#, with: "")
    #expect(
      try await run.sealed() == [
        "xa/29239.xlsx: Số liệu: trang tính không đặt khổ giấy A4 (sheet-set-up)",
        "xa/29239.xlsx: Số liệu: trang tính không đặt vừa một trang theo chiều ngang (sheet-set-up)",
      ])
  }

  @Test(arguments: [(100, 1), (60, 0)])
  func `a sheet that is not fitted must be narrow enough at its scale`(
    scale: Int, count: Int
  ) async throws {
    let run = try Specimen(workbook: .specimen(width: 60))
    try run.patch(Self.sheet, #"fitToPage="1""#, with: "")
    try run.patch(Self.sheet, "<pageSetup ", with: #"\g<0>scale="\#(scale)" "#)
    #expect(try await run.sealed().count == count)
  }

  @Test func `a mark that reads as a number among ordinals is no number`() async throws {
    var book = BookLayout.specimen()
    let middle = CellStyle(horizontal: .center)
    book.sheets[1].cells += (20..<26).map {
      PlacedCell(row: $0, column: 5, content: .integer($0), style: middle)
    }
    book.sheets[1].cells.append(
      PlacedCell(row: 27, column: 5, content: .text("0"), style: middle))
    #expect(try await Specimen(workbook: book).sealed() == [])
  }

  @Test func `a long sheet without a repeated head, and one without a title, are found`()
    async throws
  {
    let long = try Specimen(workbook: .specimen(bodyRows: 60, print: PrintLayout()))
    #expect(
      try await long.sealed() == [
        "xa/29239.xlsx: Số liệu: trang tính dài hơn một trang mà không lặp lại đầu bảng "
          + "(sheet-set-up)"
      ])
    let untitled = try Specimen(workbook: .specimen(title: " "))
    #expect(
      try await untitled.sealed() == [
        "xa/29239.xlsx: Số liệu: trang tính không có tên ở các dòng đầu (sheet-set-up)"
      ])
  }

  @Test(arguments: [
    ("docProps/core.xml", "<dc:title>.*?</dc:title>", "title"),
    ("docProps/core.xml", "<dc:subject>.*?</dc:subject>", "subject"),
    ("docProps/core.xml", "<dcterms:created.*?</dcterms:created>", "created"),
  ])
  func `a property that is missing is found`(
    part: String, pattern: String, word: String
  ) async throws {
    let run = try Specimen()
    try run.patch(part, pattern, with: "")
    let lines = try await run.sealed()
    #expect(lines.count == 1)
    #expect(lines.first?.contains("(\(word)) (properties)") == true)
  }

  @Test func `a workbook of nobody is found`() async throws {
    let run = try Specimen()
    try run.patch("docProps/core.xml", "<dc:creator>.*?</dc:creator>", with: "")
    #expect(try await run.sealed() == [])
    try run.patch("docProps/app.xml", "<Company>.*?</Company>", with: "<Company> </Company>")
    #expect(try await run.sealed().count == 1)
  }

  @Test func `errors, lost letters and pieces of templates are found`() async throws {
    let run = try Specimen()
    try run.patch(
      Self.sheet, #"<c r="C6"([^>]*)>.*?</c>"#, with: ##"<c r="C6"\1 t="e"><v>#DIV/0!</v></c>"##)
    try run.patch(Self.sheet, "<f>SUM.*?</f><v>5010</v>", with: "")
    try run.patch("xl/sharedStrings.xml", "Lĩnh vực", with: "L\u{FFFD}nh vực")
    try run.patch("xl/sharedStrings.xml", "STT", with: "{{stt}}")
    try run.write("# BÁO CÁO\n\n{{unit}}\n", to: "xa/29239.md")
    #expect(
      try await run.sealed() == [
        "xa/29239.md: dòng 3: còn sót chỗ trống của mẫu («{{») (carried-error)",
        "xa/29239.xlsx: Số liệu!A3: còn sót chỗ trống của mẫu («{{») (carried-error)",
        "xa/29239.xlsx: Số liệu!B3: có chữ bị mất (ký tự U+FFFD) (carried-error)",
        "xa/29239.xlsx: Số liệu!C6: ô có giá trị lỗi #DIV/0! (carried-error)",
      ])
  }

  /// The book with a chart of the five numbers.
  private static func charted() -> BookLayout {
    let column = { CellRange(rows: 3...7, columns: $0...$0) }
    var book = BookLayout.specimen()
    book.sheets[1].charts = [
      ChartLayout(
        kind: .columns, title: "Hồ sơ",
        series: [
          ChartSeries(
            name: "Số hồ sơ", categories: ChartRange(sheet: "Số liệu", cells: column(1)),
            values: ChartRange(sheet: "Số liệu", cells: column(2)))
        ], alternativeText: "Số hồ sơ của năm lĩnh vực", place: ChartPlace(row: 12, column: 0))
    ]
    return book
  }

  @Test(arguments: [
    ("xl/drawings/drawing1.xml", "descr=\"[^\"]*\"", "không có văn bản thay thế"),
    ("xl/charts/chart1.xml", "<c:title>.*?</c:title>", "không có tên"),
    (
      "xl/charts/chart1.xml", "(?<=</c:f>)<c:numCache>.*?</c:numCache>",
      "không lưu sẵn số liệu của mọi dãy"
    ),
    (
      "xl/charts/chart1.xml", "<c:pt idx=\"2\"><c:v>1002</c:v></c:pt>",
      "lưu sẵn số liệu khác với các ô ở dãy thứ 1"
    ),
  ])
  func `a chart has a title, alternative text and the points of its cells`(
    part: String, pattern: String, words: String
  ) async throws {
    let run = try Specimen(workbook: Self.charted())
    #expect(try await run.sealed() == [])
    try run.patch(part, pattern, with: "")
    #expect(
      try await run.sealed() == [
        "xa/29239.xlsx: Số liệu: biểu đồ thứ 1 \(words) (chart-without-text)"
      ])
  }

  @Test(arguments: ["</sheetData>", "</worksheet>", "<c r=", " r=\"C4\"", "<sheetData>.*"])
  func `a part that is no longer well-formed is found`(pattern: String) async throws {
    let run = try Specimen()
    try run.patch(Self.sheet, pattern, with: pattern == "<c r=" ? "<c r" : "")
    let lines = try await run.sealed()
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix("(phần \(Self.sheet)) (unreadable)") == true)
  }
}
