internal import Administration
internal import DelimitedText

/// Finds the unit of a row, looking each distinct text up in the catalogue only once.
struct UnitFinder: Sendable {
  let catalogue: UnitCatalogue
  private var codes = Memo()
  private var names = Memo()

  /// The distinct texts of one column and what each means.
  private struct Memo: Sendable {
    var texts = ByteInterner()
    /// For every text its one entry, as days of life and the number of the code; a text with no
    /// entry or several has a life of no days.
    var single: [Meaning] = []
    /// For a text with several entries all of them.
    var several: [Int: [Meaning]] = [:]
  }

  /// An entry of the catalogue that a text means.
  private struct Meaning: Sendable {
    var first: Int32
    var last: Int32
    var entry: Int32

    func isAlive(on day: CalendarDay) -> Bool { first <= day.number && day.number <= last }

    static let none = Meaning(first: 1, last: 0, entry: -1)
  }

  init(catalogue: UnitCatalogue) {
    self.catalogue = catalogue
  }

  /// The entry of the catalogue that a code means on a day; `nil` where none or several live on
  /// it.
  mutating func unit(
    code range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let text = codes.texts.intern(range, of: bytes)
    if text == codes.single.count {
      learn(catalogue.entries(forCode: codes.texts.text(of: text)), in: &codes)
    }
    return Self.living(codes, text, on: day)
  }

  /// Likewise by name.
  mutating func unit(
    name range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let text = names.texts.intern(range, of: bytes)
    if text == names.single.count {
      learn(catalogue.entries(forName: names.texts.text(of: text)), in: &names)
    }
    return Self.living(names, text, on: day)
  }

  /// Keeps the meaning of the newest text of a memo.
  private func learn(_ entries: [Int], in memo: inout Memo) {
    let meanings = entries.map { entry in
      let unit = catalogue.entries[entry]
      return Meaning(
        first: unit.validFrom?.number ?? .min, last: unit.validTo?.number ?? .max,
        entry: Int32(entry))
    }
    if meanings.count > 1 { memo.several[memo.single.count] = meanings }
    memo.single.append(meanings.count == 1 ? meanings[0] : .none)
  }

  private static func living(_ memo: Memo, _ text: Int, on day: CalendarDay) -> Int? {
    let single = memo.single[text]
    if single.isAlive(on: day) { return Int(single.entry) }
    guard !memo.several.isEmpty, let meanings = memo.several[text] else { return nil }
    let living = meanings.filter { $0.isAlive(on: day) }
    return living.count == 1 ? Int(living[0].entry) : nil
  }
}
