package import Administration
package import DataFiles

/// The indicators in the order in which reports list them.
package struct IndicatorCatalogue: Sendable {
  package let indicators: [Indicator]

  /// Puts the files of Templates/indicators together.
  package init(_ files: [DataNode], documents: [PlanDocument]) throws(DataFileError) {
    var indicators: [Indicator] = []
    var ids: Set<String> = []
    for file in files {
      for item in try file.mapping(of: ["indicators"]).required("indicators").items() {
        let indicator = try Indicator(item, documents: documents)
        guard ids.insert(indicator.id).inserted else { throw item.fault(.repeated(indicator.id)) }
        indicators.append(indicator)
      }
    }
    self.indicators = indicators
  }

  /// The place of an indicator; `nil` where the catalogue has none of that id.
  package func index(of id: String) -> Int? { indicators.firstIndex { $0.id == id } }
}

/// The targets that apply in one run.
package struct TargetRules: Sendable {
  /// The folder of Templates/provinces.
  package var province: String
  package var year: Int
  /// Last day of the period: a document that was issued later is not yet in force.
  package var day: CalendarDay

  package init(province: String, year: Int, day: CalendarDay) {
    self.province = province
    self.year = year
    self.day = day
  }

  /// The targets of an indicator for a level, those of the newest document first.
  package func targets(of indicator: Indicator, level: Level) -> [Target] {
    let applying = indicator.targets.enumerated().filter { _, target in
      target.values[level] != nil && target.years.contains(year)
        && target.document.issued <= day
        && (target.document.provinces.isEmpty || target.document.provinces.contains(province))
    }
    return applying.sorted {
      // The order of the catalogue decides between targets of one document.
      ($1.element.document.issued, $0.offset) < ($0.element.document.issued, $1.offset)
    }.map(\.element)
  }
}
