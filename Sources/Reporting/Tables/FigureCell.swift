internal import Indicators

extension ReportTable.Cell {
  /// The value of a figure as a number in the indicator's unit; `…` where it is not known, `-` where it has no cases.
  init(_ part: Part?, of indicator: Indicator) {
    guard let part else {
      self = .text("…")
      return
    }
    switch part.value {
    case .count(let count): self = .whole(count)
    case .percent(let hundredths), .quotient(let hundredths), .amount(let hundredths):
      self = .hundredths(hundredths)
    case .grade: self = .text(part.value.map(indicator.plain) ?? "")
    case nil: self = .text("-")
    }
  }
}
