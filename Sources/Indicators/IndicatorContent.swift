internal import DataFiles
package import Intake
internal import Registers

/// What an indicator is made of.
package enum IndicatorContent: Sendable {
  /// Rows of an export that fulfil conditions; without denominator it is a count.
  case rows(SourceKind, numerator: Condition, denominator: Condition?)
  /// Rows of an export for each of the people at the one-stop shop (`staff`).
  case rowsPerStaff(SourceKind, numerator: Condition)
  /// Units that have such a row, among some units.
  case unitsWith(SourceKind, Condition, among: UnitFilter)
  /// Units whose own rate of another indicator reaches a bar in hundredths, among those of some
  /// units that have cases.
  case unitsReaching(indicator: String, bar: Int, among: UnitFilter)
  /// Procedures of the list that have a dossier of some kind, among some of the list; each once in
  /// every scope.
  case procedures(Condition, among: ProcedureFilter)
  /// Tasks of the plan: done by the end of the period, of those due by then.
  case planTasks
  /// Typed by hand (`indicator-values`).
  case typed

  /// The words that a catalogue has for `kind` besides those of exports.
  private static let otherKinds = [
    "units", RegisterKind.procedures.rawValue, RegisterKind.planTasks.rawValue,
    RegisterKind.indicatorValues.rawValue,
  ]

  init(_ map: DataMapping) throws(DataFileError) {
    let node = try map.required("kind")
    let words = SourceKind.allCases.map(\.rawValue) + Self.otherKinds
    let word = try node.word(of: words)
    guard let kind = SourceKind(rawValue: word) else {
      try Self.refuse(["numerator", "denominator", "per", "units-with"], in: map)
      switch word {
      case "units": self = try Self.reaching(map)
      case RegisterKind.procedures.rawValue: self = try Self.procedures(map)
      case RegisterKind.planTasks.rawValue: self = .planTasks
      default: self = .typed
      }
      return
    }
    try Self.refuse(["reaching", "with-dossiers"], in: map)
    if let having = map["units-with"] {
      try Self.refuse(["numerator", "denominator", "per"], in: map)
      self = .unitsWith(
        kind, try Condition(having, kind: kind), among: try Self.among(map))
      return
    }
    let numerator = try Condition(try map.required("numerator"), kind: kind)
    if let per = map["per"] {
      _ = try per.word(of: [RegisterKind.staff.rawValue])
      try Self.refuse(["denominator"], in: map)
      self = .rowsPerStaff(kind, numerator: numerator)
      return
    }
    let denominator = try map["denominator"].map { node throws(DataFileError) in
      try Condition(node, kind: kind)
    }
    self = .rows(kind, numerator: numerator, denominator: denominator)
  }

  /// Whether it counts dossiers row by row.
  var isOfDossierRows: Bool {
    switch self {
    case .rows(let kind, _, _), .rowsPerStaff(let kind, _): kind == .dossiers
    case .unitsWith, .unitsReaching, .procedures, .planTasks, .typed: false
    }
  }

  private static func reaching(_ map: DataMapping) throws(DataFileError) -> IndicatorContent {
    let reaching = try map.required("reaching").mapping(of: ["indicator", "at-least"])
    return .unitsReaching(
      indicator: try reaching.required("indicator").text(),
      bar: try reaching.required("at-least").hundredths(), among: try among(map))
  }

  private static func procedures(_ map: DataMapping) throws(DataFileError) -> IndicatorContent {
    .procedures(
      try Condition(try map.required("with-dossiers"), kind: .dossiers),
      among: try map["among"].map { node throws(DataFileError) in try ProcedureFilter(node) }
        ?? ProcedureFilter())
  }

  private static func among(_ map: DataMapping) throws(DataFileError) -> UnitFilter {
    try map["among"].map { node throws(DataFileError) in try UnitFilter(node) } ?? UnitFilter()
  }

  private static func refuse(_ keys: [String], in map: DataMapping) throws(DataFileError) {
    for key in keys {
      if let node = map[key] { throw node.fault(.unknownKey(key, nearest: nil)) }
    }
  }
}
