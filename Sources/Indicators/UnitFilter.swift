package import Administration
internal import DataFiles

/// Some of the units: those of some kinds, of some levels, or all.
package struct UnitFilter: Hashable, Sendable {
  /// Empty for all.
  var levels: Set<Level> = []
  /// Kinds of units as the catalogue writes them; empty for all.
  var kinds: Set<String> = []

  init() {}

  init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: ["levels", "kinds"])
    for item in map["levels"]?.items() ?? [] { levels.insert(try item.word(Level.self)) }
    for item in map["kinds"]?.items() ?? [] { kinds.insert(try item.text()) }
  }

  /// Whether a unit is one of them.
  package func includes(_ unit: Unit) -> Bool {
    (levels.isEmpty || levels.contains(unit.level))
      && (kinds.isEmpty || kinds.contains(unit.kind))
  }
}
