package import DataFiles
package import Indicators

/// A score of points made of indicators, as its file in Templates/scores describes it.
package struct ScoreDefinition: Sendable {
  package var id: String
  /// Name of the workbook's sheet.
  package var sheet: String
  package var name: String
  /// What kind of score it is: "ước tính theo công thức tham khảo".
  package var label: String
  /// Names of ratings with the least points of each, in hundredths, the best first.
  package var ratings: [(name: String, from: Int)]
  package var groups: [Group]

  /// Parts that belong together.
  package struct Group: Hashable, Sendable {
    package var name: String
    package var parts: [Part]

    package var maximum: Int { parts.reduce(0) { $0 + $1.maximum } }
  }

  /// Points for one rate: so many for nothing, all from a full rate on, in between by rule of
  /// three.
  package struct Part: Hashable, Sendable {
    package var name: String
    /// In hundredths of a point.
    package var maximum: Int
    package var indicator: String
    package var indicatorName: String
    /// The rate from which all points are given, in hundredths of a percent.
    package var full: Int
    /// Points where there are no cases, in hundredths.
    package var none: Int
  }

  /// All points together, in hundredths.
  package var maximum: Int { groups.reduce(0) { $0 + $1.maximum } }

  package init(_ root: DataNode, catalogue: IndicatorCatalogue) throws(DataFileError) {
    let map = try root.mapping(of: ["id", "sheet", "name", "label", "ratings", "groups"])
    id = try map.required("id").text()
    sheet = try map.required("sheet").text()
    name = try map.required("name").text()
    label = try map.required("label").text()
    var ratings: [(name: String, from: Int)] = []
    for item in try map.required("ratings").items() {
      let rating = try item.mapping(of: ["name", "from"])
      ratings.append(
        (try rating.required("name").text(), try rating.required("from").integer() * 100))
    }
    self.ratings = ratings
    let rates = catalogue.indicators.filter(\.isPercent)
    var groups: [Group] = []
    for item in try map.required("groups").items() {
      let group = try item.mapping(of: ["name", "parts"])
      var parts: [Part] = []
      for item in try group.required("parts").items() {
        parts.append(try Part(item, rates: rates))
      }
      groups.append(Group(name: try group.required("name").text(), parts: parts))
    }
    self.groups = groups
  }
}

extension ScoreDefinition.Part {
  fileprivate init(_ node: DataNode, rates: [Indicator]) throws(DataFileError) {
    let map = try node.mapping(of: ["name", "maximum", "indicator", "full", "none"])
    name = try map.required("name").text()
    maximum = try map.required("maximum").integer() * 100
    let id = try map.required("indicator").word(of: rates.map(\.id))
    indicator = id
    indicatorName = rates.first { $0.id == id }?.name ?? id
    full = try (map["full"]?.integer() ?? 100) * 100
    none = try (map["none"]?.integer() ?? 0) * 100
    guard maximum > 0, full > 0, (0...maximum).contains(none) else {
      throw node.fault(.expected(.wholeNumber))
    }
  }

  /// The points for a figure, in hundredths, rounded half up; `nil` where nothing is known.
  package func points(for part: Indicators.Part?) -> Int? {
    guard let part else { return nil }
    guard let value = part.value else { return none }
    // Of the parts where there are any, so that a rounded rate is not rounded again.
    let numerator = part.hasParts ? part.numerator * 10_000 : value.hundredths
    let denominator = (part.hasParts ? part.denominator ?? 1 : 1) * full
    return min(maximum, (2 * maximum * numerator + denominator) / (2 * denominator))
  }
}
