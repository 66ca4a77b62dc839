import Administration
import DataFiles

/// The units that a run reports on.
struct UnitChoice {
  /// Numbers in the tree, in its order.
  let numbers: [Int]

  /// The units of the codes given, else of the levels given, else all.
  init(tree: UnitTree, units: [String], levels: [Level]) throws {
    for code in units where tree.number(of: code) == nil {
      let nearest = NearestName.of(code, among: tree.units.map(\.code))
      throw Failure(
        .usage,
        "--unit \(code): danh mục đơn vị của kỳ này không có mã đó."
          + Failure.suggestion(nearest))
    }
    numbers = tree.units.indices.filter { number in
      let unit = tree.units[number]
      return (units.isEmpty || units.contains(unit.code))
        && (levels.isEmpty || levels.contains(unit.level))
    }
  }
}
