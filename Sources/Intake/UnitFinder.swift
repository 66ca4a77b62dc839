internal import Administration
internal import DelimitedText

/// Finds the unit of a row, looking each distinct text up in the catalogue only once.
struct UnitFinder: Sendable {
  let catalogue: UnitCatalogue
  private var codes = Memo()
  private var names = Memo()

  /// The distinct texts of one column and the catalogue entries that each means.
  private struct Memo: Sendable {
    var texts = ByteInterner()
    var entries: [[Int]] = []

    mutating func entries(
      _ range: Range<Int>, of bytes: Span<UInt8>, find: (String) -> [Int]
    ) -> [Int] {
      let number = texts.intern(range, of: bytes)
      if number == entries.count { entries.append(find(texts.text(of: number))) }
      return entries[number]
    }
  }

  init(catalogue: UnitCatalogue) {
    self.catalogue = catalogue
  }

  /// The number in `UnitCatalogue/codes` of the one unit that a code means on a day; `nil`
  /// where none or several live on it.
  mutating func unit(
    code range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let catalogue = catalogue
    return living(codes.entries(range, of: bytes, find: catalogue.entries(forCode:)), on: day)
  }

  /// Likewise by name.
  mutating func unit(
    name range: Range<Int>, of bytes: Span<UInt8>, on day: CalendarDay
  ) -> Int? {
    let catalogue = catalogue
    return living(names.entries(range, of: bytes, find: catalogue.entries(forName:)), on: day)
  }

  private func living(_ entries: [Int], on day: CalendarDay) -> Int? {
    var found: Int?
    for entry in entries where catalogue.entries[entry].isAlive(on: day) {
      if found != nil { return nil }
      found = catalogue.codeNumbers[entry]
    }
    return found
  }
}
