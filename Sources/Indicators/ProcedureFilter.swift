internal import Administration
package import DataFiles
package import Registers

/// Some of the procedures of the list (danh mục TTHC), by what their rows say.
package struct ProcedureFilter: Hashable, Sendable {
  /// Words of service levels and `none`; empty for all.
  private var serviceLevels: Set<String> = []
  /// `yes`, `no`, `none`; empty for all.
  private var fees: Set<String> = []
  /// Empty for all.
  private var levels: Set<Level> = []

  init() {}

  package init(_ node: DataNode) throws(DataFileError) {
    let map = try node.mapping(of: ["serviceLevel", "feeRequired", "level"])
    for item in map["level"]?.items() ?? [] { levels.insert(try item.word(Level.self)) }
    let levels = Procedure.ServiceLevel.allCases.map(\.rawValue) + ["none"]
    for item in map["serviceLevel"]?.items() ?? [] {
      serviceLevels.insert(try item.word(of: levels))
    }
    for item in map["feeRequired"]?.items() ?? [] {
      fees.insert(try item.word(of: ["yes", "no", "none"]))
    }
  }

  /// Whether a row of the list is one of them.
  package func includes(_ procedure: Procedure) -> Bool {
    let fee = procedure.feeRequired.map { $0 ? "yes" : "no" } ?? "none"
    return
      (serviceLevels.isEmpty
      || serviceLevels.contains(procedure.serviceLevel?.rawValue ?? "none"))
      && (fees.isEmpty || fees.contains(fee))
      && (levels.isEmpty || !levels.isDisjoint(with: procedure.levels))
  }
}
