/// Files stay small enough to be mailed and opened on a telephone.
struct SizeRule {
  /// A unit's workbook: ten go into one message of 50 MB, and Excel opens it at once.
  static let workbook = 5_000_000
  /// A list of rows, whose length is that of the exports; what mail servers still take.
  static let rowList = 50_000_000
  /// A page is read over a mobile network, and holds its style itself.
  static let page = 500_000

  /// What is wrong with the size of a file, in bytes; a row list stands beside a unit's report.
  func finding(file: String, size: Int, isRowList: Bool) -> Finding? {
    let limit: Int? =
      switch file.split(separator: ".").last {
      case "xlsx": isRowList ? Self.rowList : Self.workbook
      case "html", "md": Self.page
      default: nil
      }
    guard let limit, size > limit else { return nil }
    return Finding(
      .size, file: file, "tệp có \(size) byte, quá giới hạn \(limit) byte của loại tệp này")
  }
}
