internal import Administration
internal import DataFiles

/// Who answers for an indicator: the agencies in charge and those that help.
package struct Responsible: Hashable, Sendable {
  /// Chủ trì.
  package var lead: [String]
  /// Phối hợp.
  package var with: [String]

  /// Names of groups of agencies, folded, and the levels that they mean.
  private static let groups: [String: Set<Level>] = [
    "cac so ban nganh tinh": [.province],
    "cac co quan chuyen mon thuoc cap huyen": [.district],
    "cap huyen": [.district],
    "cap xa": [.commune],
    "cac cap": [.district, .commune],
    "cac co quan don vi dia phuong": Set(Level.allCases),
    "cac co quan don vi": Set(Level.allCases),
    "co quan don vi": Set(Level.allCases),
  ]

  init(lead: [String] = [], with: [String] = []) {
    self.lead = lead
    self.with = with
  }

  init(_ map: DataMapping) throws(DataFileError) {
    lead = try map["lead"]?.texts() ?? []
    with = try map["with"]?.texts() ?? []
  }

  /// Whether a unit is one of those in charge, by its name or by a group of its level; where
  /// nobody is named, every unit is.
  func leads(_ unit: UnitNaming) -> Bool {
    guard !lead.isEmpty else { return true }
    return lead.contains { text in
      let folded = FoldedText.ofUnitName(text)
      return Self.groups[folded]?.contains(unit.level) ?? unit.names.contains(folded)
    }
  }
}

/// What a unit may be called, folded, and its level.
struct UnitNaming {
  let names: Set<String>
  let level: Level

  init(_ unit: Unit) {
    names = Set(([unit.name] + unit.aliases).map(FoldedText.ofUnitName))
    level = unit.level
  }
}
