package import Administration
internal import DataFiles
package import Indicators

/// What the rows of a form are.
package enum FormRows: Hashable, Sendable {
  /// Groups of items and what the row over all of them is called.
  case groups([FormGroup], total: String)
  /// Rows of which every one is written down in the form's file.
  case lines([FormLine])
  /// The dossiers that are late: overdue at the end of the period, or resolved late in it.
  case lateDossiers

  init(_ node: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try node.mapping(of: ["groups", "total", "lines", "dossiers"])
    if let lines = map["lines"] {
      var all: [FormLine] = []
      for item in lines.items() { all.append(try FormLine(item, catalogue: catalogue)) }
      self = .lines(all)
    } else if let dossiers = map["dossiers"] {
      _ = try dossiers.word(of: ["late"])
      self = .lateDossiers
    } else {
      var groups: [FormGroup] = []
      for item in try map.required("groups").items() { groups.append(try FormGroup(item)) }
      self = .groups(groups, total: try map.required("total").text())
    }
  }

  /// Whether a row stands for a field of administration, which only rows of exports have.
  var areByField: Bool {
    switch self {
    case .groups(let groups, _): groups.contains { $0.by == .field }
    case .lines, .lateDossiers: false
    }
  }
}

/// A group of rows: the units of one level, of every level by turns, or all units.
package struct FormGroup: Hashable, Sendable {
  /// What its rows stand for.
  package enum Item: String, CaseIterable, Hashable, Sendable {
    /// A field of administration (lĩnh vực).
    case field
    /// A unit of the group's level with what belongs to it at this level.
    case unit
    /// A unit right below with all that is below it; the first is the unit itself alone.
    case below
    /// All units of the group together.
    case whole
  }

  /// Which units it is about.
  package enum Units: Hashable, Sendable {
    case all
    case level(Level)
    /// A group for every level that has units; without heading where there is one level only.
    case eachLevel
  }

  /// What stands over its rows, with `{level}` for the name of the level; empty for no heading.
  package var title: String
  package var units: Units
  package var by: Item

  init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: ["title", "level", "by"])
    title = try map["title"]?.text() ?? ""
    by = try map.required("by").word(Item.self)
    let each = "each"
    switch try map["level"]?.word(of: Level.allCases.map(\.rawValue) + [each]) {
    case nil: units = .all
    case each?: units = .eachLevel
    case let level?: units = Level(rawValue: level).map(Units.level) ?? .all
    }
  }
}

/// A row that the form's file writes down.
package struct FormLine: Hashable, Sendable {
  /// "3.3.1"; empty where it has none.
  package var code: String
  package var label: String
  /// "Nhiệm vụ", "%"; empty for headings.
  package var unit: String
  /// The indicator whose value it shows; `nil` for headings.
  package var indicator: String?
  package var scope: Scope
  /// Units of other levels do not have the line; empty for all.
  package var levels: Set<Level>
  /// The line is only there while the province has units of this level; `nil` for always.
  package var neededLevel: Level?
  package var note: String

  /// Whether it only names the lines whose codes begin with its own.
  var isHeading: Bool { indicator == nil && unit.isEmpty }

  init(_ node: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try node.mapping(of: [
      "code", "label", "unit", "value", "scope", "levels", "while-there-is", "note",
    ])
    neededLevel = try map["while-there-is"]?.word(Level.self)
    code = try map["code"]?.text() ?? ""
    label = try map.required("label").text()
    unit = try map["unit"]?.text() ?? ""
    indicator = try map["value"]?.word(of: catalogue.indicators.map(\.id))
    note = try map["note"]?.text() ?? ""
    levels = []
    for item in map["levels"]?.items() ?? [] { levels.insert(try item.word(Level.self)) }
    let scopes = ["own", "area"] + Level.allCases.map { Scope.level($0).text }
    scope =
      try map["scope"].flatMap { node throws(DataFileError) in
        Scope(try node.word(of: scopes))
      } ?? .area
  }
}
