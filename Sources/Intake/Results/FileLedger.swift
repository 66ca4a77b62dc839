/// Where every physical line and every row of a file went (contract, 5 and 7).
package struct FileLedger: Hashable, Sendable {
  package var kind: SourceKind
  /// The path as the project file's pattern gives it.
  package var file: String
  package var encoding: String
  /// `,` `;` `tab` `|`.
  package var delimiter: String
  package var lines = 0
  package var titleLines = 0
  package var headerLines = 0
  package var blankLines = 0
  package var footerLines = 0
  package var dataLines = 0
  package var rows = 0
  package var accepted = 0
  package var duplicates = 0
  package var rejected = 0

  package init(kind: SourceKind, file: String, encoding: String, delimiter: String) {
    self.kind = kind
    self.file = file
    self.encoding = encoding
    self.delimiter = delimiter
  }

  /// Adds the lines and rows of a further part of the file.
  mutating func add(_ part: FileLedger) {
    lines += part.lines
    titleLines += part.titleLines
    headerLines += part.headerLines
    blankLines += part.blankLines
    footerLines += part.footerLines
    dataLines += part.dataLines
    rows += part.rows
    accepted += part.accepted
    duplicates += part.duplicates
    rejected += part.rejected
  }

  /// Whether nothing vanished.
  package var closes: Bool {
    lines == titleLines + headerLines + blankLines + footerLines + dataLines
      && rows == accepted + duplicates + rejected
  }
}
