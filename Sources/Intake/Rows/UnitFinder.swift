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
  /// For every text of rows that should have meant one unit and does not: how many rows, and the
  /// first line.
  private(set) var unclear: [UnclearText: (count: Int, line: Int)] = [:]

  /// What a text stands for.
  enum Column: Hashable, Sendable { case code, name }

  /// A text that means several units, or none, from a day on.
  struct UnclearText: Hashable, Sendable {
    var column: Column
    /// Number of the text.
    var text: Int
    var firstDay: Int32
    /// Whether it names the unit that received rows, and not the one that they belong to.
    var isReceiver: Bool
  }

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
    let text = number(of: range, in: bytes, as: .code)
    return finding(text, .code, on: day)
  }

  /// What a name means on a day.
  mutating func unit(
    name range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> UnitFinding {
    let text = number(of: range, in: bytes, as: .name)
    return finding(text, .name, on: day)
  }

  /// The number of a code or name, trimmed, among those met so far.
  mutating func number(of range: Range<Int>, in bytes: Span<UInt8>, as column: Column) -> Int {
    switch column {
    case .code:
      let text = codes.texts.intern(range, of: bytes)
      if text == codes.meanings.count { learn(entries(.code, text), in: &codes) }
      return text
    case .name:
      let text = names.texts.intern(range, of: bytes)
      if text == names.meanings.count { learn(entries(.name, text), in: &names) }
      return text
    }
  }

  /// The entry that a text means on a day, by its number; below 0 where it means none or, as
  /// ``ambiguous``, several.
  @inline(__always)
  func entry(of text: Int, as column: Column, on day: Int32) -> Int32 {
    Self.meaning(column == .code ? codes : names, text, on: day).entry
  }

  /// What ``entry(of:as:on:)`` gives for several entries.
  static let ambiguous = Meaning.ambiguous

  /// The entries that a text means, whatever the day.
  private func entries(_ column: Column, _ text: Int) -> [Int] {
    switch column {
    case .code: catalogue.entries(forAgency: codes.texts.text(of: text))
    case .name: catalogue.entries(forName: names.texts.text(of: text))
    }
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

  private func finding(_ text: Int, _ column: Column, on day: CalendarDay) -> UnitFinding {
    let entry = entry(of: text, as: column, on: day.number)
    if entry >= 0 { return .entry(Int(entry)) }
    return entry == Self.ambiguous ? .ambiguous : .unknown
  }

  @inline(__always)
  private static func meaning(_ memo: Memo, _ text: Int, on day: Int32) -> Meaning {
    let always = memo.meanings[text]
    guard always < Meaning.ambiguous else { return Meaning(firstDay: .min, entry: always) }
    let changing = memo.changing[Int(Meaning.ambiguous - always) - 1]
    return changing.last { $0.firstDay <= day } ?? changing[0]
  }

  // MARK: - Texts that do not mean one unit

  /// Notes that a row is rejected for its code or name, where that means several units on its day;
  /// of the text of a receiver also where it means none.
  mutating func note(
    _ range: Range<Int>, _ column: Column, in bytes: Span<UInt8>, on day: CalendarDay, line: Int,
    isReceiver: Bool = false
  ) {
    guard !range.isEmpty else { return }
    let text = number(of: range, in: bytes, as: column)
    let meaning = Self.meaning(column == .code ? codes : names, text, on: day.number)
    guard meaning.entry < 0, meaning.entry == Meaning.ambiguous || isReceiver else { return }
    let noted = UnclearText(
      column: column, text: text, firstDay: meaning.firstDay, isReceiver: isReceiver)
    unclear[noted, default: (0, line)].count += 1
  }

  func text(of unclear: UnclearText) -> String {
    let texts = unclear.column == .code ? codes.texts : names.texts
    return texts.text(of: unclear.text).replacing("\"\"", with: "\"")
  }

  /// The units between which a text leaves the choice, in words; `nil` where it means none.
  func alternatives(of unclear: UnclearText) -> String? {
    let day = CalendarDay(number: unclear.firstDay)
    let meant = catalogue.meant(entries(unclear.column, unclear.text), on: day)
    return meant.isEmpty ? nil : catalogue.alternatives(meant, on: day)
  }
}
