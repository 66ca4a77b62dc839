internal import Foundation

/// Reads the charts that a sheet shows.
struct DrawingReader {
  /// The path of the drawing's part.
  let part: String
  let parts: BookParts

  func charts() throws(BookDamage) -> [AuditedChart] {
    let relations = try Relations(of: part, in: parts)
    var frames: [(text: String, relation: String)] = []
    var text = ""
    try readXML(try parts.required(part), part: part) { event in
      switch event {
      case .start("graphicFrame", _): text = ""
      case .start("cNvPr", let attributes): text = attributes["descr"] ?? ""
      case .start("chart", let attributes): frames.append((text, attributes["r:id"] ?? ""))
      default: break
      }
    }
    var charts: [AuditedChart] = []
    for frame in frames {
      guard let target = relations.targets[frame.relation] else {
        throw BookDamage(.deadReference, part: part)
      }
      charts.append(try chart(in: target, text: frame.text))
    }
    return charts
  }

  private func chart(in part: String, text: String) throws(BookDamage) -> AuditedChart {
    var chart = AuditedChart(text: text, title: "", series: [])
    var path: [String] = []
    var point = 0
    try readXML(try parts.required(part), part: part) { event in
      switch event {
      case .start(let name, let attributes):
        path.append(name)
        if name == "ser" { chart.series.append(AuditedSeries()) }
        if name == "pt" { point = attributes["idx"].flatMap { Int($0) } ?? 0 }
      case .end(let name, let text):
        let isValue = path.contains("ser") && (path.contains("val") || path.contains("yVal"))
        // The title of an axis stands in the plot area.
        let isTitle = path.contains("title") && !path.contains("plotArea")
        _ = path.popLast()
        let last = chart.series.count - 1
        switch name {
        case "t" where isTitle, "v" where isTitle: chart.title += text
        case "f" where isValue: chart.series[last].cells = text
        case "v" where isValue && path.last == "pt":
          chart.series[last].points[point] = Double(text)
        default: break
        }
      }
    }
    return chart
  }
}

extension AuditedProperties {
  private static let core = "docProps/core.xml"
  private static let app = "docProps/app.xml"

  /// What the two parts of properties say; a part that is missing says nothing.
  init(_ parts: BookParts) throws(BookDamage) {
    var read = AuditedProperties()
    for part in [Self.core, Self.app] {
      guard let content = parts.contents[part] else { continue }
      try readXML(content, part: part) { event in
        switch event {
        case .end("title", let text): read.title = text
        case .end("subject", let text): read.subject = text
        case .end("creator", let text): read.author = text
        case .end("created", let text): read.created = text
        case .end("Company", let text): read.company = text
        default: break
        }
      }
    }
    self = read
  }
}
