internal import Indicators

/// The texts of an indicator's row, the same in every output.
package struct IndicatorCells: Hashable, Sendable {
  package var numerator: String
  package var denominator: String
  package var value: String
  package var target: String
  package var source: String
  package var status: String
  package var previous: String
  package var yearAgo: String

  package init(_ row: IndicatorRow) {
    let figure = row.figure
    numerator = NumberText.whole(figure.part.numerator)
    denominator = figure.part.denominator.map(NumberText.whole) ?? EmptyMark.notApplicable
    value = figure.value.map(NumberText.value) ?? EmptyMark.noCases
    let isPercent = figure.part.denominator != nil
    let target = figure.targets.first
    self.target =
      target.map { Self.bar($0, figure: figure, isPercent: isPercent) }
      ?? EmptyMark.notApplicable
    source = target?.source ?? ""
    status = figure.isMet.map { $0 ? "Đạt" : "Chưa đạt" } ?? ""
    previous = Self.past(figure.previous, note: row.previousNote)
    yearAgo = Self.past(figure.yearAgo, note: row.yearAgoNote)
  }

  private static func bar(_ target: Target, figure: Figure, isPercent: Bool) -> String {
    guard let bar = target.values[figure.level] else { return EmptyMark.notApplicable }
    let text = NumberText.bar(hundredths: bar, isPercent: isPercent)
    return switch target.comparison {
    case .atLeast: "≥ \(text)"
    case .moreThan: "> \(text)"
    case .atMost: bar == 0 ? text : "≤ \(text)"
    case .lessThan: "< \(text)"
    }
  }

  private static func past(_ value: FigureValue?, note: Int?) -> String {
    if let value { return NumberText.value(value) }
    return note.map { "\(EmptyMark.notKnown) (\($0))" } ?? EmptyMark.noCases
  }
}
