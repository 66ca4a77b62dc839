import Administration
import Documents
import Foundation
import Indicators
import Reporting

/// What `index.html` says of a run.
struct IndexPage {
  let figures: FigureSet
  let areas: AreaFigures
  /// "tỉnh Trà Vinh".
  let province: String
  let days: DaySpan
  let quality: [QualityRow]
  let gaps: ReportingGaps
  let asOf: CalendarDay
  let formats: Set<OutputFormat>
  /// The numbers of the units that the run reports on, and of those that have a report.
  let chosen: [Int]
  let written: Set<Int>
  /// The levels of which a page compares the units.
  let compared: Set<Level>
  /// Whether rows count for units that were split.
  let hasSplitRows: Bool

  var index: ReportIndex {
    let tree = figures.table.tree
    let groups = tree.levels.compactMap { level -> ReportIndex.Group? in
      let units = chosen.filter { tree.units[$0].level == level }
      guard !units.isEmpty else { return nil }
      return ReportIndex.Group(
        level: level, units: units.map(entry),
        comparison: compared.contains(level) ? LevelComparison.fileName(of: level) : "")
    }
    return ReportIndex(
      province: FirstLetter.capital(province), periodName: figures.period.name,
      span: DayText.span(days), asOf: DayText.long(asOf),
      totals: tree.root.flatMap { chosen.contains($0) ? mainFigures(of: $0) : nil },
      groups: groups,
      gaps: gaps.gaps.map { gap in
        let name = FirstLetter.capital(gap.name)
        return ReportIndex.Gap(
          name: name, count: gap.units.count, units: gaps.names(of: gap.units, limit: .max))
      },
      quality: quality, files: files)
  }

  private func entry(_ number: Int) -> ReportIndex.Entry {
    let unit = figures.table.tree.units[number]
    guard written.contains(number) else {
      return ReportIndex.Entry(code: unit.code, name: unit.name, formats: [], figures: nil)
    }
    return ReportIndex.Entry(
      code: unit.code, name: unit.name, formats: Set(formats.compactMap(\.report)),
      figures: mainFigures(of: number))
  }

  /// The main figures of a unit's area; `nil` where the run reads no dossiers.
  private func mainFigures(of number: Int) -> ReportIndex.MainFigures? {
    let text = { (id: String) in
      areas.figure(id, of: number).map(NumberText.value(of:))
    }
    guard let received = text("dossiers.received"), let resolved = text("dossiers.resolved"),
      let rate = text("one-stop.on-time"), let overdue = text("dossiers.pending.overdue")
    else { return nil }
    let judged = areas[number].compactMap(\.isMet)
    return ReportIndex.MainFigures(
      received: received, resolved: resolved, onTimeRate: rate, overduePending: overdue,
      isRateMet: areas.figure("one-stop.on-time", of: number)?.isMet,
      met: judged.count { $0 }, judged: judged.count)
  }

  private var files: [ReportIndex.File] {
    let tables: [ReportIndex.File] = [
      .init(name: "figures.csv", note: "Toàn bộ số liệu của các đơn vị"),
      .init(name: "targets.csv", note: "Từng mục tiêu áp dụng, văn bản đặt ra và kết quả"),
    ]
    let ledger: [ReportIndex.File] = [
      .init(name: "quality.csv", note: "Sổ dòng của từng tệp nguồn"),
      .init(name: "rejected.csv", note: "Từng dòng bị loại và lý do"),
      .init(name: "superseded.csv", note: "Từng dòng trùng và dòng được lấy thay"),
    ]
    let split = ReportIndex.File(
      name: "split.csv", note: "Từng dòng của đơn vị đã chia cho nhiều đơn vị, cần xem lại")
    let rest: [ReportIndex.File] = [
      .init(name: "warnings.csv", note: "Các từ chưa có trong mẫu đọc"),
      .init(name: "manifest.json", note: "Nguồn, mẫu và kết quả của lần chạy, kèm mã băm"),
    ]
    return (formats.contains(.csv) ? tables : []) + ledger + (hasSplitRows ? [split] : []) + rest
  }
}

extension OutputFormat {
  /// The format of a unit's report; `nil` for the tables of the whole run.
  var report: ReportFormat? {
    switch self {
    case .xlsx: .xlsx
    case .html: .html
    case .md: .markdown
    case .csv: nil
    }
  }
}
