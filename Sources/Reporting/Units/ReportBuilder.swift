package import Administration
package import Indicators
package import Intake
package import Registers

/// Puts the reports of a run together, one unit at a time.
package struct ReportBuilder: Sendable {
  let figures: FigureSet
  /// Those of the whole area of every unit.
  package let area: AreaFigures
  private let names: DistinctNames
  let days: DaySpan
  let asOf: CalendarDay
  let forms: [FormDefinition]
  package let formBuilder: FormBuilder
  let summary: SummaryDefinition
  /// How `baocao explain` is called for a unit of the run, up to its code.
  let explainCall: String
  let scores: [ScoreDefinition]
  let rankings: [RankingRule]
  let registers: RegisterIntake
  let gaps: ReportingGaps
  let quality: [QualityRow]
  let hasHistory: Bool
  package let rejected: RejectedLists
  /// `nil` unless the period was closed and something changed since.
  let restatement: RestatementTable?
  /// What people wrote, by the codes of the units and the names of the texts.
  let narrative: [String: [String: String]]

  package init(
    figures: FigureSet, days: DaySpan, asOf: CalendarDay, forms: [FormDefinition],
    formBuilder: FormBuilder, summary: SummaryDefinition, explainCall: String,
    scores: [ScoreDefinition], rankings: [RankingRule],
    registers: RegisterIntake,
    gaps: ReportingGaps, quality: [QualityRow], rejected: RejectedLists,
    restatement: RestatementTable?, narrative: [String: [String: String]] = [:], hasHistory: Bool
  ) {
    self.figures = figures
    area = formBuilder.area
    names = DistinctNames(figures.table.tree)
    self.days = days
    self.asOf = asOf
    self.forms = forms
    self.formBuilder = formBuilder
    self.summary = summary
    self.explainCall = explainCall
    self.scores = scores
    self.rankings = rankings
    self.registers = registers
    self.gaps = gaps
    self.hasHistory = hasHistory
    self.rejected = rejected
    self.restatement = restatement
    self.narrative = narrative
    self.quality = quality
  }

  /// The report of a unit.
  ///
  /// - Throws: ``FormFault`` where a form does not add up.
  package func report(
    of number: Int, letterhead: Letterhead, kinds: [ReportKind]
  ) throws(FormFault) -> UnitReport {
    let tree = figures.table.tree
    let unit = tree.units[number]
    let area = area[number]
    let unitFigures = unitFigures(number)
    var notes = ComparisonNotes(figures: figures, hasHistory: hasHistory, asOf: asOf)
    let groups = Self.groups(area.filter { $0.part != nil }, notes: &notes)
    var forms: [FormTable] = []
    if area.contains(where: { $0.indicator.source == .dossiers }) {
      for form in self.forms where form.audience.includes(number, in: tree, on: days.last) {
        forms.append(try formBuilder.form(form, of: number))
      }
    }
    return UnitReport(
      unit: unit, kinds: kinds, letterhead: letterhead, periodName: figures.period.name,
      span: DayText.span(days),
      placeAndDate: "\(letterhead.place), \(DayText.long(asOf))",
      nextPeriodName: figures.period.next.name,
      subject: kinds.first?.subject(of: figures.period.name) ?? "",
      sentences: sentences(of: number, unitFigures),
      hasUnitsBelow: !tree.children(of: number).isEmpty, documents: Self.documents(area),
      narrative: narrative[unit.code] ?? [:], figures: unitFigures,
      summary: ReportSummary(rows: mainRows(groups)),
      charts: ChartBuilder(
        figures: figures, areas: self.area, definition: summary, unit: number
      ).charts,
      forms: forms, indicators: groups,
      tables: self.tables(of: number, area), quality: quality,
      rejected: rejected.excerpt(of: number, unit), notes: notes.texts,
      explainCall: "\(explainCall) --unit \(unit.code)",
      below: tree.children(of: number).filter(figures.hasData).map(link),
      above: ancestors(of: number).map(link))
  }

  /// The rate by which units are compared, over time, and whether it meets its target now; `nil`
  /// where no earlier period is known.
  package func mainRate(of number: Int) -> (chart: ReportChart, value: String, isMet: Bool?)? {
    let builder = ChartBuilder(
      figures: figures, areas: area, definition: summary, unit: number)
    guard let chart = builder.mainRate, let id = summary.units.indicators.first,
      let figure = area.figure(id, of: number)
    else { return nil }
    return (chart, NumberText.value(of: figure), figure.isMet)
  }

  /// The rows of the main indicators, in the order of the summary.
  private func mainRows(_ groups: [IndicatorGroup]) -> [SummaryRow] {
    let rows = groups.flatMap(\.rows)
    return summary.indicators.compactMap { id in
      rows.first { $0.figure.indicator.id == id }.map(SummaryRow.init)
    }
  }

  /// The annexes behind the indicators.
  private func tables(of number: Int, _ area: [Figure]) -> [ReportAnnexTable] {
    let tree = figures.table.tree
    let isRoot = number == tree.root
    let code = tree.units[number].code
    let tasks = registers.tasks.filter { isRoot || $0.unit == code }
    let names = Dictionary(tree.units.map { ($0.code, $0.name) }) { first, _ in first }
    let hasDossiers = area.contains { $0.indicator.source == .dossiers }
    let tables: [(AnnexTable, [ReportTable?])] = [
      (.restatement, [restatement?.table(of: tree.units[number])]),
      (.missing, [MissingTable(figures: area).table]),
      (.scores, hasDossiers ? scores.map { UnitScore($0, figures: area).table } : []),
      (
        .indices,
        isRoot ? [IndexTable(scores: registers.scores, year: days.last.date.year).table] : []
      ),
      (.planTasks, PlanTables(tasks: tasks, day: days.last, names: names).tables),
      (.rankings, rankings.map { $0.table(of: number, in: self.area, tree) }),
      (.formerUnits, BoundaryTables(figures: figures).tables(of: number, area: area)),
      (.trends, trends(area)),
      (.gaps, [gaps.table(of: number)]),
    ]
    return tables.flatMap { kind, tables in
      tables.compactMap { $0 }.map { ReportAnnexTable(kind: kind, table: $0) }
    }
  }

  /// Over the periods that lead up to this one, and over the months of the last year where they are
  /// others.
  private func trends(_ area: [Figure]) -> [ReportTable?] {
    let periods = TrendTable(
      figures: figures, past: figures.trail, endsWithPeriod: true, id: "Diễn biến",
      title: "Diễn biến qua các kỳ", area: area)
    let months = TrendTable(
      figures: figures, past: figures.months, endsWithPeriod: false, id: "Diễn biến 12 tháng",
      title: "Diễn biến 12 tháng", area: area)
    return [periods.table, figures.period.isMonth ? nil : months.table]
  }

  private func unitFigures(_ number: Int) -> UnitFigures {
    let tree = figures.table.tree
    return UnitFigures(
      area[number],
      below: tree.area(of: number).dropFirst().map { unit in
        UnitFigures.Below(name: names.texts[unit], level: tree.units[unit].level) { [area] id in
          area.figure(id, of: unit)
        }
      },
      previousName: figures.previous.period?.name, yearAgoName: figures.period.yearAgo.name)
  }

  private func link(_ number: Int) -> UnitLink {
    let unit = figures.table.tree.units[number]
    return UnitLink(code: unit.code, name: unit.name, level: unit.level)
  }

  private func ancestors(of number: Int) -> [Int] {
    guard let parent = figures.table.tree.parent(of: number) else { return [] }
    return ancestors(of: parent) + [parent]
  }

  private func sentences(of number: Int, _ unitFigures: UnitFigures) -> ReportSentences {
    let tree = figures.table.tree
    let sentences = DossierSentences(
      unit: tree.units[number], hasUnitsBelow: !tree.children(of: number).isEmpty,
      periodName: figures.period.name, figures: unitFigures)
    let indices = IndexSentences(
      scores: number == tree.root ? registers.scores : [], year: days.last.date.year)
    return ReportSentences(
      dossiers: sentences.dossiers() + redrawn(number), targetSummary: sentences.targetSummary,
      targets: sentences.targets(),
      missedTargets: sentences.missedTargets(),
      indices: indices.texts)
  }

  /// The documents whose targets apply to some figures, the oldest first.
  private static func documents(_ area: [Figure]) -> [PlanDocument] {
    Set(area.flatMap { $0.targets.map(\.target.document) }).sorted {
      ($0.issued, $0.id) < ($1.issued, $1.id)
    }
  }

  /// Says that the rows of the period are counted for the units of today.
  private func redrawn(_ number: Int) -> [String] {
    guard BoundaryTables(figures: figures).isRedrawn(number) else { return [] }
    return [
      "Số liệu \(figures.period.name) trong báo cáo này được quy về địa giới hành chính hiện nay; số "
        + "liệu theo địa giới khi đó có ở phụ lục kèm theo."
    ]
  }

  private static func groups(
    _ figures: [Figure], notes: inout ComparisonNotes
  ) -> [IndicatorGroup] {
    var groups: [IndicatorGroup] = []
    for (index, figure) in figures.enumerated() {
      let row = IndicatorRow(
        ordinal: index + 1, figure: figure, previousNote: notes.previous(figure),
        yearAgoNote: notes.yearAgo(figure))
      if let place = groups.firstIndex(where: { $0.area == figure.indicator.area }) {
        groups[place].rows.append(row)
      } else {
        groups.append(IndicatorGroup(area: figure.indicator.area, rows: [row]))
      }
    }
    return groups
  }
}

extension QualityRow {
  /// The rows of all kinds of sources, exports before hand-kept tables.
  package static func all(_ intake: [KindIntake], _ registers: RegisterIntake) -> [QualityRow] {
    let kinds = RegisterKind.allCases.filter(registers.kinds.contains)
    return intake.map(QualityRow.init)
      + kinds.map { kind in
        let ledgers = registers.ledgers.filter { $0.kind == kind }
        return QualityRow(
          source: kind.name, files: ledgers.count, rows: ledgers.reduce(0) { $0 + $1.rows },
          accepted: ledgers.reduce(0) { $0 + $1.accepted },
          duplicates: ledgers.reduce(0) { $0 + $1.duplicates }, rejected: 0)
      }
  }

  /// The sums over all files of a kind.
  package init(_ intake: KindIntake) {
    let ledgers = intake.ledgers
    self.init(
      source: intake.kind.name, files: ledgers.count, rows: ledgers.reduce(0) { $0 + $1.rows },
      accepted: ledgers.reduce(0) { $0 + $1.accepted },
      duplicates: ledgers.reduce(0) { $0 + $1.duplicates },
      rejected: ledgers.reduce(0) { $0 + $1.rejected })
  }
}
