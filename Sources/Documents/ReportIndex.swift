package import Administration
package import Reporting

/// The way into a run: every unit, level by level.
package struct ReportIndex: Sendable {
  /// "tỉnh Trà Vinh".
  package var province: String
  /// "quý II năm 2023".
  package var periodName: String
  /// "Từ ngày 01 tháng 4 năm 2023 đến ngày 30 tháng 6 năm 2023".
  package var span: String
  /// "ngày 05 tháng 7 năm 2023": the date printed on the reports.
  package var asOf: String
  /// Those of the whole province; `nil` where the run has none.
  package var totals: MainFigures?
  package var groups: [Group]
  /// Who has not reported, by source and by typed indicator.
  package var gaps: [Gap]
  package var quality: [QualityRow]
  package var files: [File]

  package init(
    province: String, periodName: String, span: String, asOf: String, totals: MainFigures?,
    groups: [Group], gaps: [Gap], quality: [QualityRow], files: [File]
  ) {
    self.province = province
    self.periodName = periodName
    self.span = span
    self.asOf = asOf
    self.totals = totals
    self.groups = groups
    self.gaps = gaps
    self.quality = quality
    self.files = files
  }

  /// The units of a level.
  package struct Group: Sendable {
    package var level: Level
    package var units: [Entry]
    /// The name of the page that compares them; empty where there is none.
    package var comparison: String

    package init(level: Level, units: [Entry], comparison: String = "") {
      self.level = level
      self.units = units
      self.comparison = comparison
    }
  }

  /// One unit.
  package struct Entry: Sendable {
    package var code: String
    package var name: String
    /// The formats in which its report is written; empty where it has no data.
    package var formats: Set<ReportFormat>
    /// `nil` where it has no data.
    package var figures: MainFigures?

    package init(
      code: String, name: String, formats: Set<ReportFormat>, figures: MainFigures?
    ) {
      self.code = code
      self.name = name
      self.formats = formats
      self.figures = figures
    }
  }

  /// The figures by which units are looked over, as texts (`NumberText`, `EmptyMark`).
  package struct MainFigures: Hashable, Sendable {
    package var received: String
    package var resolved: String
    /// Share of the resolved that was in time: "98,25%".
    package var onTimeRate: String
    package var overduePending: String
    /// Whether the share meets its target; `nil` where none applies.
    package var isRateMet: Bool?
    /// Of the indicators with a target those that meet it, and all of them.
    package var met: Int
    package var judged: Int

    package init(
      received: String, resolved: String, onTimeRate: String, overduePending: String,
      isRateMet: Bool? = nil, met: Int = 0, judged: Int = 0
    ) {
      self.received = received
      self.resolved = resolved
      self.onTimeRate = onTimeRate
      self.overduePending = overduePending
      self.isRateMet = isRateMet
      self.met = met
      self.judged = judged
    }
  }

  /// A source or an indicator that some units have not reported.
  package struct Gap: Hashable, Sendable {
    package var name: String
    package var count: Int
    /// The names of the units.
    package var units: String

    package init(name: String, count: Int, units: String) {
      self.name = name
      self.count = count
      self.units = units
    }
  }

  /// A file for scripts and for checking, beside `index.html`.
  package struct File: Hashable, Sendable {
    /// "figures.csv".
    package var name: String
    /// What it holds.
    package var note: String

    package init(name: String, note: String) {
      self.name = name
      self.note = note
    }
  }
}
