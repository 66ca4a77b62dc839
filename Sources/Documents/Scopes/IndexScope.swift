internal import Administration
internal import Reporting

/// What the template of `index.html` sees.
struct IndexScope: TemplateScope {
  let index: ReportIndex
  let page: PageParts

  static let names = NameTable<Self>(
    .text("province", \.index.province),
    .text("period", \.index.periodName),
    .text("span", \.index.span),
    .text("as-of", \.index.asOf),
    .group("totals") { $0.index.totals.map(MainFiguresScope.init) },
    .list("groups") { $0.index.groups.map(IndexGroupScope.init) },
    .group("page", \.page),
    .list("gaps") { $0.index.gaps.map(GapScope.init) },
    .list("quality-table") { scope in
      let rows = scope.index.quality
      return rows.isEmpty
        ? [] : [QualityTableScope(rows: rows, rejected: RejectedExcerpt())]
    },
    .list("files") { $0.index.files.map(FileScope.init) }
  )
}

/// The main figures of a unit.
struct MainFiguresScope: TemplateScope {
  let figures: ReportIndex.MainFigures

  static let names = NameTable<Self>(
    .text("received", \.figures.received),
    .text("resolved", \.figures.resolved),
    .text("on-time-rate", \.figures.onTimeRate),
    .text("overdue-pending", \.figures.overduePending),
    .flag("is-rate-met") { $0.figures.isRateMet == true },
    .flag("is-rate-missed") { $0.figures.isRateMet == false },
    .flag("has-targets") { $0.figures.judged > 0 },
    .flag("has-missed") { $0.figures.met < $0.figures.judged },
    .text("met") { NumberText.whole($0.figures.met) },
    .text("missed") { NumberText.whole($0.figures.judged - $0.figures.met) },
    .text("judged") { NumberText.whole($0.figures.judged) },
    // By which units are sorted.
    .text("met-share") { scope in
      let (met, judged) = (scope.figures.met, scope.figures.judged)
      return judged == 0 ? "" : NumberText.decimal(hundredths: met * 10_000 / judged)
    }
  )
}

/// The units of a level.
struct IndexGroupScope: TemplateScope {
  let group: ReportIndex.Group

  static let names = NameTable<Self>(
    .text("id", \.group.level.rawValue),
    .text("level") { FirstLetter.capital($0.group.level.name) },
    .text("count") { NumberText.whole($0.group.units.count) },
    .text("comparison") { ReportPath.encoded($0.group.comparison) },
    .list("units") { scope in
      scope.group.units.map { IndexUnitScope(entry: $0, level: scope.group.level) }
    }
  )
}

/// One unit of the index.
struct IndexUnitScope: TemplateScope {
  let entry: ReportIndex.Entry
  let level: Level

  static let names = NameTable<Self>(
    .text("code", \.entry.code),
    // Where it may be broken, for columns that are narrow.
    .texts("code-pieces") { CodePieces.of($0.entry.code, after: "-") },
    .text("name", \.entry.name),
    .text("link") { scope in
      scope.entry.formats.contains(.html)
        ? ReportPath.link(level: scope.level, code: scope.entry.code, format: .html) : ""
    },
    .list("formats") { scope in
      FormatLinkScope.all(scope.entry.formats) { format in
        ReportPath.link(level: scope.level, code: scope.entry.code, format: format)
      }
    },
    .group("figures") { $0.entry.figures.map(MainFiguresScope.init) }
  )
}

/// A source or an indicator that some units have not reported.
struct GapScope: TemplateScope {
  let gap: ReportIndex.Gap

  static let names = NameTable<Self>(
    .text("name", \.gap.name),
    .text("count") { NumberText.whole($0.gap.count) },
    .text("units", \.gap.units)
  )
}

/// A file beside the index.
struct FileScope: TemplateScope {
  let file: ReportIndex.File

  static let names = NameTable<Self>(
    .text("name", \.file.name),
    .text("link") { ReportPath.encoded($0.file.name) },
    .text("note", \.file.note)
  )
}
