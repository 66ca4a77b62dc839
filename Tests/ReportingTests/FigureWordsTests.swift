@testable import Administration
@testable import Indicators
@testable import Reporting
import DataFiles
import Testing

/// The rules by which sentences speak of figures.
@Suite struct FigureWordsTests {
  private static let unit = Unit(
    code: "1", name: "Xã An Trường", kind: "xã", level: .commune, parent: "")

  /// A rate or a count with a target, as a text of the catalogue gives it.
  private static func indicator(
    unit: String = "%", target: String = "values: {xa: 80}"
  ) throws -> Indicator {
    let documents = try PlanDocument.list(
      DataNode(
        text: "documents: [{id: '1', title: Kế hoạch, number: 1/KH, issued: 2020-01-01}]",
        name: "d"))
    let rate = unit == "%"
    let text = """
      indicators:
        - {id: a, name: Tỷ lệ hồ sơ, area: A, unit: "\(unit)", kind: dossiers,
           better: \(rate ? "higher" : "lower"), roll-up: \(rate ? "parts" : "sum"),
           numerator: {intake: received}, \(rate ? "denominator: {}," : "")
           targets: [{document: "1", clause: mục I, \(target), from: 2020}]}
      """
    return try IndicatorCatalogue([DataNode(text: text, name: "i")], documents: documents)
      .indicators[0]
  }

  private static func figure(
    _ indicator: Indicator, _ part: Part, previous: FigureValue? = nil,
    yearAgo: FigureValue? = nil
  ) -> Figure {
    Figure(
      indicator: indicator, unit: unit, scope: .area, part: part, targets: indicator.targets,
      previous: previous, yearAgo: yearAgo)
  }

  private static func words(_ figure: Figure) -> FigureWords {
    FigureWords(figure, previousName: "quý I năm 2023", yearAgoName: "quý II năm 2022")
  }

  @Test(arguments: [
    (8_000, 7_679, "đạt 80,00%, tăng 3,21 điểm phần trăm so với quý I năm 2023"),
    (7_679, 8_000, "đạt 76,79%, giảm 3,21 điểm phần trăm so với quý I năm 2023"),
    (8_000, 8_000, "đạt 80,00%, không đổi so với quý I năm 2023"),
    (8_000, nil, "đạt 80,00%"),
    (0, 1, "đạt 0,00%, giảm 0,01 điểm phần trăm so với quý I năm 2023"),
  ])
  func `says how a rate moved, and nothing where it cannot be compared`(
    now: Int, then: Int?, text: String
  ) throws {
    let figure = Self.figure(
      try Self.indicator(), Part(numerator: now, denominator: 10_000),
      previous: then.map { .percent(hundredths: $0) })
    #expect(Self.words(figure).achieved == text)
  }

  @Test func `compares with the period before and then with last year`() throws {
    let figure = Self.figure(
      try Self.indicator(), Part(numerator: 1, denominator: 2),
      previous: .percent(hundredths: 5000), yearAgo: .percent(hundredths: 4000))
    #expect(
      Self.words(figure).achieved
        == "đạt 50,00%, không đổi so với quý I năm 2023, tăng 10,00 điểm phần trăm so với quý II năm 2022"
    )
  }

  @Test func `a rate of nothing is no rate`() throws {
    let figure = Self.figure(try Self.indicator(), Part(numerator: 0, denominator: 0))
    let words = Self.words(figure)
    #expect(words.achieved == "chưa tính được vì không có trường hợp nào")
    #expect(words.judgement.isEmpty && !words.hasCases && words.value == "-")
  }

  @Test(arguments: [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (1203, "1.203")])
  func `counts are written as sentences write them`(count: Int, text: String) throws {
    let figure = Self.figure(
      try Self.indicator(unit: "hồ sơ", target: "comparison: '<=', values: {xa: 0}"),
      Part(numerator: count, denominator: nil))
    #expect(Self.words(figure).value == text)
    #expect(Self.words(figure).isZero == (count == 0))
  }

  @Test(arguments: [
    ("%", "values: {xa: 80}", "chưa đạt mục tiêu từ 80% trở lên (1/KH, mục I)"),
    ("%", "values: {xa: 100}", "chưa đạt mục tiêu 100% (1/KH, mục I)"),
    ("%", "values: {xa: 50}", "đạt mục tiêu từ 50% trở lên (1/KH, mục I)"),
    ("%", "comparison: '>', values: {xa: 50}", "chưa đạt mục tiêu trên 50% (1/KH, mục I)"),
    (
      "hồ sơ", "comparison: '<=', values: {xa: 0}",
      "chưa đạt mục tiêu không có hồ sơ nào (1/KH, mục I)"
    ),
    ("hồ sơ", "comparison: '<=', values: {xa: 30}", "đạt mục tiêu không quá 30 (1/KH, mục I)"),
    ("%", "stated: theo lộ trình, levels: [xa]", ""),
  ])
  func `judges a figure by its target in words`(
    unit: String, target: String, text: String
  ) throws {
    let indicator = try Self.indicator(unit: unit, target: target)
    let part =
      unit == "%"
      ? Part(numerator: 1, denominator: 2) : Part(numerator: 2, denominator: nil)
    #expect(Self.words(Self.figure(indicator, part)).judgement == text)
  }

  // MARK: - Units below

  private static func laggards(_ rates: [(String, Int)], target: String) throws -> [Laggards] {
    let indicator = try indicator(target: target)
    let own = figure(indicator, Part(numerator: 1, denominator: 2))
    let figures = UnitFigures(
      [own],
      below: rates.map { name, rate in
        let figure = figure(indicator, Part(numerator: rate, denominator: 100))
        return UnitFigures.Below(name: name, level: .commune) { $0 == "a" ? figure : nil }
      },
      previousName: nil, yearAgoName: nil)
    return figures.laggards(of: "a")
  }

  @Test func `lists the units below their target in the order of the Vietnamese alphabet`() throws {
    let list = try Self.laggards(
      [
        ("xã Đại An", 71), ("xã Dân Thành", 70), ("xã Ân Phú", 60), ("xã An Phú", 79),
        ("xã Bình Phú", 80),
      ], target: "values: {xa: 80}")
    #expect(
      list.map(\.text) == [
        "còn 04 đơn vị cấp xã dưới 80%: xã An Phú (79,00%); xã Ân Phú (60,00%); xã Dân Thành (70,00%); "
          + "xã Đại An (71,00%)"
      ])
  }

  @Test func `names ten units and counts the others`() throws {
    let list = try Self.laggards(
      (1...12).map { ("xã \($0 < 10 ? "0" : "")\($0)", 1) }, target: "values: {xa: 80}")
    #expect(list.first?.count == "12")
    #expect(list.first?.names.hasSuffix("xã 10 (1,00%) và 02 đơn vị khác") == true)
  }

  @Test func `says nothing where all units meet their target, or have none`() throws {
    #expect(try Self.laggards([("xã A", 80)], target: "values: {xa: 80}").isEmpty)
    #expect(try Self.laggards([("xã A", 1)], target: "values: {tinh: 80}").isEmpty)
  }
}
