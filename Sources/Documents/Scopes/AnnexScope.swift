internal import Reporting

/// An annex of a report: one of its contents is there, the others are left out.
struct AnnexScope: TemplateScope {
  /// "II"; empty where there is only one.
  let number: String
  let content: AnnexContent
  /// The report that the annex goes with.
  let scope: ReportScope

  static let names = NameTable<Self>(
    .text("annex", \.number),
    .text("annex-title", \.title),
    .group("form", \.form), .group("indicator-table", \.indicators), .group("table", \.table),
    .group("quality-table", \.quality), .list("charts", \.charts)
  )

  private var title: String {
    switch content {
    case .form(let form): form.definition.title
    case .indicators: "Kết quả thực hiện chỉ tiêu cải cách hành chính"
    case .table(let table): table.title
    case .quality: "Chất lượng dữ liệu đầu vào"
    case .charts: "Biểu đồ tổng hợp"
    }
  }

  private var form: FormScope? {
    guard case .form(let form) = content else { return nil }
    return FormScope(form: form, letterhead: scope.letterhead)
  }

  private var indicators: IndicatorTableScope? {
    guard case .indicators(let groups) = content else { return nil }
    return IndicatorTableScope(groups: groups, notes: scope.report.notes)
  }

  private var table: TableScope? {
    guard case .table(let table) = content else { return nil }
    return TableScope(table: table)
  }

  private var charts: [ChartScope] {
    guard case .charts = content else { return [] }
    return ChartScope.all(scope.report.charts)
  }

  private var quality: QualityTableScope? {
    guard case .quality = content else { return nil }
    return QualityTableScope(rows: scope.report.quality, rejected: scope.report.rejected)
  }
}

/// What an annex shows.
enum AnnexContent: Sendable {
  case form(FormTable)
  case indicators([IndicatorGroup])
  case table(ReportTable)
  case quality
  case charts
}

/// Finds what the annexes of a kind of report show for a unit.
struct AnnexContents {
  let report: UnitReport
  let kind: ReportKind

  var all: [AnnexContent] { kind.annexes.flatMap(of) }

  /// Nothing where the unit has nothing of it.
  private func of(_ annex: Annex) -> [AnnexContent] {
    switch annex {
    case .form(let id):
      report.forms.filter { $0.definition.id == id && !$0.definition.isForWorkbooks }
        .map(AnnexContent.form)
    case .indicators: groups.isEmpty ? [] : [.indicators(groups)]
    case .table(let table):
      report.tables.filter { $0.kind == table }.map { .table($0.table) }
    case .quality: report.quality.isEmpty ? [] : [.quality]
    case .charts: report.charts.isEmpty ? [] : [.charts]
    }
  }

  /// The indicators of the areas of the report, numbered from 1.
  private var groups: [IndicatorGroup] {
    guard !kind.areas.isEmpty else { return report.indicators }
    var groups = report.indicators.filter { kind.areas.contains($0.area) }
    var ordinal = 0
    for group in groups.indices {
      for row in groups[group].rows.indices {
        ordinal += 1
        groups[group].rows[row].ordinal = ordinal
      }
    }
    return groups
  }
}
