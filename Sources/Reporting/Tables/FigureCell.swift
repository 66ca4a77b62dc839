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
    case .percent(let hundredths), .quotient(let hundredths): self = .hundredths(hundredths)
    case .amount(let hundredths):
      self = hundredths % 100 == 0 ? .whole(hundredths / 100) : .hundredths(hundredths)
    case .grade: self = .text(part.value.map(indicator.plain) ?? "")
    case nil: self = .text("-")
    }
  }

  /// Likewise in a column of several units, where a rate says that it is one.
  init(_ part: Part?, with indicator: Indicator) {
    if case .percent(let hundredths)? = part?.value {
      self = .rate(hundredths)
    } else {
      self.init(part, of: indicator)
    }
  }
}
