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
  struct Meaning: Sendable {
    var first: Int32
    var last: Int32
    var code: Int32

    func isAlive(on day: CalendarDay) -> Bool { isAlive(on: day.number) }

    @inline(__always)
    func isAlive(on day: Int32) -> Bool { first <= day && day <= last }

    static let none = Meaning(first: 1, last: 0, code: -1)
    /// Several entries, of which the day decides.
    static let several = Meaning(first: 1, last: 0, code: -2)
  }

  /// What a text is.
  enum TextKind: Sendable { case code, name }

  init(catalogue: UnitCatalogue) {
    self.catalogue = catalogue
  }

  /// The number in `UnitCatalogue.codes` of the one unit that a code means on a day; `nil`
  /// where none or several live on it.
  mutating func unit(
    code range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let text = number(of: range, in: bytes, as: .code)
    return Self.living(codes, text, on: day)
  }

  /// Likewise by name.
  mutating func unit(
    name range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let text = number(of: range, in: bytes, as: .name)
    return Self.living(names, text, on: day)
  }

  /// The number of a code or name, trimmed, in ``meanings(of:)``.
  mutating func number(of range: Range<Int>, in bytes: Span<UInt8>, as kind: TextKind) -> Int {
    switch kind {
    case .code:
      let text = codes.texts.intern(range, of: bytes)
      if text == codes.single.count {
        learn(catalogue.entries(forCode: codes.texts.text(of: text)), in: &codes)
      }
      return text
    case .name:
      let text = names.texts.intern(range, of: bytes)
      if text == names.single.count {
        learn(catalogue.entries(forName: names.texts.text(of: text)), in: &names)
      }
      return text
    }
  }

  /// What the codes or names met so far mean, by their numbers.
  func meanings(of kind: TextKind) -> [Meaning] { kind == .code ? codes.single : names.single }

  /// Keeps the meaning of the newest text of a memo.
  private func learn(_ entries: [Int], in memo: inout Memo) {
    let meanings = entries.map { entry in
      let unit = catalogue.entries[entry]
      return Meaning(
        first: unit.validFrom?.number ?? .min, last: unit.validTo?.number ?? .max,
        code: Int32(catalogue.codeNumbers[entry]))
    }
    if meanings.count > 1 { memo.several[memo.single.count] = meanings }
    memo.single.append(
      meanings.count == 1 ? meanings[0] : meanings.isEmpty ? .none : .several)
  }

  private static func living(_ memo: Memo, _ text: Int, on day: CalendarDay) -> Int? {
    let single = memo.single[text]
    if single.isAlive(on: day) { return Int(single.code) }
    guard !memo.several.isEmpty, let meanings = memo.several[text] else { return nil }
    let living = meanings.filter { $0.isAlive(on: day) }
    return living.count == 1 ? Int(living[0].code) : nil
  }
}
