internal import Administration

/// The title and header rows of a file, to know them again where a page break repeats them.
struct RepeatedRows: Sendable {
  private let titles: Set<[String]>
  private let headers: Set<[String]>

  init(titles: [[String]], headers: [[String]]) {
    self.titles = Set(titles.map(Self.folded).filter { !$0.isEmpty })
    self.headers = Set(headers.map(Self.folded).filter { !$0.isEmpty })
  }

  func isTitle(_ texts: [String]) -> Bool { titles.contains(Self.folded(texts)) }
  func isHeader(_ texts: [String]) -> Bool { headers.contains(Self.folded(texts)) }

  /// The cells that hold something, folded; empty where none does.
  private static func folded(_ texts: [String]) -> [String] {
    texts.map(FoldedText.of).filter { !$0.isEmpty }
  }
}
