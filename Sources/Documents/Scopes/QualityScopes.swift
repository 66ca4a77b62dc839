internal import Reporting

/// What the reading of the sources gave.
struct QualityTableScope: TemplateScope {
  let rows: [QualityRow]
  let rejected: RejectedExcerpt

  static let names = NameTable<Self>(
    .list("rows") { $0.rows.map(QualityScope.init) },
    .list("to-mend") { $0.rejected.count == 0 ? [] : [RejectedScope(rejected: $0.rejected)] }
  )
}

/// The unit's own rejected rows.
struct RejectedScope: TemplateScope {
  let rejected: RejectedExcerpt

  static let names = NameTable<Self>(
    .text("count") { NumberText.whole($0.rejected.count) },
    .text("file", \.rejected.file)
  )
}

/// One kind of source.
struct QualityScope: TemplateScope {
  let row: QualityRow

  static let names = NameTable<Self>(
    .text("source") { FirstLetter.capital($0.row.source) },
    .text("file-count") { NumberText.whole($0.row.files) },
    .text("row-count") { NumberText.whole($0.row.rows) },
    .text("accepted") { NumberText.whole($0.row.accepted) },
    .text("duplicates") { NumberText.whole($0.row.duplicates) },
    .text("rejected") { NumberText.whole($0.row.rejected) }
  )
}
