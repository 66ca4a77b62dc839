/// No cell shows an error, a letter that was lost in reading, or a piece of a template.
struct CarriedErrorRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    book.sheets.flatMap { sheet in
      sheet.cells.compactMap { cell in
        switch cell.value {
        case .error(let error):
          Finding(.carriedError, sheet, cell.place, "ô có giá trị lỗi \(error)")
        case .text(let text):
          CarriedText.fault(in: text).map { Finding(.carriedError, sheet, cell.place, $0) }
        case .none, .number, .truth:
          nil
        }
      }
    }
  }
}

/// The same of every line of a Markdown file.
///
/// Pages have ``CarriedPageTextRule``; the lists keep what stands in the exports, lost letters and
/// all.
struct CarriedTextRule: TextRule {
  func findings(in text: AuditedText) -> [Finding] {
    guard text.kind == .markdown, CarriedText.fault(in: text.content) != nil else { return [] }
    return text.lines.enumerated().compactMap { number, line in
      CarriedText.fault(in: line).map {
        Finding(.carriedError, place: "dòng \(number + 1)", $0)
      }
    }
  }
}

/// Texts that no reader should meet.
enum CarriedText {
  private static let errors = [
    "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#N/A", "#NULL!",
  ]

  /// What is wrong with a text; `nil` where nothing is.
  static func fault(in text: some StringProtocol) -> String? {
    // The last three bytes; searching for short texts byte by byte is what is fast here.
    var last: UInt32 = 0
    for byte in text.utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      if last == 0xEF_BFBD { return "có chữ bị mất (ký tự U+FFFD)" }
      if last & 0xFFFF == 0x7B7B { return "còn sót chỗ trống của mẫu («{{»)" }
      if last & 0xFFFF == 0x7D7D { return "còn sót chỗ trống của mẫu («}}»)" }
    }
    guard text.utf8.first == UInt8(ascii: "#") else { return nil }
    return errors.first { text == $0 }.map { "ô có giá trị lỗi \($0)" }
  }
}
