internal import Reporting

/// The axis of the values of a chart.
struct ChartScale: Hashable, Sendable {
  /// The values at its ends.
  let low: Int
  let high: Int
  /// From one grid line to the next.
  let step: Int
  let measure: ReportChart.Measure

  /// An axis on which all values find room, with at most five steps.
  ///
  /// Columns and bars are compared by their length and begin at 0; lines of rates that are all high
  /// may begin at half.
  init(_ values: [Int], _ measure: ReportChart.Measure, fromZero: Bool = true) {
    let unit = measure == .percent ? 100 : 1
    let least = values.min() ?? 0
    let most = max(values.max() ?? 0, unit)
    let half = 50 * unit
    let isHigh = !fromZero && measure == .percent && least >= half && most <= 2 * half
    let low = isHigh ? half : min(0, least)
    // A rate of nearly all is seen against all; where all are just half, the axis begins there.
    let wanted =
      isHigh || measure == .percent && most > half && most <= 2 * half ? 2 * half : most
    let step = Self.step(for: wanted - low, unit: unit)
    self.step = step
    self.low = low >= 0 ? low : -((-low + step - 1) / step) * step
    high = self.low + ((wanted - self.low + step - 1) / step) * step
    self.measure = measure
  }

  /// The smallest of 1, 2, 5, 10, 20, 50 … units that goes at most five times into a span.
  private static func step(for span: Int, unit: Int) -> Int {
    var power = unit
    while true {
      for factor in [1, 2, 5] where factor * power * 5 >= span { return factor * power }
      power *= 10
    }
  }

  /// The values of the grid lines.
  var ticks: [Int] { Array(stride(from: low, through: high, by: step)) }

  /// How far a value is from the low end where the axis has a length; rounded.
  func place(_ value: Int, on length: Int) -> Int {
    let value = min(max(value, low), high)
    return (2 * (value - low) * length + (high - low)) / (2 * (high - low))
  }

  /// A value as the axis names it.
  func text(_ value: Int) -> String {
    switch measure {
    case .count: NumberText.whole(value)
    case .percent: NumberText.short(hundredths: value) + "%"
    }
  }

  /// A value of the chart, as tables write it.
  static func text(_ value: Int?, _ measure: ReportChart.Measure) -> String {
    guard let value else { return EmptyMark.notKnown }
    return switch measure {
    case .count: NumberText.whole(value)
    case .percent: NumberText.decimal(hundredths: value) + "%"
    }
  }
}
