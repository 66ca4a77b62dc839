import Administration
import DataFiles
import Foundation
import Indicators
import Reporting
import Testing

@Suite struct ScoreTests {
  private static let templates = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Templates").path

  private static func node(_ name: String) throws -> DataNode {
    try DataNode(path: "\(templates)/\(name)", name: name)
  }

  private let catalogue: IndicatorCatalogue
  private let definition: ScoreDefinition

  init() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(Self.templates)/indicators"
    ).filter { $0 != "documents.yaml" }.sorted()
    catalogue = try IndicatorCatalogue(
      names.map { try Self.node("indicators/\($0)") },
      documents: PlanDocument.list(Self.node("indicators/documents.yaml")))
    definition = try ScoreDefinition(Self.node("scores/qd-766.yaml"), catalogue: catalogue)
  }

  private let unit = Unit(code: "1", name: "Xã A", kind: "xã", level: .commune, parent: "")

  /// A figure for every part of the score, with a rate in percent.
  private func figures(_ percent: (String) -> (Int, Int)?) -> [Figure] {
    definition.groups.flatMap(\.parts).compactMap { part in
      guard let index = catalogue.index(of: part.indicator), let rate = percent(part.indicator)
      else { return nil }
      return Figure(
        indicator: catalogue.indicators[index], unit: unit, scope: .area,
        part: Part(numerator: rate.0, denominator: rate.1), targets: [], previous: nil,
        yearAgo: nil)
    }
  }

  @Test func `the groups of decision 766 make 100 points`() {
    #expect(definition.maximum == 10_000)
    #expect(definition.groups.map(\.maximum) == [1800, 2000, 1200, 1000, 2200, 1800])
  }

  @Test func `all at the top make 100 points and excellent`() {
    let score = UnitScore(definition, figures: figures { _ in (10, 10) })
    #expect(score.total == 10_000)
    #expect(score.rating == "Xuất sắc")
  }

  @Test func `rates above what gives all points give no more`() {
    // min(6; 6·C/0,50) at C = 36,16%: 4,3392 points.
    let part = definition.groups[2].parts[2]
    #expect(part.points(for: Part(numerator: 3616, denominator: 10_000)) == 434)
    #expect(part.points(for: Part(numerator: 3, denominator: 4)) == 600)
    #expect(part.points(for: nil) == nil)
  }

  @Test func `without complaints that part has all its points, without answers it has none`() {
    let parts = definition.groups[5].parts
    let noCases = Part(numerator: 0, denominator: 0)
    #expect(parts.map { $0.points(for: noCases) } == [600, 0, 0])
  }

  @Test func `what nobody reported counts neither as points nor as maximum`() {
    let score = UnitScore(
      definition, figures: figures { $0 == "one-stop.resolved-of-due" ? (1, 2) : nil })
    #expect(score.total == 1000)
    #expect(score.knownMaximum == 2000)
    #expect(score.share == 5000)
    #expect(score.rating == nil)
    #expect(score.table.notes.joined().contains("20/100"))
    #expect(score.table.title.contains("ước tính theo công thức tham khảo"))
  }

  @Test func `the rankings that come with the program name what there is`() throws {
    let rules = try RankingRule.list(
      Self.node("scores/rankings.yaml"), catalogue: catalogue, scores: [definition])
    #expect(rules.count == 3)
  }
}
