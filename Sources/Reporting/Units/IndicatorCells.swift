internal import Indicators

/// The texts of an indicator's row, the same in every output.
package struct IndicatorCells: Hashable, Sendable {
  package var numerator: String
  package var denominator: String
  package var value: String
  /// One for every target that applies, the newest document's first; one that says so where none
  /// does.
  package var targets: [TargetCells]
  package var previous: String
  package var yearAgo: String

  package init(_ row: IndicatorRow) {
    let figure = row.figure
    let part = figure.part.flatMap { $0.hasParts ? $0 : nil }
    numerator = part.map { NumberText.whole($0.numerator) } ?? EmptyMark.notApplicable
    denominator = part?.denominator.map(NumberText.whole) ?? EmptyMark.notApplicable
    value =
      figure.part == nil
      ? EmptyMark.notKnown
      : figure.value.map { NumberText.value($0, of: figure.indicator) } ?? EmptyMark.noCases
    let targets = figure.targets.map { TargetCells($0, of: figure.indicator) }
    self.targets = targets.isEmpty ? [TargetCells.none] : targets
    previous = Self.past(
      figure.previousBase, isKnown: figure.previous != nil, of: figure.indicator,
      note: row.previousNote)
    yearAgo = Self.past(
      figure.yearAgoBase, isKnown: figure.yearAgo != nil, of: figure.indicator,
      note: row.yearAgoNote)
  }

  private static func past(
    _ value: FigureValue?, isKnown: Bool, of indicator: Indicator, note: Int?
  ) -> String {
    if let value { return NumberText.value(value, of: indicator) }
    // What is known but cannot be compared with is a dash, what is not known is not.
    let mark = isKnown ? EmptyMark.noCases : EmptyMark.notKnown
    return note.map { "\(mark) (\($0))" } ?? EmptyMark.noCases
  }
}
