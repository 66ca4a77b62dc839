internal import Administration

/// The figures of the whole area of every unit, made once for all that ask for them.
package struct AreaFigures: Sendable {
  /// By the numbers of the units; each in the order of the catalogue.
  private let all: [[Figure]]
  private let places: [[String: Int]]

  package init(_ figures: FigureSet) {
    all = figures.table.tree.units.indices.map { figures.figures(of: $0, .area) }
    places = all.map { figures in
      Dictionary(
        figures.enumerated().map { ($0.element.indicator.id, $0.offset) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  /// Those of a unit.
  package subscript(unit: Int) -> [Figure] { all[unit] }

  /// The figure of an indicator; `nil` where the unit has none.
  package func figure(_ id: String, of unit: Int) -> Figure? {
    places[unit][id].map { all[unit][$0] }
  }
}
