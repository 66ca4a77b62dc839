internal import Administration
internal import Indicators

/// The rows of a form that adds units or fields of administration up.
struct FormGroups {
  let builder: FormBuilder
  let definition: FormDefinition
  /// Number of the unit that fills the form in.
  let unit: Int

  /// What one row is about.
  private struct Item {
    var label: String
    var units: [Int]
    /// The field of administration, as exports spell it; `nil` where it is about all of them.
    var subject: String?
    /// In the order of the table's indicators.
    var parts: [Part]
  }

  /// A group with the units that it is about.
  private struct Resolved {
    var title: String
    var units: [Int]
    var by: FormGroup.Item
  }

  /// The numbers that were typed for the unit, by the ids of their indicators.
  private let typed: [String: Int]

  private var tree: UnitTree { builder.tree }

  init(builder: FormBuilder, definition: FormDefinition, unit: Int) {
    self.builder = builder
    self.definition = definition
    self.unit = unit
    let ids = definition.columns.compactMap { column in
      if case .typed(let id) = column.content { id } else { nil }
    }
    var typed: [String: Int] = [:]
    for figure in ids.isEmpty ? [] : builder.area[unit]
    where ids.contains(figure.indicator.id) {
      typed[figure.indicator.id] = figure.part.flatMap { part in
        // What was typed as such is kept in hundredths.
        part.hasParts ? part.numerator : part.numerator / 100
      }
    }
    self.typed = typed
  }

  func rows(of groups: [FormGroup], total: String) -> [FormRow] {
    let area = tree.area(of: unit)
    let resolved = groups.flatMap { resolve($0, area) }
    let hasHeadings = resolved.contains { !$0.title.isEmpty }
    var rows: [FormRow] = []
    for (number, group) in resolved.enumerated() {
      if hasHeadings {
        let item = Item(
          label: group.title, units: group.units, parts: builder.table.parts(of: group.units))
        rows.append(row(.group, RomanNumeral.text(number + 1), item))
      }
      // A field of administration is there if the form has something to say of it.
      let shown = items(of: group).filter { item in
        group.by != .field || numbers(of: item).contains { $0 ?? 0 != 0 }
      }
      rows += shown.enumerated().map { index, item in row(.item, "\(index + 1)", item) }
    }
    let all = Item(label: total, units: area, parts: builder.table.parts(of: area))
    return rows + [row(.total, "", all)]
  }

  private func resolve(_ group: FormGroup, _ area: [Int]) -> [Resolved] {
    let levels: [Level]
    switch group.units {
    case .all: return [Resolved(title: group.title, units: area, by: group.by)]
    case .level(let level): levels = [level]
    case .eachLevel: levels = tree.levels
    }
    let resolved = levels.compactMap { level -> Resolved? in
      let units = area.filter { tree.units[$0].level == level }
      guard !units.isEmpty else { return nil }
      let title = group.title.replacing("{level}", with: level.name)
      return Resolved(title: title, units: units, by: group.by)
    }
    guard group.units == .eachLevel, resolved.count == 1 else { return resolved }
    return resolved.map { Resolved(title: "", units: $0.units, by: $0.by) }
  }

  // MARK: - Items

  private func items(of group: Resolved) -> [Item] {
    switch group.by {
    case .field: fields(of: group.units)
    case .unit: units(of: group.units)
    case .below: below()
    case .whole:
      [
        Item(
          label: tree.units[unit].name, units: group.units,
          parts: builder.table.parts(of: group.units))
      ]
    }
  }

  /// The fields of administration in Vietnamese order; rows that name none come last.
  private func fields(of units: [Int]) -> [Item] {
    let subjects = builder.table.subjects(of: units)
    let named = subjects.filter { !$0.name.isEmpty }
      .sorted { VietnameseOrder.precedes($0.name, $1.name) }
    return (named + subjects.filter(\.name.isEmpty)).map { subject in
      Item(
        label: subject.name.isEmpty ? "Chưa ghi lĩnh vực" : subject.name, units: units,
        subject: subject.name, parts: subject.parts)
    }
  }

