internal import Indicators
internal import Reporting

/// A figure that a template names by the id of its indicator.
struct FigureScope: TemplateScope {
  let words: FigureWords
  private let id: String
  private let figures: UnitFigures

  /// `nil` where the unit has no such figure or nobody has reported it.
  init?(_ id: String, of figures: UnitFigures) {
    guard let words = figures.words(of: id) else { return nil }
    self.words = words
    self.id = id
    self.figures = figures
  }

  static let names = NameTable<Self>(
    .text("value", \.words.value),
    .flag("has-cases", \.words.hasCases),
    .flag("is-zero", \.words.isZero),
    .text("numerator", \.words.numerator),
    .text("denominator", \.words.denominator),
    .text("name", \.words.figure.indicator.name),
    .text("name-in-sentence", \.words.nameInSentence),
    .text("unit-of-measure", \.words.figure.indicator.unit),
    .text("achieved", \.words.achieved),
    .texts("changes", \.words.changes),
    .text("since-previous", \.words.sincePrevious),
    .text("since-year-ago", \.words.sinceYearAgo),
    .text("target", \.words.target),
    .text("target-source", \.words.targetSource),
    .flag("is-met") { $0.words.figure.isMet == true },
    .flag("is-missed") { $0.words.figure.isMet == false },
    .text("judgement", \.words.judgement),
    .list("laggards") { $0.figures.laggards(of: $0.id).map(LaggardsScope.init) }
  )
}

/// The units of a level that miss their target.
struct LaggardsScope: TemplateScope {
  let laggards: Laggards

  static let names = NameTable<Self>(
    .text("text", \.laggards.text),
    .text("level", \.laggards.level),
    .text("count", \.laggards.count),
    .text("bar", \.laggards.bar),
    .text("names", \.laggards.names)
  )
}
