internal import Indicators

/// The indicators of a unit that nobody has typed yet: a short list in place of rows of dashes.
struct MissingTable {
  let figures: [Figure]

  /// `nil` where everything is known.
  var table: ReportTable? {
    let missing = figures.filter { $0.part == nil }
    guard !missing.isEmpty else { return nil }
    return ReportTable(
      id: "Chưa có số liệu", title: "Chỉ tiêu nhập tay chưa có số liệu",
      columns: [
        .init("STT", .mark, width: 6), .init("Chỉ tiêu", .label, width: 52),
        .init("Mã", .text, width: 26), .init("Cơ quan chủ trì", .text, width: 34),
        .init("Mục tiêu", .text, width: 20), .init("Văn bản giao", .text, width: 34),
      ],
      rows: missing.enumerated().map { number, figure in
        let targets = figure.targets.map { TargetCells($0, of: figure.indicator) }
        return ReportTable.Row([
          .whole(number + 1), .text(figure.indicator.name), .text(figure.indicator.id),
          .text(figure.indicator.responsible.lead.joined(separator: "; ")),
          .text(targets.map(\.target).joined(separator: "; ")),
          .text(targets.map(\.source).joined(separator: "; ")),
        ])
      },
      notes: [
        "Số liệu của các chỉ tiêu này được nhập vào tệp chi-tieu.csv theo mã chỉ tiêu, kỳ và đơn vị."
      ])
  }
}
