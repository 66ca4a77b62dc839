package import Administration

/// How a unit is called in running text.
package enum UnitNames {
  /// "xã Long Đức", "Sở Nội vụ": the kinds of places are written small within a sentence.
  package static func inSentence(_ unit: Unit) -> String { unit.nameInSentence }

  /// The name without the kind before it, from which papers are dated: "Long Đức".
  ///
  /// Names that are numbers keep their kind: "Phường 1".
  package static func place(of unit: Unit) -> String {
    guard unit.isPlace else { return unit.name }
    let name = unit.name.dropFirst(unit.kind.count + 1)
    return name.allSatisfy(\.isNumber) ? unit.name : String(name)
  }

  /// The letters behind the parent's code: "SNV" of `84-SNV`; empty where there are none.
  package static func abbreviation(of unit: Unit) -> String {
    unit.code.split(separator: "-", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
  }

  /// "trên địa bàn tỉnh Trà Vinh" for a unit with others below it, "tại Sở Nội vụ" else.
  package static func whereabouts(_ unit: Unit, hasUnitsBelow: Bool) -> String {
    hasUnitsBelow ? "trên địa bàn \(inSentence(unit))" : "tại \(inSentence(unit))"
  }
}
