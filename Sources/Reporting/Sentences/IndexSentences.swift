internal import Registers

/// What became of the indices of the province, criterion by criterion of the highest level.
struct IndexSentences {
  let scores: [IndexScore]
  /// The last year that is known to the report.
  let year: Int

  /// "PAPI, Quản trị điện tử: năm 2022 đạt 2,67 điểm, tăng 0,1 điểm so với năm 2021.".
  var texts: [String] {
    let known = scores.filter { $0.year <= year && $0.score != nil && isTop($0) }
    var seen: Set<[String]> = []
    return known.compactMap { score in
      guard seen.insert([score.index, score.criterion]).inserted else { return nil }
      let years = known.filter { $0.index == score.index && $0.criterion == score.criterion }
        .sorted { $0.year < $1.year }
      return years.last.flatMap { text($0, before: years.dropLast().last) }
    }
  }

  /// Whether it is no part of another criterion, and not what stands beside the province's own.
  private func isTop(_ score: IndexScore) -> Bool {
    !score.criterion.contains(".") && !score.criterion.contains("(")
  }

  private func text(_ score: IndexScore, before: IndexScore?) -> String? {
    guard let points = score.score else { return nil }
    let sign = points.isPercent ? "%" : ""
    let maximum = score.maximum.map { "/\(NumberText.points($0.tenThousandths))" } ?? ""
    let unit = points.isPercent ? "" : " điểm"
    var text =
      "\(score.index), \(score.name): năm \(score.year) đạt "
      + "\(NumberText.points(points.tenThousandths))\(sign)\(maximum)\(unit)"
    if let before, let base = before.score, base.isPercent == points.isPercent {
      let difference = points.tenThousandths - base.tenThousandths
      let movement = Movement.text(difference, since: "năm \(before.year)") { size in
        NumberText.points(size) + (points.isPercent ? " điểm phần trăm" : " điểm")
      }
      text += ", \(movement)"
    }
    return text + (score.rank.isEmpty ? "." : ", xếp hạng \(score.rank).")
  }
}
