/// No line shows a value as programs print it, and none is HTML.
struct MarkdownTextRule: MarkdownRule {
  func findings(in tables: [MarkdownTable], of lines: [Substring]) -> [Finding] {
    var findings: [Finding] = []
    for (number, line) in lines.enumerated() {
      if let fault = ProgramText.fault(in: line) {
        findings.append(Finding(.carriedError, line: number + 1, fault))
      }
      if Self.hasTag(line) {
        findings.append(Finding(.markdownText, line: number + 1, "có mã HTML trong bản Markdown"))
      }
    }
    for row in tables.flatMap(\.rows) where row.cells.contains("nan") {
      findings.append(
        Finding(.carriedError, line: row.line, ProgramText.fault(in: "nan") ?? ""))
    }
    return findings
  }

  /// Whether a `<` that is not escaped begins a tag.
  private static func hasTag(_ line: Substring) -> Bool {
    var last: UInt8 = 0
    for byte in line.utf8 {
      let isName = byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
      if last == UInt8(ascii: "<"), isName || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
      {
        return true
      }
      last = last == UInt8(ascii: "\\") ? 0 : byte
    }
    return false
  }
}
