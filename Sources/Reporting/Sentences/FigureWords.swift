package import Indicators

/// How sentences speak of a figure that is known.
package struct FigureWords: Sendable {
  package let figure: Figure
  private let previousName: String?
  private let yearAgoName: String?

  init(_ figure: Figure, previousName: String?, yearAgoName: String?) {
    self.figure = figure
    self.previousName = previousName
    self.yearAgoName = yearAgoName
  }

  /// "98,25%", "04"; `-` where there are no cases.
  package var value: String {
    switch figure.value {
    case .count(let count)?: NumberText.inSentence(count)
    case let value?: NumberText.value(value, of: figure.indicator)
    case nil: EmptyMark.noCases
    }
  }

  /// Whether there are cases to make a value of.
  package var hasCases: Bool { figure.value != nil }

  package var isZero: Bool { figure.value?.hundredths == 0 }

  /// "1.203", "04"; empty where the value is not made of cases.
  package var numerator: String {
    figure.part.flatMap { $0.hasParts ? NumberText.inSentence($0.numerator) : nil } ?? ""
  }

  package var denominator: String {
    figure.part?.denominator.map(NumberText.inSentence) ?? ""
  }

  /// "tỷ lệ hồ sơ …": the name within a sentence.
  package var nameInSentence: String { FirstLetter.small(figure.indicator.name) }

  /// "đạt 98,25%, tăng 1,20 điểm phần trăm so với quý I năm 2023": the value and how it moved.
  package var achieved: String {
    guard hasCases else { return Self.noCases }
    return (["đạt \(value)"] + changes).joined(separator: ", ")
  }

  /// What is said of a rate that has no cases.
  static let noCases = "chưa tính được vì không có trường hợp nào"

  /// How the value moved since each period that it may be compared with.
  package var changes: [String] { [sincePrevious, sinceYearAgo].filter { !$0.isEmpty } }

  /// "tăng 1,20 điểm phần trăm so với quý I năm 2023"; empty where there is nothing to compare with.
  package var sincePrevious: String { change(since: figure.previousBase, previousName) }

  /// Likewise since the same period last year.
  package var sinceYearAgo: String { change(since: figure.yearAgoBase, yearAgoName) }

  private func change(since base: FigureValue?, _ name: String?) -> String {
    guard let value = figure.value, let base, let name else { return "" }
    return Movement.text(value.hundredths - base.hundredths, since: name, size: size)
  }

  /// "1,20 điểm phần trăm", "04 hồ sơ", "02 bậc".
  private func size(_ hundredths: Int) -> String {
    switch figure.value {
    case .percent: "\(NumberText.decimal(hundredths: hundredths)) điểm phần trăm"
    case .count: "\(NumberText.inSentence(hundredths / 100)) \(figure.indicator.unit)"
    case .grade: "\(NumberText.inSentence(hundredths / 100)) bậc"
    case .quotient: "\(NumberText.decimal(hundredths: hundredths)) \(figure.indicator.unit)"
    case .amount, nil: "\(NumberText.short(hundredths: hundredths)) \(figure.indicator.unit)"
    }
  }

  /// "từ 80% trở lên", "100%", "không quá 30" of the newest document that states a bar; empty where
  /// none does.
  package var target: String {
    guard let held = figure.mainTarget else { return "" }
    guard case .bar(let bar) = held.goal else {
      return TargetCells(held, of: figure.indicator).target
    }
    let text = NumberText.bar(hundredths: bar, of: figure.indicator)
    let isWhole = figure.indicator.isPercent && bar == 10_000
    return switch held.target.comparison {
    case .atLeast: isWhole ? text : "từ \(text) trở lên"
    case .moreThan: "trên \(text)"
    case .atMost: bar == 0 ? "không có \(figure.indicator.unit) nào" : "không quá \(text)"
    case .lessThan: "dưới \(text)"
    }
  }

  /// The document and the clause of that target.
  package var targetSource: String { figure.mainTarget?.target.source ?? "" }

  /// "đạt mục tiêu từ 80% trở lên (384/QĐ-UBND, mục I.2.e)", "chưa đạt …"; empty without target or value.
  package var judgement: String {
    guard let isMet = figure.isMet else { return "" }
    return "\(isMet ? "đạt" : "chưa đạt") mục tiêu \(target) (\(targetSource))"
  }
}
