package import Administration
internal import DelimitedText
package import Intake

extension OutputTables {
  /// `split.csv`: every row of a unit that was split, with the unit that it counts for and the others
  /// that it may belong to; `nil` where there is none.
  package static func split(
    _ intake: [KindIntake], _ units: UnitCatalogue, _ map: UnitMap
  ) -> [UInt8]? {
    var text = CSVText(header: ["source", "file", "line", "code", "unit", "assigned", "others"])
    var known: [Int: SplitUnit?] = [:]
    var isEmpty = true
    for kind in intake {
      for row in kind.split {
        let split = known[row.entry] ?? map.split(ofEntry: row.entry, in: units)
        known[row.entry] = .some(split)
        guard let split else { continue }
        isEmpty = false
        text.append([
          kind.kind.rawValue, row.file, "\(row.line)", CSVText.guarded(row.code), split.code,
          split.assigned, split.others.joined(separator: "|"),
        ])
      }
    }
    return isEmpty ? nil : text.bytes
  }
}
