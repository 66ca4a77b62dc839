package import Administration
internal import DataFiles
package import Intake

/// An indicator (chỉ tiêu) of the catalogue.
///
/// A class, as every figure of a run holds one of the few that there are.
package final class Indicator: Sendable {
  /// Which way a value should go.
  package enum Better: String, CaseIterable, Hashable, Sendable {
    case higher, lower, neither
  }

  /// How the values of units become that of a larger one.
  package enum RollUp: String, CaseIterable, Hashable, Sendable {
    case sum
    /// Numerators and denominators are added up, and the rate is made of the sums.
    case parts
    /// The parts are counted anew for every scope, each case once however many units have it.
    case distinct
    /// Not at all: it stands only where it was typed.
    case none
  }

  /// For which unit a dossier is counted.
  package enum CountedAt: String, CaseIterable, Hashable, Sendable {
    case resolving
    /// The unit at whose counter it was received, where the exports tell (NĐ 118/2025/NĐ-CP).
    case receiving
  }

  package let id: String
  package let name: String
  /// The area of administrative reform under which reports list it.
  package let area: String
  /// As tables name it: "hồ sơ", "%".
  package let unit: String
  package let content: IndicatorContent
  package let countedAt: CountedAt
  /// Whether it is only made where the exports tell who received a dossier.
  package let needsReceivers: Bool
  package let better: Better
  package let rollUp: RollUp
  /// Names of grades, the worst first; empty where values are numbers.
  package let scale: [String]
  /// The levels whose units it is for.
  package let levels: Set<Level>
  package let responsible: Responsible
  package let targets: [Target]
  /// With fewer cases than so many in an earlier period nothing is compared with that.
  package let smallBase: Int
  /// How it is counted, as the catalogue says it in one way of writing.
  let definition: String

  private static let keys = [
    "id", "name", "area", "unit", "kind", "better", "roll-up", "numerator", "denominator", "per",
    "units-with", "reaching", "with-dossiers", "among", "scale", "levels", "lead", "with",
    "targets", "small-base", "counted-at", "needs",
  ]
  /// The keys that say how it is counted, besides `scale`, whose order matters.
  private static let countingKeys = [
    "kind", "roll-up", "numerator", "denominator", "per", "units-with", "reaching",
    "with-dossiers", "among",
  ]

  /// `smallBase` holds where the entry names no limit of its own.
  init(
    _ node: DataNode, documents: [PlanDocument], smallBase: Int
  ) throws(DataFileError) {
    let map = try node.mapping(of: Self.keys)
    id = try map.required("id").text()
    name = try map.required("name").text()
    area = try map.required("area").text()
    unit = try map.required("unit").text()
    let content = try IndicatorContent(map)
    self.content = content
    (countedAt, needsReceivers) = try Self.place(map, content)
    better = try map.required("better").word(Better.self)
    let scale = try map["scale"]?.texts() ?? []
    self.scale = scale
    // A rate that were summed, or a count made of parts, would be wrong at every higher level.
    let allowed: [RollUp] =
      switch content {
      case .rows(_, _, denominator: nil): [.sum]
      case .procedures: [.distinct]
      case .rows, .rowsPerStaff, .unitsWith, .unitsReaching, .planTasks: [.parts]
      case .typed: scale.isEmpty ? [.sum, .parts, .none] : [.none]
      }
    let rollUp = try map.required("roll-up").word(of: allowed.map(\.rawValue))
    self.rollUp = RollUp(rawValue: rollUp) ?? .none
    responsible = try Responsible(map)
    var targets: [Target] = []
    for item in map["targets"]?.items() ?? [] {
      targets.append(try Target(item, documents: documents, scale: scale))
    }
    self.targets = targets
    var levels: Set<Level> = []
    for item in map["levels"]?.items() ?? [] { levels.insert(try item.word(Level.self)) }
    if levels.isEmpty, case .typed = content {
      levels = targets.reduce(into: []) { $0.formUnion($1.goals.keys) }
    }
    self.levels = levels.isEmpty ? Set(Level.allCases) : levels
    self.smallBase = try map["small-base"]?.limit() ?? smallBase
    let counting = Self.countingKeys.compactMap { key in
      map[key].map { "\(key):\($0.canonicalText)" }
    }
    let measure = "scale:\(scale.joined(separator: "|")) percent:\(unit == "%")"
    definition = (counting + [measure]).joined(separator: " ")
  }

  /// For which unit it counts, and whether it needs to know who received a dossier.
  private static func place(
    _ map: DataMapping, _ content: IndicatorContent
  ) throws(DataFileError) -> (CountedAt, needsReceivers: Bool) {
    if let node = map["counted-at"], !content.isOfDossierRows {
      throw node.fault(.unknownKey("counted-at", nearest: nil))
    }
    let place = try map["counted-at"]?.word(CountedAt.self) ?? .resolving
    guard let needs = map["needs"] else { return (place, false) }
    guard place == .receiving else { throw needs.fault(.unknownKey("needs", nearest: nil)) }
    _ = try needs.word(of: ["receiving-agency"])
    return (place, true)
  }

  /// How its values are made.
  package var measure: Part.Measure {
    switch content {
    case .rows(_, _, let denominator): denominator == nil ? .count : .percent
    case .rowsPerStaff: .quotient
    case .unitsWith, .unitsReaching, .procedures, .planTasks: .percent
    case .typed:
      switch rollUp {
      case .sum: .count
      case .parts, .distinct: unit == "%" ? .percent : .quotient
      case .none: !scale.isEmpty ? .grade : unit == "%" ? .typedPercent : .typedAmount
      }
    }
  }

  /// Whether its values are percentages.
  package var isPercent: Bool { measure == .percent || measure == .typedPercent }

  /// Whether its cases are units: each does what it asks for, or does not.
  package var isShareOfUnits: Bool {
    switch content {
    case .unitsWith, .unitsReaching: true
    case .rows, .rowsPerStaff, .procedures, .planTasks, .typed: false
    }
  }

  /// The part of no rows at all.
  package var zero: Part {
    let hasDenominator = measure == .percent || measure == .quotient
    return Part(numerator: 0, denominator: hasDenominator ? 0 : nil, measure: measure)
  }

  /// The export whose rows it counts; `nil` where it counts none.
  package var source: SourceKind? {
    switch content {
    case .rows(let kind, _, _), .rowsPerStaff(let kind, _), .unitsWith(let kind, _, _): kind
    case .unitsReaching, .procedures, .planTasks, .typed: nil
    }
  }

  /// Whether somebody types its values.
  package var isTyped: Bool {
    if case .typed = content { true } else { false }
  }

  /// A value as data files write it: `12`, `98.25`, a grade by its name.
  package func plain(_ value: FigureValue) -> String {
    switch value {
    case .count(let count): "\(count)"
    case .percent(let hundredths), .quotient(let hundredths): Hundredths.plain(hundredths)
    case .amount(let hundredths): Hundredths.short(hundredths)
    case .grade(let grade): grade <= scale.count && grade > 0 ? scale[grade - 1] : ""
    }
  }

  /// The value that ``plain(_:)`` wrote; `nil` where the text is none.
  package func value(ofPlain text: String) -> FigureValue? {
    switch measure {
    case .count: Int(text).map { .count($0) }
    case .percent, .typedPercent: Hundredths.of(text).map { .percent(hundredths: $0) }
    case .quotient: Hundredths.of(text).map { .quotient(hundredths: $0) }
    case .typedAmount: Hundredths.of(text).map { .amount(hundredths: $0) }
    case .grade: scale.firstIndex(of: text).map { .grade($0 + 1) }
    }
  }
}

extension DataNode {
  /// A number of cases, 0 or more.
  func limit() throws(DataFileError) -> Int {
    let number = try integer()
    guard number >= 0 else { throw fault(.expected(.wholeNumber)) }
    return number
  }
}
