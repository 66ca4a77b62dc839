package import Administration
package import Indicators

/// The figures of a unit for the sentences of its reports, beside those of the units below it.
package struct UnitFigures: Sendable {
  /// A unit below with its figures.
  package struct Below: Sendable {
    /// "xã Long Đức", with its district where others have the same name.
    var name: String
    var level: Level
    /// The figures by the ids of their indicators.
    var figure: @Sendable (String) -> Figure?

    package init(name: String, level: Level, figure: @escaping @Sendable (String) -> Figure?) {
      self.name = name
      self.level = level
      self.figure = figure
    }
  }

  /// The names of the period before and of the same period last year; `nil` where there is none.
  let previousName: String?
  let yearAgoName: String?
  /// In the order of the catalogue.
  private let all: [Figure]
  private let figures: [String: Figure]
  /// In the order of the Vietnamese alphabet.
  private let below: [Below]

  package init(
    _ figures: [Figure], below: [Below], previousName: String?, yearAgoName: String?
  ) {
    all = figures
    self.figures = Dictionary(
      figures.map { ($0.indicator.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.below = below.sorted { VietnameseOrder.precedes($0.name, $1.name) }
    self.previousName = previousName
    self.yearAgoName = yearAgoName
  }

  /// What sentences say of an indicator; `nil` where the unit has no figure of it, or nobody has
  /// reported it.
  package func words(of id: String) -> FigureWords? {
    guard let figure = figures[id], figure.part != nil else { return nil }
    return FigureWords(figure, previousName: previousName, yearAgoName: yearAgoName)
  }

  /// The units below that miss their own target of an indicator, level by level.
  package func laggards(of id: String) -> [Laggards] {
    Level.allCases.compactMap { level in
      Laggards(
        level,
        below.filter { $0.level == level }.compactMap { unit in
          unit.figure(id).map { (unit.name, $0) }
        })
    }
  }

  /// The figures whose main target is met or missed, in the order of the catalogue.
  var judged: [Figure] { all.filter { $0.isMet != nil } }
}