  /// The units of one level: departments right below the form's unit stand for themselves, those
  /// of other places are counted with their place.
  private func units(of units: [Int]) -> [Item] {
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for number in units {
      let owner = owner(of: number)
      if members[owner] == nil { order.append(owner) }
      members[owner, default: []].append(number)
    }
    return order.compactMap { owner in
      let item = Item(
        label: tree.units[owner].name, units: members[owner] ?? [],
        parts: builder.table.parts(of: members[owner] ?? []))
      return owner == unit && !item.parts.contains(where: \.hasCases) ? nil : item
    }
  }

  private func owner(of number: Int) -> Int {
    guard number != unit, let parent = tree.parent(of: number), parent != unit,
      tree.units[parent].level == tree.units[number].level
    else { return number }
    return owner(of: parent)
  }

  /// The units right below with all below them, before them what the unit itself has.
  private func below() -> [Item] {
    let own = Item(
      label: "Trực tiếp tại \(UnitNames.inSentence(tree.units[unit]))", units: [unit],
      parts: builder.table.parts(of: [unit]))
    let children = tree.children(of: unit)
    let items = children.map { child in
      let area = tree.area(of: child)
      return Item(
        label: tree.units[child].name, units: area, parts: builder.table.parts(of: area))
    }
    return own.parts.contains(where: \.hasCases) || children.isEmpty ? [own] + items : items
  }

  // MARK: - Cells

  private func row(_ role: FormRow.Role, _ ordinal: String, _ item: Item) -> FormRow {
    let numbers = numbers(of: item)
    let cells = definition.columns.map { column -> ReportTable.Cell in
      switch column.content {
      case .ordinal: .text(ordinal)
      case .label: .text(item.label)
      case .text(let text): .text(self.text(text, of: item, role))
      case .rate(let one, let other):
        FormCells.rate(numbers[one - 1], of: numbers[other - 1])
      case .sum, .figures, .procedures, .typed, .value:
        numbers[column.number - 1].map(ReportTable.Cell.whole) ?? .text(EmptyMark.notKnown)
      }
    }
    return FormRow(role: role, cells: cells)
  }

  /// The whole number in every column; `nil` where there is none.
  private func numbers(of item: Item) -> [Int?] {
    var numbers: [Int?] = definition.columns.map { column in
      switch column.content {
      case .figures(let plus, let minus):
        return sum(of: plus, item).flatMap { sum in self.sum(of: minus, item).map { sum - $0 } }
      case .procedures(let filter):
        return builder.procedures.isEmpty
          ? nil : builder.procedures.count { filter.includes($0) }
      case .typed(let id): return typed[id]
      case .ordinal, .label, .text, .sum, .rate, .value: return nil
      }
    }
    // A sum may be of sums that stand before or behind it.
    for _ in definition.columns {
      for column in definition.columns {
        guard case .sum(let others) = column.content else { continue }
        let known = others.compactMap { numbers[$0 - 1] }
        if known.count == others.count { numbers[column.number - 1] = known.reduce(0, +) }
      }
    }
    return numbers
  }

  /// `nil` where one of them is not counted in this run.
  private func sum(of terms: [FormTerm], _ item: Item) -> Int? {
    var sum = 0
    for term in terms {
      guard let place = builder.places[term.indicator],
        let number = term.number(in: item.parts[place])
      else { return nil }
      sum += number
    }
    return sum
  }

  private func text(_ text: FormText, of item: Item, _ role: FormRow.Role) -> String {
    switch text {
    case .unitCode:
      item.units.first.flatMap { number in
        role == .item ? tree.units[number].agencyCodes.first : nil
      } ?? ""
    case .causes:
      role == .item ? builder.late.causes(of: item.units, subject: item.subject) : ""
    default: ""
    }
  }
}

/// Cells that several kinds of forms make alike.
enum FormCells {
  /// One number in percent of another, rounded half up to two decimals; a mark where there are
  /// no cases.
  static func rate(_ one: Int?, of other: Int?) -> ReportTable.Cell {
    guard let one, let other else { return .text(EmptyMark.notKnown) }
    guard case .percent(let hundredths)? = Part(numerator: one, denominator: other).value else {
      return .text(EmptyMark.noCases)
    }
    return .hundredths(hundredths)
  }
}
