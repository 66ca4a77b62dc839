internal import Administration
internal import DelimitedText

/// A column of choices: which word each distinct text means, looked up once.
struct WordColumn {
  let field: String
  let index: Int
  /// Folded text to the number of its word, from 1.
  private let meanings: [String: Int]
  private var texts = ByteInterner()
  private let memo = TextMemo()
  /// For every distinct text its word, 0 where no mapping knows it.
  private var words: [Int] = []
  /// For every distinct text that no mapping knows: how often, and the first line.
  private(set) var unknown: [Int: (count: Int, line: Int)] = [:]

  init(field: String, index: Int, meanings: [String: Int]) {
    self.field = field
    self.index = index
    self.meanings = meanings
  }

  /// The number of the word in a trimmed cell, from 1; 0 where the cell is empty or unknown.
  mutating func word(_ range: Range<Int>, of bytes: Span<UInt8>, line: Int) -> Int {
    guard !range.isEmpty else { return 0 }
    let number = number(of: range, in: bytes)
    if words[number] == 0 {
      unknown[number, default: (0, line)].count += 1
    }
    return words[number]
  }

  /// Reads the words of a batch: the numbers of words, 0 where a cell is empty and -1 where no
  /// mapping knows it.
  mutating func read(
    _ cells: BatchCells, _ bytes: Span<UInt8>, into numbers: UnsafeMutablePointer<Int32>
  ) {
    let memo = memo
    unsafe memo.read(index, of: cells, bytes, into: numbers) { range in
      guard !range.isEmpty else { return 0 }
      let word = words[number(of: range, in: bytes)]
      return word == 0 ? -1 : Int32(truncatingIfNeeded: word)
    }
  }

  /// The number of a text, whose word is then known.
  private mutating func number(of range: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let number = texts.intern(range, of: bytes)
    if number == words.count {
      words.append(meanings[FoldedText.of(texts.text(of: number))] ?? 0)
    }
    return number
  }

  /// The text with a number of ``unknown``.
  func text(of number: Int) -> String {
    texts.text(of: number).replacing("\"\"", with: "\"")
  }
}
