internal import Administration
package import Indicators
internal import Intake
package import Registers

/// Who has not reported: for each source and each typed indicator the units without data in the
/// period.
package struct ReportingGaps: Sendable {
  /// One source or indicator.
  package struct Gap: Hashable, Sendable {
    package var name: String
    /// The numbers of the units without data.
    package var units: [Int]
    /// Whether it is a typed indicator and not a source.
    package var isIndicator: Bool
  }

  package let gaps: [Gap]
  private let tree: UnitTree

  package init(_ figures: FigureSet, _ registers: RegisterIntake) {
    let tree = figures.table.tree
    self.tree = tree
    // The province itself is the sum of the others.
    let all = tree.units.indices.filter { $0 != tree.root }
    var gaps: [Gap] = []
    for kind in SourceKind.allCases {
      guard let reporting = figures.table.reporting[kind] else { continue }
      gaps.append(
        Gap(name: kind.name, units: all.filter { !reporting.contains($0) }, isIndicator: false))
    }
    if registers.kinds.contains(.staff) {
      let known = Set(registers.staff.map(\.unit))
      gaps.append(
        Gap(
          name: RegisterKind.staff.name,
          units: all.filter { !known.contains(tree.units[$0].code) }, isIndicator: false))
    }
    for entry in figures.unreported {
      gaps.append(Gap(name: entry.indicator.name, units: entry.units, isIndicator: true))
    }
    self.gaps = gaps.filter { !$0.units.isEmpty }
  }

  /// The names of some units, the first ones where there are many.
  package func names(of units: [Int], limit: Int) -> String {
    let shown = units.prefix(limit).map { tree.units[$0].name }.joined(separator: "; ")
    let rest = units.count - limit
    return rest > 0 ? "\(shown) và \(NumberText.whole(rest)) đơn vị khác" : shown
  }

  /// The gaps of the units of an area; `nil` where there are none.
  func table(of number: Int) -> ReportTable? {
    let area = Set(tree.area(of: number))
    let isAlone = area.count == 1
    let rows = gaps.compactMap { gap -> ReportTable.Row? in
      // A unit's own indicators stand in the list of what it has to type.
      guard !(isAlone && gap.isIndicator) else { return nil }
      let units = gap.units.filter(area.contains)
      guard !units.isEmpty else { return nil }
      let name = FirstLetter.capital(gap.name)
      return ReportTable.Row([
        .text(gap.isIndicator ? "Chỉ tiêu" : "Nguồn"), .text(name), .whole(units.count),
        .text(names(of: units, limit: 40)),
      ])
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "Đơn vị chưa báo cáo", title: "Đơn vị chưa có số liệu trong kỳ",
      columns: [
        .init("Loại", .mark, width: 10), .init("Nguồn, chỉ tiêu", .label, width: 50),
        .init("Số đơn vị", .number, width: 10), .init("Đơn vị", .text, width: 80),
      ],
      rows: rows,
      notes: [
        "Nguồn: trong kỳ không có dòng nào của đơn vị. Chỉ tiêu: đơn vị chủ trì chưa nhập số liệu."
      ])
  }
}
