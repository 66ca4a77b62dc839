import Administration
import DataFiles
import DelimitedText
import Foundation
import Indicators
import Testing

/// Every measurable target of the five documents stands in the catalogue, and every target of the
/// catalogue in the list of them.
@Suite struct FiveDocumentsTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private let catalogue: IndicatorCatalogue
  /// The list of targets: id, and what each level must reach as `level comparison number`.
  private let list: [String: Set<String>]

  init() throws {
    let folder = Self.repository.appendingPathComponent("Templates/indicators").path
    func node(_ name: String) throws -> DataNode {
      try DataNode(path: "\(folder)/\(name)", name: name)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") && $0 != "documents.yaml" }.sorted()
    catalogue = try IndicatorCatalogue(
      names.map(node), documents: PlanDocument.list(node("documents.yaml")))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Targets/targets.csv").path
    var list: [String: Set<String>] = [:]
    for line in try SmallTable(path: file).lines {
      list[line.cells[0]] = Set(line.cells[1].split(separator: "|").map(String.init))
    }
    self.list = list
  }

  private var targets: [(indicator: Indicator, target: Target)] {
    catalogue.indicators.flatMap { indicator in indicator.targets.map { (indicator, $0) } }
  }

  @Test func `every target of the list is in the catalogue and none is beside it`() {
    #expect(list.count == 100)
    let references = Set(targets.map(\.target.reference))
    #expect(Set(list.keys).subtracting(references) == [])
    #expect(references.subtracting(list.keys) == [])
  }

  @Test func `every target names its document and says what the list says`() {
    for (id, bars) in list where bars != ["*"] {
      let own = targets.filter { $0.target.reference == id }
      #expect(Set(own.flatMap(Self.bars)) == bars, "\(id)")
    }
    for (_, target) in targets {
      #expect(target.reference.hasPrefix(target.document.id + "-"))
      #expect(!target.clause.isEmpty)
      #expect(!target.goals.isEmpty)
    }
  }

  private static func bars(_ entry: (indicator: Indicator, target: Target)) -> [String] {
    entry.target.goals.map { level, goal in
      switch goal {
      case .stated: "\(level.rawValue) stated"
      case .growth(let growth, _):
        "\(level.rawValue) growth \(entry.target.comparison.rawValue)\(Hundredths.short(growth))"
      case .bar(let bar):
        "\(level.rawValue)\(entry.target.comparison.rawValue)"
          + (entry.indicator.scale.isEmpty
            ? Self.number(bar) : entry.indicator.plain(.grade(bar / 100)))
      }
    }
  }

  private static func number(_ hundredths: Int) -> String {
    hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(Double(hundredths) / 100)"
  }

  @Test func `every indicator with a target says who is in charge`() {
    for indicator in catalogue.indicators where indicator.isTyped && !indicator.targets.isEmpty {
      #expect(!indicator.responsible.lead.isEmpty, "\(indicator.id)")
    }
  }

  /// Only where the notes on the documents are at hand beside the repository.
  @Test func `the list is that of the notes on the documents`() throws {
    let path = Self.repository.deletingLastPathComponent()
      .appendingPathComponent("shared/domain/kpis.md").path
    guard let data = FileManager.default.contents(atPath: path) else { return }
    let ids = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\| (00[0-4]-[0-9]+) \|/).map { String($0.1) }
    }
    #expect(Set(ids) == Set(list.keys))
    #expect(ids.count == list.count)
  }
}
