/// A table has a head, a row of dashes below it and the same number of cells in every row: readers
/// of Markdown drop what is too much and fill up what is missing, and say nothing.
struct MarkdownTableRule: MarkdownRule {
  func findings(in tables: [MarkdownTable], of lines: [Substring]) -> [Finding] {
    tables.flatMap { table -> [Finding] in
      guard let head = table.rows.first else { return [] }
      guard table.rows.count > 1, table.rows[1].cells.allSatisfy(MarkdownTable.isDashes) else {
        return [Finding(.markdownTable, line: head.line, "bảng không có dòng gạch dưới đầu bảng")]
      }
      return table.rows.filter { $0.cells.count != head.cells.count }.map {
        Finding(
          .markdownTable, line: $0.line,
          "dòng của bảng có \($0.cells.count) ô, đầu bảng có \(head.cells.count) ô")
      }
    }
  }
}

/// The same as ``EmptyFigureRule`` of the columns that stand at the right.
struct MarkdownFigureRule: MarkdownRule {
  func findings(in tables: [MarkdownTable], of lines: [Substring]) -> [Finding] {
    tables.flatMap { table -> [Finding] in
      guard table.rows.count > 1 else { return [] }
      let dashes = table.rows[1].cells
      let columns = dashes.indices.filter {
        dashes[$0].hasSuffix(":") && !dashes[$0].hasPrefix(":")
      }
      return table.rows.dropFirst(2).flatMap { row -> [Finding] in
        // A row in bold letters that only names those below it has no figures; one that goes on
        // has no name.
        let texts = row.cells.indices.filter { !columns.contains($0) }.map { row.cells[$0] }
        let isGroup =
          texts.contains { $0.hasPrefix("**") }
          && columns.allSatisfy { $0 >= row.cells.count || row.cells[$0].isEmpty }
        guard !isGroup, texts.prefix(2).contains(where: { !$0.isEmpty }) else { return [] }
        return columns.filter { $0 < row.cells.count && row.cells[$0].isEmpty }.map {
          Finding(
            .emptyFigure, line: row.line, "ô số liệu ở cột \($0 + 1) để trống, không có ký hiệu")
        }
      }
    }
  }
}
