import TestSupport
import Testing
import Workbooks

@Suite struct ConditionTests {
  let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func written(_ rules: [ConditionalRule], look: ConditionalLook) throws -> ReadBook {
    let range = CellRange(rows: 1...9, columns: 2...2)
    let path = scratch.path("conditions.xlsx")
    try book([
      SheetLayout(
        name: "1",
        conditions: rules.map { ConditionalFormat(range: range, rule: $0, look: look) })
    ]).write(to: path)
    return ReadBook(path: path)
  }

  @Test(arguments: [
    (
      ConditionalRule.textEquals("Chưa \"đạt\" <1>"),
      "type=\"cellIs\" dxfId=\"0\" priority=\"1\" operator=\"equal\">"
        + "<formula>\"Chưa \"\"đạt\"\" &lt;1&gt;\"</formula>"
    ),
    (
      .formula("=$B2<$C2"),
      "type=\"expression\" dxfId=\"0\" priority=\"1\"><formula>$B2&lt;$C2</formula>"
    ),
    (.lessThan(-0.5), "operator=\"lessThan\"><formula>-0.5</formula>"),
    (.moreThan(-0.0), "operator=\"greaterThan\"><formula>0</formula>"),
  ])
  func `writes a rule for the whole range`(rule: ConditionalRule, xml: String) throws {
    let sheet = try written([rule], look: ConditionalLook(bold: true)).sheet()
    #expect(sheet.contains("<conditionalFormatting sqref=\"C2:C10\"><cfRule "))
    #expect(sheet.contains(xml))
  }

  @Test func `keeps the order of the rules and writes equal looks once`() throws {
    let read = try written(
      [.moreThan(1), .lessThan(2)], look: ConditionalLook(color: 0x9C0006, fill: 0xFFC7CE))
    let rules = try read.sheet().matches(of: /operator="(\w+)"/).map { String($0.1) }
    #expect(rules == ["greaterThan", "lessThan"])
    #expect(
      try read.part("xl/styles.xml").contains(
        "<dxfs count=\"1\"><dxf><font><color rgb=\"FF9C0006\"/></font>"
          + "<fill><patternFill><bgColor rgb=\"FFFFC7CE\"/></patternFill></fill></dxf></dxfs>"))
  }

  private static func refusal(
    _ problem: WorkbookProblem, _ rule: ConditionalRule,
    look: ConditionalLook = ConditionalLook(bold: true),
    range: CellRange = CellRange(rows: 0...1, columns: 0...1)
  ) -> Refusal {
    .sheet(problem, at: CellPlace(row: 0, column: 0)) {
      $0.conditions = [ConditionalFormat(range: range, rule: rule, look: look)]
    }
  }

  @Test(arguments: [
    refusal(.emptyConditionText, .textEquals("")),
    refusal(.textTooLong(256), .textEquals(String(repeating: "x", count: 256))),
    refusal(.formulaWithoutEquals("A1"), .formula("A1")),
    refusal(.numberNotFinite, .lessThan(.nan)), refusal(.numberNotFinite, .moreThan(.infinity)),
    refusal(.conditionWithoutLook, .lessThan(0), look: ConditionalLook()),
    refusal(
      .styleOutOfRange(.fill), .lessThan(0), look: ConditionalLook(fill: 0x100_0000)),
    refusal(
      .columnOutOfRange(16_384), .lessThan(0),
      range: CellRange(rows: 0...1, columns: 0...16_384)),
  ])
  func `refuses a rule that changes nothing or that Excel could not read`(refusal: Refusal) {
    let path = scratch.path("refused.xlsx")
    #expect(throws: refusal.error) { try refusal.layout.write(to: path) }
    #expect(scratch.files == [])
  }
}
