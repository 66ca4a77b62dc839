/// A unit whose place several others took, with the one that reports count all its rows for.
package struct SplitUnit: Hashable, Sendable {
  package var code: String
  /// Code of the unit that the rows count for, which got the larger part.
  package var assigned: String
  /// Codes of the others that got a part, with a `?` behind those of which that is not sure.
  package var others: [String]
  /// What became of it, in words.
  package var text: String
}

extension UnitMap {
  /// What became of an entry that was split; `nil` where it was not, the reports still show it, or
  /// all its parts belong to one unit of theirs.
  package func split(ofEntry entry: Int, in catalogue: UnitCatalogue) -> SplitUnit? {
    let unit = catalogue.entries[entry]
    guard unit.isSplit, let place = number(ofEntry: entry), tree.units[place] != unit,
      unit.successors.contains(where: { number(ofCode: $0.code) != place })
    else { return nil }
    let assigned = tree.units[place]
    let others = unit.successors.dropFirst()
    let names = others.map { other in
      let next = catalogue.entry(of: other.code, on: unit.validTo?.adding(1))
      let name = next.map { catalogue.entries[$0].name + " " } ?? ""
      return "\(name)(\(other.code)\(other.isDoubtful ? ", chưa chắc chắn" : ""))"
    }
    return SplitUnit(
      code: unit.code, assigned: assigned.code,
      others: others.map { $0.code + ($0.isDoubtful ? "?" : "") },
      // Without the unit above it, which may be of a level that is no more.
      text: "\(unit.name) (\(unit.code)) – tính hết cho "
        + "\(assigned.name) (\(assigned.code)), một phần thuộc \(names.joined(separator: "; "))")
  }
}
