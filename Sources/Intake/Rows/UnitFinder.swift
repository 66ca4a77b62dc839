internal import Administration
internal import DelimitedText

/// What a text of a row says of its unit.
enum UnitFinding: Hashable, Sendable {
  /// Place in `UnitCatalogue/entries`.
  case entry(Int)
  /// The text means several units.
  case ambiguous
  /// The text means none, or there is none.
  case unknown
}

/// Finds the unit of a row, looking each distinct text up in the catalogue only once.
struct UnitFinder: Sendable {
  let catalogue: UnitCatalogue
  private var codes = Memo()
  private var names = Memo()

  /// The distinct texts of one column and what each means.
  private struct Memo: Sendable {
    var texts = ByteInterner()
    /// For every text its meaning, which is nearly always the same on every day; below
    /// ``Meaning/ambiguous`` it is a place in ``changing``, counted down.
    var meanings: [Int32] = []
    /// The meanings of texts whose meaning changes with the day.
    var changing: [[Meaning]] = []
  }

  /// What a text means from a day on.
  private struct Meaning: Sendable {
    var firstDay: Int32
    /// The place of an entry, ``unknown`` or ``ambiguous``.
    var entry: Int32

    static let unknown: Int32 = -1
    static let ambiguous: Int32 = -2
  }

  init(catalogue: UnitCatalogue) {
    self.catalogue = catalogue
  }

  /// What a code means on a day.
  mutating func unit(
    code range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> UnitFinding {
    let text = codes.texts.intern(range, of: bytes)
    if text == codes.meanings.count {
      learn(catalogue.entries(forAgency: codes.texts.text(of: text)), in: &codes)
    }
    return Self.finding(codes, text, on: day)
  }

  /// What a name means on a day.
  mutating func unit(
    name range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> UnitFinding {
    let text = names.texts.intern(range, of: bytes)
    if text == names.meanings.count {
      learn(catalogue.entries(forName: names.texts.text(of: text)), in: &names)
    }
    return Self.finding(names, text, on: day)
  }

  /// Keeps the meaning of the newest text of a memo.
  private func learn(_ entries: [Int], in memo: inout Memo) {
    let meanings = meanings(of: entries)
    if meanings.count == 1 {
      memo.meanings.append(meanings[0].entry)
    } else {
      memo.changing.append(meanings)
      memo.meanings.append(Meaning.ambiguous - Int32(memo.changing.count))
    }
  }

  /// What a text with some entries means on every day: it changes only where one of them begins or
  /// has ended.
  private func meanings(of entries: [Int]) -> [Meaning] {
    var days: Set<Int32> = [.min]
    for entry in entries {
      if let first = catalogue.entries[entry].validFrom { days.insert(first.number) }
      if let last = catalogue.entries[entry].validTo { days.insert(last.adding(1).number) }
    }
    var meanings: [Meaning] = []
    for day in days.sorted() {
      let meant = catalogue.meant(entries, on: CalendarDay(number: day))
      let entry =
        meant.count > 1 ? Meaning.ambiguous : meant.first.map { Int32($0) } ?? Meaning.unknown
      if meanings.last?.entry != entry {
        meanings.append(Meaning(firstDay: day, entry: entry))
      }
    }
    return meanings
  }

  private static func finding(_ memo: Memo, _ text: Int, on day: CalendarDay) -> UnitFinding {
    var meaning = memo.meanings[text]
    if meaning < Meaning.ambiguous {
      let changing = memo.changing[Int(Meaning.ambiguous - meaning) - 1]
      meaning = changing.last { $0.firstDay <= day.number }?.entry ?? Meaning.unknown
    }
    if meaning >= 0 { return .entry(Int(meaning)) }
    return meaning == Meaning.ambiguous ? .ambiguous : .unknown
  }
}
