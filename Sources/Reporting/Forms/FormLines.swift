internal import Administration
internal import Indicators

/// The rows of a form that its file writes down one by one.
struct FormLines {
  let builder: FormBuilder
  let definition: FormDefinition
  /// Number of the unit that fills the form in.
  let unit: Int

  private var tree: UnitTree { builder.tree }

  func rows(of lines: [FormLine]) -> [FormRow] {
    let shown = shown(lines)
    var known: [Scope: [String: Part]] = [:]
    return shown.map { line in
      guard let id = line.indicator else {
        return row(line, .text(""), note: line.note, role: line.isHeading ? .heading : .item)
      }
      guard !units(line.scope).isEmpty else {
        return row(line, .text(EmptyMark.notApplicable), note: line.note)
      }
      if known[line.scope] == nil { known[line.scope] = parts(line.scope) }
      let part = known[line.scope]?[id]
      return row(line, cell(part, id), note: note(part, line))
    }
  }

  /// The lines that the unit has, without headings of which nothing is left.
  private func shown(_ lines: [FormLine]) -> [FormLine] {
    let level = tree.units[unit].level
    let own = lines.filter { line in
      (line.levels.isEmpty || line.levels.contains(level))
        && line.neededLevel.map(tree.levels.contains) ?? true
    }
    return own.filter { line in
      !line.isHeading
        || own.contains { !$0.isHeading && $0.code.hasPrefix(line.code + ".") }
    }
  }

  private func row(
    _ line: FormLine, _ value: ReportTable.Cell, note: String, role: FormRow.Role = .item
  ) -> FormRow {
    let cells = definition.columns.map { column -> ReportTable.Cell in
      switch column.content {
      case .ordinal: .text(line.code)
      case .label: .text(line.label)
      case .value: value
      case .text(.lineUnit): .text(line.unit)
      case .text(.lineNote): .text(note)
      case .text, .sum, .rate, .figures, .procedures, .typed: .text("")
      }
    }
    return FormRow(role: role, cells: cells)
  }

  private func cell(_ part: Part?, _ id: String) -> ReportTable.Cell {
    guard let part, let indicator = builder.indicators[id] else {
      return .text(EmptyMark.notKnown)
    }
    return ReportTable.Cell(part, of: indicator)
  }

  /// "1.234/1.300": what a rate is made of, behind the note of the file.
  private func note(_ part: Part?, _ line: FormLine) -> String {
    guard let part, part.hasParts, let denominator = part.denominator, denominator > 0 else {
      return line.note
    }
    let parts = "\(NumberText.whole(part.numerator))/\(NumberText.whole(denominator))"
    return line.note.isEmpty ? parts : "\(line.note); \(parts)"
  }

  private func units(_ scope: Scope) -> [Int] {
    switch scope {
    case .own: [unit]
    case .area: tree.area(of: unit)
    case .level(let level): tree.area(of: unit).filter { tree.units[$0].level == level }
    }
  }

  /// The parts of every figure of the unit in a scope, by their indicators.
  ///
  /// Only the province has figures by level; of other units the rows of those below are added up.
  private func parts(_ scope: Scope) -> [String: Part] {
    var parts: [String: Part] = [:]
    if case .level = scope, unit != tree.root {
      let sums = builder.table.parts(of: units(scope))
      for (indicator, part) in zip(builder.table.indicators, sums) { parts[indicator.id] = part }
      return parts
    }
    let figures = scope == .area ? builder.area[unit] : builder.figures.figures(of: unit, scope)
    for figure in figures {
      parts[figure.indicator.id] = figure.part
    }
    return parts
  }
}
