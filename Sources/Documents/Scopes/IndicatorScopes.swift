internal import Indicators
internal import Reporting

/// The table of indicators with its notes.
struct IndicatorTableScope: TemplateScope {
  let groups: [IndicatorGroup]
  let notes: [String]

  static let names = NameTable<Self>(
    .list("groups") { $0.groups.map(IndicatorGroupScope.init) },
    .text("legend") { _ in EmptyMark.legend },
    .list("notes") { scope in
      let used = scope.numbersOfNotes
      return scope.notes.enumerated().map { NoteScope(number: $0.offset + 1, text: $0.element) }
        .filter { used.contains($0.number) }
    }
  )

  /// The notes that rows refer to.
  private var numbersOfNotes: Set<Int> {
    Set(groups.flatMap(\.rows).flatMap { [$0.previousNote, $0.yearAgoNote] }.compactMap { $0 })
  }
}

/// The indicators of one area.
struct IndicatorGroupScope: TemplateScope {
  let group: IndicatorGroup

  static let names = NameTable<Self>(
    .text("area", \.group.area),
    .list("rows") { $0.group.rows.map(IndicatorScope.init) }
  )
}

/// One indicator with its targets and its past.
struct IndicatorScope: TemplateScope {
  let ordinal: Int
  let indicator: Indicator
  let cells: IndicatorCells

  init(row: IndicatorRow) {
    ordinal = row.ordinal
    indicator = row.figure.indicator
    cells = IndicatorCells(row)
  }

  static let names = NameTable<Self>(
    .number("ordinal", \.ordinal),
    .text("name", \.indicator.name),
    .text("unit", \.indicator.unit),
    .text("numerator", \.cells.numerator),
    .text("denominator", \.cells.denominator),
    .text("value", \.cells.value),
    .number("target-count", \.cells.targets.count),
    .flag("has-several-targets") { $0.cells.targets.count > 1 },
    .group("first-target") { $0.cells.targets.first.map(TargetScope.init) },
    .list("more-targets") { $0.cells.targets.dropFirst().map(TargetScope.init) },
    .text("previous", \.cells.previous),
    .text("year-ago", \.cells.yearAgo)
  )
}

/// One target of an indicator.
struct TargetScope: TemplateScope {
  let cells: TargetCells

  static let names = NameTable<Self>(
    .text("target", \.cells.target),
    .text("source", \.cells.source),
    .text("status", \.cells.status),
    .flag("is-missed", \.cells.isMissed)
  )
}

/// A note that rows refer to by its number.
struct NoteScope: TemplateScope {
  let number: Int
  let text: String

  static let names = NameTable<Self>(.number("number", \.number), .text("text", \.text))
}
