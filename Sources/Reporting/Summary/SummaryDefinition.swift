package import DataFiles
package import Indicators

/// What the summary for leadership shows; `Templates/summary.yaml`.
package struct SummaryDefinition: Sendable {
  /// A chart: its title and the ids of the indicators that it shows.
  struct Chart: Sendable {
    var title: String
    var indicators: [String]
  }

  /// The ids of the main indicators, in their order.
  let indicators: [String]
  /// Numbers over time, one rate by unit, rates over time.
  let flow: Chart
  let units: Chart
  let shares: Chart

  package init(_ root: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try root.mapping(of: ["indicators", "charts"])
    let all = catalogue.indicators
    indicators = try Self.ids(try map.required("indicators"), all)
    let charts = try map.required("charts").mapping(of: ["flow", "units", "shares"])
    flow = try Self.chart(
      try charts.required("flow"), all.filter { $0.measure == .count }, atMost: 3)
    let rates = all.filter { $0.measure == .percent && $0.source != nil }
    units = try Self.chart(try charts.required("units"), rates, atMost: 1)
    shares = try Self.chart(try charts.required("shares"), rates, atMost: 3)
  }

  private static func chart(
    _ node: DataNode, _ indicators: [Indicator], atMost limit: Int
  ) throws(DataFileError) -> Chart {
    let map = try node.mapping(of: ["title", "indicators"])
    let list = try map.required("indicators")
    let ids = try ids(list, indicators)
    guard (1...limit).contains(ids.count) else { throw list.fault(.expected(.wholeNumber)) }
    return Chart(title: try map.required("title").text(), indicators: ids)
  }

  private static func ids(
    _ node: DataNode, _ indicators: [Indicator]
  ) throws(DataFileError) -> [String] {
    var ids: [String] = []
    for item in node.items() { ids.append(try item.word(of: indicators.map(\.id))) }
    return ids
  }
}
