import Administration
import Documents
import Indicators
import Reporting

/// The pages that show one rate of all units of a level side by side.
struct ComparisonPages {
  let figures: FigureSet
  let builder: ReportBuilder
  /// "tỉnh Trà Vinh".
  let province: String
  /// The numbers of the units that have a report.
  let written: [Int]

  /// One for every level with two units whose past is known.
  var pages: [LevelComparison] {
    let tree = figures.table.tree
    return tree.levels.compactMap { level in
      let entries = written.filter { tree.units[$0].level == level }.compactMap(entry)
      // Units without any month of their own show nothing, but are not left out.
      guard entries.count > 1 else { return nil }
      return LevelComparison(
        province: FirstLetter.capital(province), periodName: figures.period.name, level: level,
        units: entries)
    }
  }

  private func entry(_ number: Int) -> LevelComparison.Entry? {
    let unit = figures.table.tree.units[number]
    return builder.mainRate(of: number).map { rate in
      LevelComparison.Entry(
        code: unit.code, name: unit.name, hasPage: true, chart: rate.chart, value: rate.value,
        isMet: rate.isMet)
    }
  }
}
