package import Administration
package import DataFiles

/// Letterheads, signers and recipients of the offices of a province; `province.yaml`.
package struct ProvinceProfile: Sendable {
  /// "tỉnh Trà Vinh".
  package let name: String
  private let letterheads: [LetterheadRule]
  /// In the order of the file; of those that a unit makes for a period the first is its main one.
  package let reports: [ReportKind]
  /// Code, or its beginning and `*`, to the place that papers are dated from.
  private let places: [(pattern: String, place: String)]

  package init(
    _ root: DataNode, _ vocabulary: ReportKind.Vocabulary
  ) throws(DataFileError) {
    let map = try root.mapping(of: ["name", "reports", "letterheads", "places"])
    name = try map.required("name").text()
    var rules: [LetterheadRule] = []
    for item in try map.required("letterheads").items() { rules.append(try LetterheadRule(item)) }
    letterheads = rules
    var reports: [ReportKind] = []
    for item in try map.required("reports").items() {
      reports.append(try ReportKind(item, vocabulary))
    }
    self.reports = reports
    var places: [(pattern: String, place: String)] = []
    for entry in try map["places"]?.entries() ?? [] {
      places.append((try entry.key.text(), try entry.value.text()))
    }
    self.places = places
  }

  /// The reports that a unit makes for a period, its main one first.
  package func reports(of unit: Unit, _ period: Period) -> [ReportKind] {
    reports.filter { $0.concerns(unit, period) }
  }

  /// The names of the templates of their texts, each once.
  package var texts: [String] { Set(reports.map(\.text)).sorted() }

  /// The kinds of units that make no report for a period.
  package func kindsWithoutReport(in tree: UnitTree, _ period: Period) -> [String] {
    Set(tree.units.filter { reports(of: $0, period).isEmpty }.map(\.kind)).sorted()
  }

  /// The letterhead of a unit's report of a kind, or of its papers in general; `nil` where no rule
  /// names the unit's kind.
  package func letterhead(
    of number: Int, in tree: UnitTree, for report: ReportKind? = nil
  ) -> Letterhead? {
    let unit = tree.units[number]
    guard let rule = letterheads.first(where: { $0.kinds.contains(unit.kind) }) else { return nil }
    let parent = tree.parent(of: number).map { UnitNames.inSentence(tree.units[$0]) } ?? ""
    return rule.letterhead(
      of: unit, parent: parent, place: place(of: unit), addressees: report?.addressees(of: unit))
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
    guard name.hasPrefix(committee) else { return name }
    return "ỦY\u{a0}BAN\u{a0}NHÂN\u{a0}DÂN" + name.dropFirst(committee.count)
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

  func letterhead(
    of unit: Unit, parent: String, place: String, addressees: [String]?
  ) -> Letterhead {
    let values = [
      "{NAME}": unit.name.uppercased(), "{name}": UnitNames.inSentence(unit),
      "{parent}": parent, "{place}": place, "{ABBREVIATION}": UnitNames.abbreviation(of: unit),
    ]
    let filled = { (text: String) in
      guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
      return values.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
    // The office that collects the reports of all others does not send its own to itself.
    let others = { (names: [String]) in names.map(filled).filter { $0 != unit.name } }
    let asked = others(addressees ?? letterhead.addressees)
    return Letterhead(
      superior: filled(letterhead.superior), agency: filled(letterhead.agency),
      symbol: filled(letterhead.symbol), place: place,
      addressees: asked.isEmpty ? others(letterhead.addressees) : asked,
      signer: letterhead.signer.map(filled),
      recipients: letterhead.recipients.map(filled))
  }
}
