internal import Administration
package import DataFiles
package import Indicators

/// By what units are ranked; an entry of Templates/scores/rankings.yaml.
package struct RankingRule: Sendable {
  /// What a ranking looks at.
  enum Subject: Sendable {
    case indicator(Indicator)
    case score(ScoreDefinition)
  }

  let subject: Subject
  let sheet: String
  /// Units with fewer cases are not ranked.
  let minimum: Int

  /// The entries of a file `rankings:`.
  package static func list(
    _ root: DataNode, catalogue: IndicatorCatalogue, scores: [ScoreDefinition]
  ) throws(DataFileError) -> [RankingRule] {
    var rules: [RankingRule] = []
    for item in try root.mapping(of: ["rankings"]).required("rankings").items() {
      let map = try item.mapping(of: ["by", "sheet", "minimum"])
      let id = try map.required("by").word(
        of: scores.map(\.id) + catalogue.indicators.map(\.id))
      let subject: Subject
      if let score = scores.first(where: { $0.id == id }) {
        subject = .score(score)
      } else if let place = catalogue.index(of: id) {
        subject = .indicator(catalogue.indicators[place])
      } else {
        continue
      }
      rules.append(
        RankingRule(
          subject: subject, sheet: try map.required("sheet").text(),
          minimum: try map["minimum"]?.integer() ?? 1))
    }
    return rules
  }

  private var title: String {
    switch subject {
    case .indicator(let indicator): "Xếp hạng đơn vị theo chỉ tiêu: \(indicator.name)"
    case .score(let score): "Xếp hạng đơn vị theo: \(score.name) – \(score.label)"
    }
  }

  private var isLowerBetter: Bool {
    if case .indicator(let indicator) = subject { indicator.better == .lower } else { false }
  }

  /// The units below a unit ranked level by level; `nil` where no level has two of them.
  func table(of number: Int, in areas: AreaFigures, _ tree: UnitTree) -> ReportTable? {
    let below = tree.area(of: number).dropFirst()
    var rows: [ReportTable.Row] = []
    for level in tree.levels {
      let units = below.filter { tree.units[$0].level == level }
      guard units.count > 1 else { continue }
      let ranking = Ranking(
        units.map { entry(of: $0, in: areas) }, minimum: minimum, isLowerBetter: isLowerBetter)
      guard !ranking.ranked.isEmpty else { continue }
      rows.append(.group("Đơn vị \(level.name) (\(ranking.ranked.count) đơn vị được xếp hạng)"))
      rows += ranking.ranked.map { row(.whole($0.rank), $0.entry, tree) }
      rows += ranking.outside.map { row(.text(EmptyMark.notApplicable), $0, tree) }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: sheet, title: title,
      columns: [
        .init("Hạng", .mark, width: 8), .init("Đơn vị", .label, width: 50),
        .init("Kết quả", .number, width: 14), .init("Số trường hợp", .number, width: 14),
      ],
      rows: rows,
      notes: [
        "Đơn vị bằng nhau cùng hạng. \(EmptyMark.notApplicable) – không xếp hạng vì có dưới "
          + "\(NumberText.whole(minimum)) trường hợp hoặc chưa có số liệu."
      ])
  }

  private func entry(of unit: Int, in areas: AreaFigures) -> Ranking.Entry {
    switch subject {
    case .indicator(let indicator):
      let part = areas.figure(indicator.id, of: unit)?.part
      return Ranking.Entry(
        unit: unit, value: part?.value?.hundredths, cases: part?.denominator)
    case .score(let definition):
      let score = UnitScore(definition, figures: areas[unit])
      return Ranking.Entry(unit: unit, value: score.share, cases: score.cases)
    }
  }

  private func row(
    _ rank: ReportTable.Cell, _ entry: Ranking.Entry, _ tree: UnitTree
  ) -> ReportTable.Row {
    ReportTable.Row([
      rank, .text(tree.units[entry.unit].name),
      value(entry.value), entry.cases.map { .whole($0) } ?? .text(EmptyMark.notApplicable),
    ])
  }

  private func value(_ hundredths: Int?) -> ReportTable.Cell {
    guard let hundredths else { return .text(EmptyMark.noCases) }
    return switch subject {
    case .indicator(let indicator) where !indicator.isPercent:
      hundredths % 100 == 0 ? .whole(hundredths / 100) : .hundredths(hundredths)
    case .indicator, .score: .rate(hundredths)
    }
  }
}
