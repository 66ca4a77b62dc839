internal import Administration
internal import Reporting

extension CellContent {
  /// A cell of a report's table as a number, a day or a text.
  init(_ cell: ReportTable.Cell) {
    switch cell {
    case .text(let text): self = text.isEmpty ? .blank : CellContent.text(text).cutToFit
    case .whole(let number): self = .integer(number)
    case .day(let day):
      let date = day.date
      self = .day(year: date.year, month: date.month, day: date.day)
    case .hundredths(let hundredths), .rate(let hundredths):
      self = .number(Double(hundredths) / 100)
    case .points(let points), .change(let points), .percent(let points):
      self = .number(Double(points) / 10_000)
    }
  }
}

extension CellContent {
  /// The same, with a text that no cell can hold cut and ended with `…`: a text of that length in
  /// an export must not end the reports of all units.
  var cutToFit: CellContent {
    guard case .text(let text) = self, text.excelLength > SheetLimits.textLength else {
      return self
    }
    var length = 0
    let kept = text.prefix { letter in
      length += letter.utf16.count
      return length < SheetLimits.textLength
    }
    return .text(kept + "…")
  }
}

extension ReportTable.Cell {
  /// The number format that shows it as pages do; `nil` for texts and days.
  var numberFormat: String? {
    switch self {
    case .text, .day: nil
    case .whole: ReportStyles.whole
    case .hundredths: ReportStyles.decimal
    case .rate: ReportStyles.rate
    case .points: nil
    case .change: "+General;-General;0"
    case .percent: "General\"%\""
    }
  }
}
