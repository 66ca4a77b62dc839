internal import Administration
internal import Reporting

extension CellContent {
  /// A cell of a report's table as a number, a day or a text.
  init(_ cell: ReportTable.Cell) {
    switch cell {
    case .text(let text): self = text.isEmpty ? .blank : .text(text)
    case .whole(let number): self = .integer(number)
    case .day(let day):
      let date = day.date
      self = .day(year: date.year, month: date.month, day: date.day)
    case .hundredths(let hundredths): self = .number(Double(hundredths) / 100)
    case .points(let points), .change(let points), .percent(let points):
      self = .number(Double(points) / 10_000)
    }
  }
}

extension ReportTable.Cell {
  /// The number format that shows it as pages do; `nil` for texts and days.
  var numberFormat: String? {
    switch self {
    case .text, .day: nil
    case .whole: ReportStyles.whole
    case .hundredths: ReportStyles.decimal
    case .points: nil
    case .change: "+General;-General;0"
    case .percent: "General\"%\""
    }
  }
}
