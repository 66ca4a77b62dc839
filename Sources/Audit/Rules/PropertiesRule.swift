/// A workbook says what it is, whose it is and when it was made.
struct PropertiesRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    let properties = book.properties
    let missing = [
      ("tên tệp (title)", properties.title), ("nội dung (subject)", properties.subject),
      ("người lập hoặc cơ quan (author, company)", properties.author + properties.company),
      ("thời điểm lập (created)", properties.created),
    ].filter { $0.1.allSatisfy(\.isWhitespace) }
    return missing.map { Finding(.properties, "thuộc tính của tệp thiếu \($0.0)") }
  }
}
