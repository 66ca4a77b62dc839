internal import Administration
internal import Reporting

/// The ways from a unit's report to others.
struct LinksScope: TemplateScope {
  let scope: ReportScope

  static let names = NameTable<Self>(
    .text("index") { $0.scope.written.hasIndex ? "../index.html" : "" },
    .list("above") { links in links.scope.report.above.map { links.link(to: $0) } },
    .list("below", \.below),
    .list("formats") { links in
      // In the same folder, so that they still hold when the files are sent together.
      FormatLinkScope.all(links.formats) { links.link(to: links.scope.kind, in: $0) }
    },
    .list("other-reports") { links in
      let scope = links.scope
      return scope.report.kinds.filter { $0.name != scope.kind.name }.map { kind in
        OtherReportScope(
          subject: kind.subject(of: scope.report.periodName),
          link: links.link(to: kind, in: scope.format))
      }
    }
  )

  /// The other formats of the report; a workbook holds all that the unit's reports show.
  private var formats: Set<ReportFormat> { scope.written.formats.subtracting([scope.format]) }

  private func link(to kind: ReportKind, in format: ReportFormat) -> String {
    let isMain = kind.name == scope.report.kinds.first?.name || format == .xlsx
    return ReportPath.encoded(
      ReportPath.name(
        code: scope.report.unit.code, format: format, kind: isMain ? nil : kind.name))
  }

  /// The units below that have a report, level by level.
  private var below: [LevelLinksScope] {
    let units = scope.report.below.filter { scope.written.contains($0.code) }
    return Level.allCases.compactMap { level in
      let links = units.filter { $0.level == level }.map(link)
      return links.isEmpty ? nil : LevelLinksScope(level: level, units: links)
    }
  }

  private func link(to unit: UnitLink) -> UnitLinkScope {
    let path = ReportPath.link(level: unit.level, code: unit.code, format: scope.format)
    return UnitLinkScope(
      unit: unit, link: scope.written.contains(unit.code) ? "../\(path)" : "")
  }
}

/// The units of a level.
struct LevelLinksScope: TemplateScope {
  let level: Level
  let units: [UnitLinkScope]

  static let names = NameTable<Self>(
    .text("level") { FirstLetter.capital($0.level.name) },
    .list("units", \.units)
  )
}

/// A unit with the way to its report.
struct UnitLinkScope: TemplateScope {
  let unit: UnitLink
  /// Empty where no report of it is written.
  let link: String

  static let names = NameTable<Self>(
    .text("code", \.unit.code),
    .text("name", \.unit.name),
    .text("link", \.link)
  )
}

/// The way to a report in one format.
struct FormatLinkScope: TemplateScope {
  let format: ReportFormat
  let link: String

  /// A link for each of some formats, always in the same order.
  static func all(
    _ formats: Set<ReportFormat>, link: (ReportFormat) -> String
  ) -> [FormatLinkScope] {
    ReportFormat.allCases.filter(formats.contains).map { format in
      FormatLinkScope(format: format, link: link(format))
    }
  }

  static let names = NameTable<Self>(.text("name", \.format.name), .text("link", \.link))
}

/// The way to another report of the unit for the same period.
struct OtherReportScope: TemplateScope {
  let subject: String
  let link: String

  static let names = NameTable<Self>(.text("subject", \.subject), .text("link", \.link))
}
