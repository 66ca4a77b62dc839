package import Indicators

/// The texts of one target, the same in every output.
package struct TargetCells: Hashable, Sendable {
  /// "≥ 60%", "tăng thêm 20 điểm % so với cùng kỳ (≥ 68,10%)", "theo lộ trình".
  package var target: String
  /// The document and the clause; empty where there is no target.
  package var source: String
  /// "Đạt", "Chưa đạt", or empty.
  package var status: String
  package var isMissed: Bool

  /// What stands where no target applies.
  static let none = TargetCells(
    target: EmptyMark.notApplicable, source: "", status: "", isMissed: false)

  private init(target: String, source: String, status: String, isMissed: Bool) {
    self.target = target
    self.source = source
    self.status = status
    self.isMissed = isMissed
  }

  package init(_ held: HeldTarget, of indicator: Indicator) {
    target = Self.text(held, of: indicator)
    let note = held.target.note
    source = held.target.source + (note.isEmpty ? "" : " (\(note))")
    status = held.isMet.map { $0 ? "Đạt" : "Chưa đạt" } ?? ""
    isMissed = held.isMet == false
  }

  private static func text(_ held: HeldTarget, of indicator: Indicator) -> String {
    let comparison = held.target.comparison
    switch held.goal {
    case .bar(let bar): return text(bar, comparison, of: indicator)
    case .stated(let words): return words
    case .growth(let growth, let until):
      let unit = indicator.isPercent ? " điểm %" : " \(indicator.unit)"
      let verb = growth < 0 || comparison == .atMost || comparison == .lessThan ? "giảm" : "tăng"
      let size = abs(growth)
      let step = size == 0 ? verb : "\(verb) thêm \(NumberText.short(hundredths: size))\(unit)"
      let end = until.map { ", đến khi đạt \(NumberText.bar(hundredths: $0, of: indicator))" } ?? ""
      let bar = held.bar.map { " (\(text($0, comparison, of: indicator)))" } ?? ""
      return "\(step) so với cùng kỳ năm trước\(size == 0 ? "" : end)\(bar)"
    }
  }

  /// "≥ 60%", "100%", "Nhóm B trở lên".
  static func text(
    _ bar: Int, _ comparison: Target.Comparison, of indicator: Indicator
  ) -> String {
    let text = NumberText.bar(hundredths: bar, of: indicator)
    guard indicator.scale.isEmpty else {
      return bar == indicator.scale.count * 100 ? text : "\(text) trở lên"
    }
    return switch comparison {
    // Nothing is more than the whole.
    case .atLeast: bar == 10_000 && indicator.isPercent ? text : "≥ \(text)"
    case .moreThan: "> \(text)"
    case .atMost: bar == 0 ? text : "≤ \(text)"
    case .lessThan: "< \(text)"
    }
  }
}
