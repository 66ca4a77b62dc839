/// A chart of a report as a plain value, with the numbers that it shows.
package struct ReportChart: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case columns, bars, lines
  }

  /// What the values are.
  package enum Measure: Hashable, Sendable {
    case count
    /// Hundredths of a percent.
    case percent
  }

  /// A row of values.
  package struct Series: Hashable, Sendable {
    package var name: String
    /// One for every category; `nil` where nothing is known.
    package var values: [Int?]
    package var isTarget: Bool
    /// Whether the values are those of another series a year before.
    package var isYearAgo: Bool

    init(
      _ name: String, _ values: [Int?], isTarget: Bool = false, isYearAgo: Bool = false
    ) {
      self.name = name
      self.values = values
      self.isTarget = isTarget
      self.isYearAgo = isYearAgo
    }
  }

  package var kind: Kind
  package var title: String
  /// What the categories are: "Tháng", "Đơn vị".
  package var categoryTitle: String
  /// What the values are counted in.
  package var valueTitle: String
  package var measure: Measure
  package var categories: [String]
  package var series: [Series]

  /// What it shows in a workbook, for those who do not see it; at most 500 letters.
  package var description: String {
    let text = content + " Số liệu ở trang tính Số liệu biểu đồ."
    return text.count <= 500 ? text : String(text.prefix(497)) + "…"
  }

  /// What it shows, for those who do not see it.
  package var content: String {
    let kinds: [Kind: String] = [
      .columns: "Biểu đồ cột", .bars: "Biểu đồ thanh ngang", .lines: "Biểu đồ đường",
    ]
    let last = categories.indices.last
    let ends = series.map { series in
      guard let last, let value = series.values[last] else { return series.name }
      return "\(series.name) \(written(value)) ở \(categories[last])"
    }
    let span =
      categories.count > 1
      ? "từ \(categories[0]) đến \(categories[categories.count - 1])"
      : categories.first ?? ""
    return "\(kinds[kind] ?? ""): \(title), \(span). \(ends.joined(separator: "; "))."
  }

  private func written(_ value: Int) -> String {
    switch measure {
    case .count: NumberText.whole(value)
    case .percent: NumberText.decimal(hundredths: value) + "%"
    }
  }
}
