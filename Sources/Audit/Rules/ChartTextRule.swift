/// A chart has a title, words for those who cannot see it, and its points kept in the file.
struct ChartTextRule: BookRule {
  func findings(in book: AuditedBook) -> [Finding] {
    book.sheets.flatMap { sheet in
      sheet.charts.enumerated().flatMap { number, chart in
        let name = "biểu đồ thứ \(number + 1)"
        return [
          (chart.text.allSatisfy(\.isWhitespace), "không có văn bản thay thế"),
          (chart.title.allSatisfy(\.isWhitespace), "không có tên"),
          (
            chart.points.isEmpty || chart.points.contains(0),
            "không lưu sẵn số liệu của mọi dãy"
          ),
        ].filter(\.0).map { Finding(.chartWithoutText, sheet, "\(name) \($0.1)") }
      }
    }
  }
}
