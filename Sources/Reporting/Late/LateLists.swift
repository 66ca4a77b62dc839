package import Administration
package import Intake

/// The late dossiers of a run, each with the unit that is to answer for it.
package struct LateLists: Sendable {
  /// The codes of the causes that forms name, in the order of the words of `overdueCause`.
  static let causeLetters = ["a", "b", "c", "d", "đ"]

  /// The late rows; `nil` where the run reads no dossiers.
  private let rows: LateRows?
  /// The texts that name fields of administration.
  private let fields: [String]
  /// For every unit of the tree the places of its late dossiers in ``KindIntake/late``, pending
  /// ones first, each kind in the order of reading.
  private let pending: [[Int]]
  private let resolved: [[Int]]
  /// For every number of a field of administration its folded spelling.
  private let subjects: [String]

  /// Empty where the run reads no dossiers.
  package init(intake: [KindIntake], map: UnitMap) {
    let dossiers = intake.first { $0.kind == .dossiers }
    rows = dossiers?.late
    fields = dossiers?.subjects ?? []
    subjects = [""] + fields.map { FoldedText.of($0) }
    var pending = [[Int]](repeating: [], count: map.tree.units.count)
    var resolved = pending
    for place in dossiers?.late.indices ?? 0..<0 {
      guard let mark = dossiers?.late.mark(place), let unit = map.number(ofEntry: mark.entry)
      else { continue }
      if mark.isPending {
        pending[unit].append(place)
      } else {
        resolved[unit].append(place)
      }
    }
    self.pending = pending
    self.resolved = resolved
  }

  /// How many late dossiers some units have: still pending, and resolved in the period.
  package func counts(of units: [Int]) -> (pending: Int, resolved: Int) {
    units.reduce(into: (0, 0)) { sum, unit in
      sum.0 += pending[unit].count
      sum.1 += resolved[unit].count
    }
  }

  /// The late dossiers of some units, unit by unit in the order of reading, that are still pending
  /// or were resolved.
  package func dossiers(of units: [Int], arePending: Bool) -> [Entry] {
    units.flatMap { unit in
      (arePending ? pending : resolved)[unit].map { Entry(unit: unit, place: $0) }
    }
  }

  /// A late dossier by its number of unit and its place among the late rows.
  package struct Entry: Hashable, Sendable {
    package var unit: Int
    fileprivate var place: Int
  }

  /// What an entry stands for; the field of administration is empty where the row names none.
  package func dossier(_ entry: Entry) -> (dossier: LateDossier, field: String)? {
    guard let rows else { return nil }
    let dossier = rows[entry.place]
    return (dossier, dossier.subject == 0 ? "" : fields[dossier.subject - 1])
  }

  /// "a) 3; đ) 1; chưa ghi 2": how many pending overdue dossiers have which cause; empty where
  /// no row tells any.
  ///
  /// `subject` is a field of administration as exports spell it; `nil` for all of them.
  func causes(of units: [Int], subject: String?) -> String {
    guard let late = rows else { return "" }
    let folded = subject.map(FoldedText.of)
    var counts = [Int](repeating: 0, count: Self.causeLetters.count + 1)
    for place in units.flatMap({ pending[$0] }) {
      let mark = late.mark(place)
      guard folded == nil || subjects[mark.subject] == folded else { continue }
      counts[mark.cause] += 1
    }
    guard counts.dropFirst().contains(where: { $0 > 0 }) else { return "" }
    let told = zip(Self.causeLetters, counts.dropFirst()).filter { $0.1 > 0 }
      .map { "\($0.0)) \(NumberText.whole($0.1))" }
    let untold = counts[0] > 0 ? ["chưa ghi \(NumberText.whole(counts[0]))"] : []
    return (told + untold).joined(separator: "; ")
  }
}
