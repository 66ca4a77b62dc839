package import Administration
package import Indicators

/// The report of one unit for one period, ready to be written in any format.
package struct UnitReport: Sendable {
  package var unit: Unit
  /// The reports that it makes for the period, the main one first.
  package var kinds: [ReportKind]
  package var letterhead: Letterhead
  /// "quý II năm 2023".
  package var periodName: String
  /// "Từ ngày 01 tháng 4 năm 2023 đến ngày 30 tháng 6 năm 2023".
  package var span: String
  /// "Trà Vinh, ngày 05 tháng 7 năm 2023".
  package var placeAndDate: String
  /// The period that the report looks ahead to: "quý III năm 2023".
  package var nextPeriodName: String
  /// What the unit's main report is about, the line under BÁO CÁO.
  package var subject: String
  package var sentences: ReportSentences
  /// Whether there are units below it.
  package var hasUnitsBelow: Bool
  /// The documents whose targets apply, the oldest first.
  package var documents: [PlanDocument]
  /// What people wrote for the unit, in Markdown, by the names of the files without their ends.
  package var narrative: [String: String]
  /// What sentences say of its figures.
  package var figures: UnitFigures
  package var summary: ReportSummary
  package var charts: [ReportChart]
  package var forms: [FormTable]
  package var indicators: [IndicatorGroup]
  /// What stands behind the indicators, each an annex of its own.
  package var tables: [ReportAnnexTable]
  package var quality: [QualityRow]
  /// The unit's own rows that were rejected.
  package var rejected: RejectedExcerpt
  /// Explanations that rows refer to by number, from 1.
  package var notes: [String]
  /// How `baocao explain` is called for a figure of the unit, up to scope and indicator.
  package var explainCall: String
  /// The units right below that have a report of their own.
  package var below: [UnitLink]
  /// The units above, the highest first.
  package var above: [UnitLink]
}

/// A unit that has a report, as a link to it.
package struct UnitLink: Hashable, Sendable {
  package var code: String
  package var name: String
  package var level: Level
}

/// The indicators of one area.
package struct IndicatorGroup: Sendable {
  package var area: String
  package var rows: [IndicatorRow]
}

/// One indicator as a table shows it.
package struct IndicatorRow: Sendable {
  /// Counted from 1 through all groups.
  package var ordinal: Int
  package var figure: Figure
  /// Numbers of the notes that explain why there is no comparison, from 1.
  package var previousNote: Int?
  package var yearAgoNote: Int?
}

/// What the reading of one kind of source gave for the unit and in all.
package struct QualityRow: Hashable, Sendable {
  /// "hồ sơ một cửa".
  package var source: String
  package var files: Int
  package var rows: Int
  package var accepted: Int
  package var duplicates: Int
  package var rejected: Int
}
