package import DataFiles
package import Intake

/// The indicators in the order in which reports list them.
package struct IndicatorCatalogue: Sendable {
  package let indicators: [Indicator]
  /// What is asked of the dossiers of procedures, each question once.
  let procedureConditions: [Condition]

  /// Puts the files of Templates/indicators together; one of them may say under how many cases
  /// nothing is compared (`small-base`).
  ///
  /// - Throws: the first fault in the order of the files.
  package init(_ files: [DataNode], documents: [PlanDocument]) throws(DataFileError) {
    do {
      try self.init(allOf: files, documents: documents)
    } catch {
      throw error.faults.first ?? DataFileError(file: "", problem: .missingFile)
    }
  }

  /// Likewise.
  ///
  /// - Throws: every entry's first fault; what entries say of each other is looked at where none
  ///   has one.
  package init(
    allOf files: [DataNode], documents: [PlanDocument]
  ) throws(DataFileFaults) {
    var faults: [DataFileError] = []
    var entries: [(Indicator, DataNode)] = []
    do throws(DataFileError) {
      let maps = try files.map { file throws(DataFileError) in
        try file.mapping(of: ["small-base", "indicators"])
      }
      let smallBase = try Self.smallBase(maps)
      var ids: Set<String> = []
      for map in maps {
        for item in try map.required("indicators").items() {
          do throws(DataFileError) {
            let indicator = try Indicator(item, documents: documents, smallBase: smallBase)
            guard ids.insert(indicator.id).inserted else {
              throw item.fault(.repeated(indicator.id))
            }
            entries.append((indicator, item))
          } catch {
            faults.append(error)
          }
        }
      }
    } catch {
      faults.append(error)
    }
    guard faults.isEmpty else { throw DataFileFaults(faults) }
    do throws(DataFileError) {
      try self.init(entries.map(\.0), from: entries.map(\.1))
    } catch {
      throw DataFileFaults([error])
    }
  }

  private init(_ indicators: [Indicator], from nodes: [DataNode]) throws(DataFileError) {
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
