package import Administration
internal import DelimitedText
package import Indicators
internal import Intake

/// What changed since the period was closed, as reports and scripts see it.
package struct RestatementTable: Sendable {
  private let restatement: Restatement
  /// Whether the reports already show the figures of today.
  private let isRestated: Bool
  /// "05/07/2023".
  private let closedOn: String

  package init(_ restatement: Restatement, isRestated: Bool, closedOn: CalendarDay) {
    self.restatement = restatement
    self.isRestated = isRestated
    self.closedOn = DayText.short(closedOn)
  }

  /// The table of a unit's report; `nil` where none of its figures changed.
  func table(of unit: Unit) -> ReportTable? {
    let figures = restatement.figures.filter { $0.key.unit == unit.code && $0.key.scope == .area }
    guard !figures.isEmpty else { return nil }
    return ReportTable(
      id: "Số liệu điều chỉnh", title: "Số liệu điều chỉnh so với số đã chốt",
      columns: [
        .init("STT", .mark, width: 6), .init("Chỉ tiêu", .label, width: 60),
        .init("Số đã chốt", .number, width: 16), .init("Số tính lại", .number, width: 16),
        .init("Chênh lệch", .number, width: 16), .init("Số dòng thay đổi", .number, width: 16),
      ],
      rows: figures.enumerated().map { number, figure in
        ReportTable.Row([
          .whole(number + 1), .text("\(figure.indicator.name) (\(figure.indicator.unit))"),
          ReportTable.Cell(figure.old, of: figure.indicator),
          ReportTable.Cell(figure.new, of: figure.indicator), .text(Self.difference(figure)),
          .whole(figure.rows.count),
        ])
      },
      notes: [
        isRestated
          ? "Kỳ này đã chốt ngày \(closedOn). Báo cáo này dùng số tính lại; từng dòng thay đổi ở tệp "
            + "restatement-rows.csv."
          : "Kỳ này đã chốt ngày \(closedOn). Báo cáo này vẫn dùng số đã chốt; từng dòng thay đổi ở tệp "
            + "restatement-rows.csv."
      ])
  }

  private static func difference(_ figure: RestatedFigure) -> String {
    guard let old = figure.old?.value?.hundredths, let new = figure.new?.value?.hundredths,
      figure.indicator.scale.isEmpty
    else { return "-" }
    let text = Hundredths.short(new - old).replacing(".", with: ",")
    return new > old ? "+" + text : text
  }

  /// `restatement.csv`: every figure that changed.
  package func figures(of period: Period) -> [UInt8] {
    var text = CSVText(header: [
      "period", "unit", "scope", "indicator", "old_numerator", "old_denominator", "old_value",
      "new_numerator", "new_denominator", "new_value", "rows",
    ])
    for figure in restatement.figures {
      text.append(
        [period.text, figure.key.unit, figure.key.scope.text, figure.key.indicator]
          + Self.cells(figure.old, figure.indicator) + Self.cells(figure.new, figure.indicator)
          + ["\(figure.rows.count)"])
    }
    return text.bytes
  }

  private static func cells(_ part: Part?, _ indicator: Indicator) -> [String] {
    guard let part else { return ["", "", ""] }
    return [
      part.hasParts ? "\(part.numerator)" : "", part.denominator.map(String.init) ?? "",
      part.value.map(indicator.plain) ?? "",
    ]
  }

  /// `restatement-rows.csv`: the rows behind every changed figure.
  package func rows() -> [UInt8] {
    var text = CSVText(header: [
      "unit", "scope", "indicator", "change", "row_unit", "file", "line", "code",
    ])
    for figure in restatement.figures {
      for row in figure.rows {
        text.append([
          figure.key.unit, figure.key.scope.text, figure.key.indicator,
          row.isNew ? "added" : "removed", row.unit(in: figure.indicator), row.row.place.file,
          "\(row.row.place.line)", CSVText.guarded(row.row.place.code),
        ])
      }
    }
    return text.bytes
  }
}
