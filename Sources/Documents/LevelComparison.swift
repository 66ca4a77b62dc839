package import Administration
package import Reporting

/// A page that shows one rate of every unit of a level over time, side by side.
package struct LevelComparison: Sendable {
  /// "Tỉnh Trà Vinh".
  package var province: String
  /// "quý II năm 2023".
  package var periodName: String
  package var level: Level
  package var units: [Entry]

  package init(province: String, periodName: String, level: Level, units: [Entry]) {
    self.province = province
    self.periodName = periodName
    self.level = level
    self.units = units
  }

  /// One unit.
  package struct Entry: Sendable {
    package var code: String
    package var name: String
    /// Whether a page of it is written.
    package var hasPage: Bool
    /// The rate over the periods, and its target if there is one.
    package var chart: ReportChart
    /// The rate in the period of the report: "98,25%".
    package var value: String
    /// Whether it meets its target; `nil` where that cannot be said.
    package var isMet: Bool?

    package init(
      code: String, name: String, hasPage: Bool, chart: ReportChart, value: String, isMet: Bool?
    ) {
      self.code = code
      self.name = name
      self.hasPage = hasPage
      self.chart = chart
      self.value = value
      self.isMet = isMet
    }
  }

  /// The page of a level, beside `index.html`.
  package static func fileName(of level: Level) -> String { "so-sanh-\(level.rawValue).html" }
}
