internal import Administration

/// The title and header rows of a file, to know them again where a page break repeats them.
struct RepeatedRows: Sendable {
  private let titles: Set<[String]>
  private let headers: Set<[String]>
  /// The first byte of the first text of every row.
  private let firstBytes: Set<UInt8>

  init(titles: [[String]], headers: [[String]]) {
    self.titles = Set(titles.map(Self.folded).filter { !$0.isEmpty })
    self.headers = Set(headers.map(Self.folded).filter { !$0.isEmpty })
    firstBytes = Set((titles + headers).compactMap { $0.first { !$0.isEmpty }?.utf8.first })
  }

  /// Whether the first text of one of them begins with a byte.
  func mayBegin(with byte: UInt8) -> Bool { firstBytes.contains(byte) }

  func isTitle(_ texts: [String]) -> Bool { titles.contains(Self.folded(texts)) }
  func isHeader(_ texts: [String]) -> Bool { headers.contains(Self.folded(texts)) }

  /// The cells that hold something, folded; empty where none does.
  private static func folded(_ texts: [String]) -> [String] {
    texts.map(FoldedText.of).filter { !$0.isEmpty }
  }
}
