extension UnitCatalogue {
  /// The entries that an agency's code means, whatever the day: its own or an identifier code, else
  /// those whose identifier code was once written so.
  package func entries(forAgency code: String) -> [Int] {
    let own = entries(forCode: code)
    return own.isEmpty ? entries(forOldCode: code) : own
  }

  /// Which of the entries of a text a row means that begins on a day: one, or several where the
  /// text does not tell them apart.
  ///
  /// Those that live on the day; else those that ended last before it, because exports go on
  /// printing agencies that were abolished; else those that begin first behind it, because an
  /// export made after a merger prints the new unit on older rows too. Without a day it may be any
  /// of them. Of entries with one code there is only one.
  package func meant(_ entries: [Int], on day: CalendarDay?) -> [Int] {
    guard let day else { return oneOfEachCode(entries.reversed()).reversed() }
    let living = entries.filter { self.entries[$0].isAlive(on: day) }
    guard living.isEmpty else { return oneOfEachCode(living) }
    let ends = entries.compactMap { self.entries[$0].validTo }.filter { $0 < day }
    if let last = ends.max() {
      return oneOfEachCode(entries.filter { self.entries[$0].validTo == last })
    }
    let first = entries.compactMap { self.entries[$0].validFrom }.min()
    return oneOfEachCode(entries.filter { self.entries[$0].validFrom == first })
  }

  private func oneOfEachCode(_ entries: [Int]) -> [Int] {
    var codes: Set<String> = []
    return entries.filter { codes.insert(self.entries[$0].code).inserted }
  }
}
