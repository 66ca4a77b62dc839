import Administration
import Foundation
import Runs

extension ReportedUnit {
  /// The units of a catalogue that reports on a map show, as the manifest lists them, in the order of
  /// the catalogue; `templates` are the paths of the files of Templates that the run works with.
  static func all(
    of units: UnitCatalogue, on map: UnitMap, templates: [String]
  ) -> [ReportedUnit] {
    let official = officialText(of: templates)
    let forerunners = Forerunners(of: units, on: map)
    let tree = map.tree
    return tree.units.indices.map { number in
      let unit = tree.units[number]
      return ReportedUnit(
        code: unit.code, name: unit.name, level: unit.level.rawValue, parent: unit.parent,
        formerNames: forerunners.names[number].sorted(),
        sharedWith: forerunners.sharers[number].sorted().map { tree.units[$0].code },
        isNamedInTemplates: !unit.isPlace && official.contains(unit.name))
    }
  }

  /// What the data files of Templates say, the catalogue of units and remarks left out; what cannot
  /// be read names nobody.
  private static func officialText(of templates: [String]) -> String {
    templates.filter { $0.hasSuffix(".yaml") }.flatMap { path in
      let text = try? String(contentsOfFile: path, encoding: .utf8)
      return (text ?? "").split(separator: "\n").filter { line in
        line.first { $0 != " " } != "#"
      }
    }.joined(separator: "\n")
  }
}

/// What the units of a map were before, as far as its names meet those of today.
private struct Forerunners {
  /// For every unit of the map the names of its forerunners in which a name of today stands.
  private(set) var names: [Set<String>]
  /// For every unit of the map those that got another part of a forerunner.
  private(set) var sharers: [Set<Int>]

  init(of catalogue: UnitCatalogue, on map: UnitMap) {
    let today = Set(map.tree.units.map { $0.name.lowercased() })
    names = [Set<String>](repeating: [], count: map.tree.units.count)
    sharers = [Set<Int>](repeating: [], count: map.tree.units.count)
    for (entry, unit) in catalogue.entries.enumerated() where !map.shows(entry: entry) {
      let heirs = Set(
        [map.number(ofEntry: entry)].compactMap { $0 }
          + unit.successors.compactMap { map.number(ofCode: $0.code) })
      let name = unit.name.lowercased()
      let meetsToday = today.contains { name.contains($0) }
      for heir in heirs {
        if meetsToday, unit.name != map.tree.units[heir].name { names[heir].insert(unit.name) }
        sharers[heir].formUnion(heirs.subtracting([heir]))
      }
    }
  }
}
