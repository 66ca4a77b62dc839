package import DataFiles
package import Intake

/// The indicators in the order in which reports list them.
package struct IndicatorCatalogue: Sendable {
  package let indicators: [Indicator]
  /// What is asked of the dossiers of procedures, each question once.
  let procedureConditions: [Condition]

  /// Puts the files of Templates/indicators together; one of them may say under how many cases
  /// nothing is compared (`small-base`).
  package init(_ files: [DataNode], documents: [PlanDocument]) throws(DataFileError) {
    var indicators: [Indicator] = []
    var nodes: [DataNode] = []
    var ids: Set<String> = []
    let maps = try files.map { file throws(DataFileError) in
      try file.mapping(of: ["small-base", "indicators"])
    }
    let smallBase = try Self.smallBase(maps)
    for map in maps {
      for item in try map.required("indicators").items() {
        let indicator = try Indicator(item, documents: documents, smallBase: smallBase)
        guard ids.insert(indicator.id).inserted else { throw item.fault(.repeated(indicator.id)) }
        indicators.append(indicator)
        nodes.append(item)
      }
    }
    // A share of units is made of another indicator, which must be a rate counted from rows.
    let rates = indicators.filter { $0.source != nil && $0.measure == .percent }.map(\.id)
    for (indicator, node) in zip(indicators, nodes) {
      guard case .unitsReaching(let base, _, _) = indicator.content, !rates.contains(base) else {
        continue
      }
      throw node.fault(
        .unknownWord(base, nearest: NearestName.of(base, among: rates), allowed: rates))
    }
    self.indicators = indicators
    procedureConditions = try Self.procedureConditions(zip(indicators, nodes))
  }

  private static func smallBase(_ maps: [DataMapping]) throws(DataFileError) -> Int {
    let nodes = maps.compactMap { $0["small-base"] }
    if nodes.count > 1 { throw nodes[1].fault(.repeated("small-base")) }
    return try nodes.first?.limit() ?? 0
  }

  private static func procedureConditions(
    _ entries: some Sequence<(Indicator, DataNode)>
  ) throws(DataFileError) -> [Condition] {
    var conditions: [Condition] = []
    for (indicator, node) in entries {
      guard case .procedures(let condition, _) = indicator.content,
        !conditions.contains(condition)
      else { continue }
      conditions.append(condition)
      // A procedure of a unit has a bit for each.
      if conditions.count > 64 { throw node.fault(.tooMany("with-dossiers", most: 64)) }
    }
    return conditions
  }

  /// The marks by which readers gather what dossiers say of procedures, a bit for each question.
  package var procedureMarks: ProcedureMarks {
    let conditions = procedureConditions
    return { signature in
      conditions.enumerated().reduce(0) { marks, entry in
        entry.element.holds(for: signature) ? marks | 1 << UInt64(entry.offset) : marks
      }
    }
  }

  /// The place of an indicator; `nil` where the catalogue has none of that id.
  package func index(of id: String) -> Int? { indicators.firstIndex { $0.id == id } }
}
