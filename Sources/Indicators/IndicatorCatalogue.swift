package import DataFiles

/// The indicators in the order in which reports list them.
package struct IndicatorCatalogue: Sendable {
  package let indicators: [Indicator]

  /// Puts the files of Templates/indicators together.
  package init(_ files: [DataNode], documents: [PlanDocument]) throws(DataFileError) {
    var indicators: [Indicator] = []
    var nodes: [DataNode] = []
    var ids: Set<String> = []
    for file in files {
      for item in try file.mapping(of: ["indicators"]).required("indicators").items() {
        let indicator = try Indicator(item, documents: documents)
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
  }

  /// The place of an indicator; `nil` where the catalogue has none of that id.
  package func index(of id: String) -> Int? { indicators.firstIndex { $0.id == id } }
}
