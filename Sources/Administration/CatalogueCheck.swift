internal import DataFiles

/// Holds the entries of a catalogue against each other, so that no day of a report falls into a
/// hole of its map.
struct CatalogueCheck {
  private let catalogue: UnitCatalogue
  /// For every entry its line in the file.
  private let lines: [Int]
  private let file: String
  /// The numbers of the entries of every code.
  private let lives: [String: [Int]]
  /// The last day of the unit that lives longest.
  private let lastDay: CalendarDay
  private(set) var faults: [DataFileError] = []

  /// Looks for every fault at once.
  init(_ catalogue: UnitCatalogue, lines: [Int], file: String) {
    self.catalogue = catalogue
    self.lines = lines
    self.file = file
    lives = Dictionary(grouping: catalogue.entries.indices) { catalogue.entries[$0].code }
    lastDay = catalogue.entries.map(\.life.last).max() ?? CalendarDay(number: .max)
    for entry in catalogue.entries.indices {
      checkLives(of: entry)
      checkParent(of: entry)
      checkSuccessors(of: entry)
      checkHeir(of: entry)
      checkCodes(of: entry)
    }
    checkRoot()
    faults.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func report(_ problem: DataFileProblem, at entry: Int) {
    faults.append(DataFileError(file: file, line: lines[entry], problem: problem))
  }

  /// A code means one unit on a day.
  private mutating func checkLives(of entry: Int) {
    let unit = catalogue.entries[entry]
    let earlier = lives[unit.code, default: []].filter { $0 < entry }
    if earlier.contains(where: { catalogue.entries[$0].life.overlaps(unit.life) }) {
      report(.repeated(unit.code), at: entry)
    }
  }

  /// The unit above lives as long, and at a higher level.
  private mutating func checkParent(of entry: Int) {
    let unit = catalogue.entries[entry]
    guard !unit.parent.isEmpty else {
      if unit.level != .province { report(.missingKey("parent"), at: entry) }
      return
    }
    guard let parents = lives[unit.parent]?.map({ catalogue.entries[$0] }) else {
      let nearest = NearestName.of(unit.parent, among: lives.keys)
      report(.unknownWord(unit.parent, nearest: nearest, allowed: []), at: entry)
      return
    }
    if let alone = unit.life.firstPart(outside: parents.map(\.life)) {
      let problem = UnitProblem.parentNotAlive(
        unit.parent, from: alone.first.number == .min ? nil : alone.first.iso,
        to: alone.last.number == .max ? nil : alone.last.iso)
      report(.unit(problem), at: entry)
    }
    let isDepartment = unit.code.hasPrefix(unit.parent + "-")
    let isBelow = parents.filter { $0.life.overlaps(unit.life) }.allSatisfy {
      $0.level < unit.level || $0.level == unit.level && isDepartment
    }
    if !isBelow { report(.unit(.levelNotBelow(parent: unit.parent)), at: entry) }
  }

  /// Who took a unit's place is there on the day after.
  private mutating func checkSuccessors(of entry: Int) {
    let unit = catalogue.entries[entry]
    guard let end = unit.validTo else {
      if !unit.successors.isEmpty { report(.unit(.successorWithoutEnd), at: entry) }
      return
    }
    for successor in unit.successors {
      guard let others = lives[successor.code] else {
        let nearest = NearestName.of(successor.code, among: lives.keys)
        report(.unit(.noSuchSuccessor(successor.code, nearest: nearest)), at: entry)
        continue
      }
      let next = end.adding(1)
      if others.contains(where: { catalogue.entries[$0].isAlive(on: next) }) { continue }
      // Only such a step can lead back: every other one leads to a later day.
      if let circle = circle(from: entry, over: successor.code) {
        // Told once, at the first of its units.
        if circle.allSatisfy({ $0 >= entry }) {
          let codes = (circle + [entry]).map { catalogue.entries[$0].code }
          report(.unit(.successorsInACircle(codes)), at: entry)
        }
      } else {
        report(.unit(.successorNotAlive(successor.code, on: next.iso)), at: entry)
      }
    }
  }

  /// The entries on the way from an entry over a successor back to itself; `nil` where the way
  /// does not lead back.
  private func circle(from start: Int, over code: String) -> [Int]? {
    var seen: Set<Int> = [start]
    var ways = [(last: start, codes: [code], entries: [start])]
    while let way = ways.popLast() {
      for code in way.codes {
        guard
          let next = catalogue.entry(of: code, after: catalogue.entries[way.last].validTo)
        else { continue }
        if next == start { return way.entries }
        guard seen.insert(next).inserted else { continue }
        let codes = catalogue.entries[next].successors.map(\.code)
        ways.append((next, codes, way.entries + [next]))
      }
    }
    return nil
  }

  /// Something comes of every unit that ends before the catalogue does.
  private mutating func checkHeir(of entry: Int) {
    let unit = catalogue.entries[entry]
    guard let end = unit.validTo, unit.successors.isEmpty, end < lastDay else { return }
    let next = end.adding(1)
    let others = lives[unit.code, default: []].map { catalogue.entries[$0] }
    if others.contains(where: { $0.isAlive(on: next) }) { return }
    if let begins = others.compactMap(\.validFrom).filter({ next < $0 }).min() {
      report(.unit(.gapBeforeNextLife(begins: begins.iso)), at: entry)
    } else {
      report(.unit(.noHeir), at: entry)
    }
  }

  /// A code finds one unit.
  private mutating func checkCodes(of entry: Int) {
    let unit = catalogue.entries[entry]
    for code in Set([unit.code] + unit.agencyCodes).sorted() {
      let other = catalogue.entries(forCode: code).first { number in
        let other = catalogue.entries[number]
        return number < entry && other.code != unit.code && other.life.overlaps(unit.life)
      }
      guard let other else { continue }
      let problem = UnitProblem.sharedCode(
        code, with: catalogue.entries[other].code, line: lines[other])
      report(.unit(problem), at: entry)
    }
  }

  /// Several provinces may live side by side before they become one.
  private mutating func checkRoot() {
    let roots = catalogue.entries.indices.filter {
      catalogue.entries[$0].parent.isEmpty && catalogue.entries[$0].isAlive(on: lastDay)
    }
    guard roots.count != 1, let entry = roots.last ?? catalogue.entries.indices.first else {
      return
    }
    let codes = roots.map { catalogue.entries[$0].code }
    report(.unit(.notOneRoot(codes)), at: entry)
  }
}

extension DaySpan {
  /// The first of its days that are in none of the others, up to where one begins; `nil` where
  /// there are no such days.
  fileprivate func firstPart(outside others: [DaySpan]) -> DaySpan? {
    var first = first
    for other in others.sorted(by: { $0.first < $1.first }) where other.last >= first {
      if other.first > first {
        return other.first > last
          ? DaySpan(first: first, last: last)
          : DaySpan(first: first, last: other.first.adding(-1))
      }
      guard other.last < last else { return nil }
      first = other.last.adding(1)
    }
    return DaySpan(first: first, last: last)
  }
}
