internal import Registers

/// The points of the indices by criterion: maximum, two years, change, loss, rank, cause.
struct IndexTable {
  let scores: [IndexScore]
  /// The last year of the report; later scores are not yet known.
  let year: Int

  /// The rows of one criterion, by year.
  private struct Criterion {
    var code: String
    var byYear: [Int: IndexScore]

    func score(_ year: Int) -> VietnameseNumber? { byYear[year]?.score }

    /// What is last known of it.
    func latest(_ years: [Int]) -> IndexScore? { years.reversed().compactMap { byYear[$0] }.first }
  }

  /// `nil` where no score is known.
  var table: ReportTable? {
    let known = scores.filter { $0.year <= year }
    let years = Array(Set(known.map(\.year)).sorted().suffix(2))
    guard let last = years.last else { return nil }
    var rows: [ReportTable.Row] = []
    var notes: [String] = []
    for index in Self.distinct(known.map(\.index)) {
      rows.append(.group(index))
      let criteria = Self.criteria(known.filter { $0.index == index })
      rows += criteria.map { row($0, years: years) }
      for criterion in criteria {
        notes += Self.sumNotes(criterion, among: criteria, index: index, years: years)
      }
      notes += criteria.compactMap {
        Self.comparison($0, among: criteria, index: index, year: last)
      }
    }
    return ReportTable(
      id: "Điểm các bộ chỉ số", title: "Điểm các bộ chỉ số theo tiêu chí",
      columns: [
        .init("Mã", .mark, width: 14), .init("Tiêu chí", .label, width: 46),
        .init("Điểm tối đa", .number, width: 10),
      ] + years.map { .init("Năm \($0)", .number, width: 11) } + [
        .init("Tăng, giảm", .number, width: 10), .init("Điểm mất", .number, width: 10),
        .init("Hạng", .mark, width: 9), .init("Nguyên nhân mất điểm", .text, width: 46),
      ],
      rows: rows,
      notes: ["Số công bố được giữ nguyên, kể cả khi các thành phần cộng lại không bằng."] + notes)
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private static func criteria(_ scores: [IndexScore]) -> [Criterion] {
    distinct(scores.map(\.criterion)).map { code in
      var byYear: [Int: IndexScore] = [:]
      for score in scores where score.criterion == code { byYear[score.year] = score }
      return Criterion(code: code, byYear: byYear)
    }
  }

  private func row(_ criterion: Criterion, years: [Int]) -> ReportTable.Row {
    let latest = criterion.latest(years)
    let points = { (number: VietnameseNumber?) -> ReportTable.Cell in
      guard let number else { return .text(EmptyMark.notKnown) }
      return number.isPercent
        ? .percent(number.tenThousandths) : .points(number.tenThousandths)
    }
    let last = years.last.flatMap(criterion.score)
    let before = years.count > 1 ? criterion.score(years[0]) : nil
    let change: ReportTable.Cell =
      if let last, let before {
        .change(last.tenThousandths - before.tenThousandths)
      } else {
        .text(EmptyMark.notKnown)
      }
    let lost: ReportTable.Cell =
      if let maximum = latest?.maximum, let last {
        .points(maximum.tenThousandths - last.tenThousandths)
      } else {
        .text(EmptyMark.notApplicable)
      }
    return ReportTable.Row(
      [
        .text(criterion.code), .text(latest?.name ?? ""),
        latest?.maximum.map { .points($0.tenThousandths) } ?? .text(EmptyMark.notApplicable),
      ] + years.map { points(criterion.score($0)) } + [
        change, lost, .text(latest?.rank ?? ""), .text(latest?.cause ?? ""),
      ])
  }

  /// Where the parts of a criterion do not make what was published.
  private static func sumNotes(
    _ criterion: Criterion, among criteria: [Criterion], index: String, years: [Int]
  ) -> [String] {
    let parts = criteria.filter {
      $0.code.hasPrefix(criterion.code + ".")
        && !$0.code.dropFirst(criterion.code.count + 1).contains(".")
    }
    guard !parts.isEmpty else { return [] }
    return years.compactMap { year in
      let scores = parts.compactMap { $0.score(year)?.tenThousandths }
      guard let total = criterion.byYear[year], let published = total.score?.tenThousandths,
        scores.count == parts.count
      else { return nil }
      let place = "\(index), tiêu chí \(criterion.code), năm \(year): "
      let maxima = parts.compactMap { $0.byYear[year]?.maximum?.tenThousandths }
      let sum = scores.reduce(0, +)
      if let maximum = total.maximum?.tenThousandths, maxima.count == parts.count,
        maxima.reduce(0, +) < maximum
      {
        // Only some parts are listed: what they lost, of what was lost in all.
        return place + "\(parts.count) thành phần được liệt kê mất "
          + "\(NumberText.points(maxima.reduce(0, +) - sum)) trong "
          + "\(NumberText.points(maximum - published)) điểm bị mất."
      }
      guard sum != published else { return nil }
      return place + "các thành phần cộng lại là \(NumberText.points(sum)), số công bố là "
        + "\(NumberText.points(published))."
    }
  }

  /// How a criterion stands beside the one of the whole country, `CODE (cả nước)`.
  private static func comparison(
    _ criterion: Criterion, among criteria: [Criterion], index: String, year: Int
  ) -> String? {
    guard
      let country = criteria.first(where: { $0.code == criterion.code + " (cả nước)" })?
        .score(year), let own = criterion.score(year)
    else { return nil }
    let sign = own.isPercent ? "%" : ""
    let difference = own.tenThousandths - country.tenThousandths
    let size = NumberText.points(abs(difference))
    let unit = own.isPercent ? "điểm phần trăm" : "điểm"
    let words =
      difference == 0
      ? "bằng" : "\(difference > 0 ? "cao hơn" : "thấp hơn") \(size) \(unit) so với"
    return "\(index), tiêu chí \(criterion.code), năm \(year): "
      + "\(NumberText.points(own.tenThousandths))\(sign), \(words) cả nước "
      + "(\(NumberText.points(country.tenThousandths))\(sign))."
  }
}
