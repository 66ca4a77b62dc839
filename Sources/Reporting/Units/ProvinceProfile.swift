package import Administration
package import DataFiles

/// Letterheads, signers and recipients of the offices of a province; `province.yaml`.
package struct ProvinceProfile: Sendable {
  /// "tỉnh Trà Vinh".
  package let name: String
  private let letterheads: [LetterheadRule]
  /// Code, or its beginning and `*`, to the place that papers are dated from.
  private let places: [(pattern: String, place: String)]

  package init(_ root: DataNode) throws(DataFileError) {
    let map = try root.mapping(of: ["name", "letterheads", "places"])
    name = try map.required("name").text()
    var rules: [LetterheadRule] = []
    for item in try map.required("letterheads").items() { rules.append(try LetterheadRule(item)) }
    letterheads = rules
    var places: [(pattern: String, place: String)] = []
    for entry in try map["places"]?.entries() ?? [] {
      places.append((try entry.key.text(), try entry.value.text()))
    }
    self.places = places
  }

  /// The letterhead of a unit; `nil` where no rule names its kind.
  package func letterhead(of number: Int, in tree: UnitTree) -> Letterhead? {
    let unit = tree.units[number]
    guard let rule = letterheads.first(where: { $0.kinds.contains(unit.kind) }) else { return nil }
    let parent = tree.parent(of: number).map { UnitNames.inSentence(tree.units[$0]) } ?? ""
    return rule.letterhead(of: unit, parent: parent, place: place(of: unit))
  }

  /// The kinds of units for which no letterhead is given.
  package func kindsWithoutLetterhead(in tree: UnitTree) -> [String] {
    let known = Set(letterheads.flatMap(\.kinds))
    return Set(tree.units.map(\.kind)).subtracting(known).sorted()
  }

  private func place(of unit: Unit) -> String {
    let rule = places.first { rule in
      rule.pattern == unit.code
        || rule.pattern.hasSuffix("*") && unit.code.hasPrefix(rule.pattern.dropLast())
    }
    return rule?.place ?? UnitNames.place(of: unit)
  }
}

/// What stands at the head and at the foot of a unit's papers.
package struct Letterhead: Hashable, Sendable {
  /// Name of the office above, in capitals; empty where there is none.
  package var superior: String
  /// Name of the office, in capitals.
  package var agency: String
  /// "BC-UBND": what follows the number of a report.
  package var symbol: String
  /// "Trà Vinh": where it is dated from.
  package var place: String
  package var addressees: [String]
  /// The signer's titles, one a line, in capitals.
  package var signer: [String]
  package var recipients: [String]
}

extension Letterhead {
  /// A name of an office for a narrow column: the words for people's committee stay together, so
  /// that a line breaks before the name of the place, as official papers break it.
  package static func inColumn(_ name: String) -> String {
    let committee = "ỦY BAN NHÂN DÂN"
    return name.replacing(committee, with: committee.replacing(" ", with: "\u{a0}"))
  }
}

/// The letterhead of the units of some kinds, with places for their names.
private struct LetterheadRule: Sendable {
  let kinds: [String]
  private let letterhead: Letterhead

  init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: [
      "kinds", "superior", "agency", "symbol", "addressees", "signer", "recipients",
    ])
    kinds = try map.required("kinds").texts()
    letterhead = Letterhead(
      superior: try map["superior"]?.text() ?? "", agency: try map.required("agency").text(),
      symbol: try map.required("symbol").text(), place: "",
      addressees: try map.required("addressees").texts(),
      signer: try map.required("signer").texts(),
      recipients: try map.required("recipients").texts())
  }

  func letterhead(of unit: Unit, parent: String, place: String) -> Letterhead {
    let values = [
      "{NAME}": unit.name.uppercased(), "{name}": UnitNames.inSentence(unit),
      "{parent}": parent, "{place}": place, "{ABBREVIATION}": UnitNames.abbreviation(of: unit),
    ]
    let filled = { (text: String) in
      values.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
    return Letterhead(
      superior: filled(letterhead.superior), agency: filled(letterhead.agency),
      symbol: filled(letterhead.symbol), place: place,
      addressees: letterhead.addressees.map(filled), signer: letterhead.signer.map(filled),
      recipients: letterhead.recipients.map(filled))
  }
}
