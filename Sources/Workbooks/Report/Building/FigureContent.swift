internal import Indicators

/// A value of a figure as a cell, a number in its indicator's unit.
struct FigureContent {
  let content: CellContent
  private let format: String?

  /// `text` stands where there is no number.
  init(_ value: FigureValue?, text: String) {
    switch value {
    case .count(let count)?:
      (content, format) = (.integer(count), ReportStyles.whole)
    case .percent(let hundredths)?, .quotient(let hundredths)?:
      (content, format) = (.number(Double(hundredths) / 100), ReportStyles.decimal)
    case .amount(let hundredths)?:
      let isWhole = hundredths % 100 == 0
      content = .number(Double(hundredths) / 100)
      format = isWhole ? ReportStyles.whole : ReportStyles.decimal
    case .grade?, nil:
      (content, format) = (text.isEmpty ? .blank : .text(text), nil)
    }
  }

  func style(bold: Bool = false) -> CellStyle {
    ReportStyles.body(
      bold: bold, horizontal: format == nil ? .center : .right, format: format)
  }
}
