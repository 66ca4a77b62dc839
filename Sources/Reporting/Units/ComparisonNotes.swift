internal import Administration
internal import Indicators

/// Explains with numbered notes why a figure stands without a comparison.
struct ComparisonNotes {
  private let figures: FigureSet
  private let hasHistory: Bool
  private let asOf: CalendarDay
  private(set) var texts: [String] = []

  init(figures: FigureSet, hasHistory: Bool, asOf: CalendarDay) {
    self.figures = figures
    self.hasHistory = hasHistory
    self.asOf = asOf
  }

  /// The number of the note that says why a figure is not compared with the period before; `nil`
  /// where it is, or where that period had no cases.
  mutating func previous(_ figure: Figure) -> Int? {
    note(figure.previousObstacle, period: figures.previous.period)
  }

  /// Likewise with the same period last year.
  mutating func yearAgo(_ figure: Figure) -> Int? {
    note(figure.yearAgoObstacle, period: figures.yearAgo.period)
  }

  private mutating func note(_ obstacle: ComparisonObstacle?, period: Period?) -> Int? {
    guard let obstacle else { return nil }
    let text = hasHistory ? text(obstacle, earlier: period?.name ?? "") : Self.noHistory
    if let known = texts.firstIndex(of: text) { return known + 1 }
    texts.append(text)
    return texts.count
  }

  private static let noHistory =
    "Tệp cấu hình không khai báo lịch sử số liệu nên không so sánh được."

  private func text(_ obstacle: ComparisonObstacle, earlier: String) -> String {
    let now = figures.period.name
    return switch obstacle {
    case .noPeriod:
      "Không có kỳ liền trước cùng độ dài với \(now)."
    case .unknownPeriod:
      "Lịch sử số liệu chưa có kỳ \(earlier)."
    case .unknownFigure:
      "Kỳ \(earlier) chưa có chỉ tiêu hoặc đơn vị này."
    case .otherUnits:
      "Từ \(earlier) đến nay đơn vị đã được sắp xếp lại; chỉ tiêu này không cộng được từ các đơn vị cũ nên "
        + "không so sánh."
    case .unfinished:
      "Đến \(DayText.long(asOf)) chưa hết \(now), số liệu mới là của một phần kỳ nên không so sánh "
        + "với \(earlier)."
    case .unfinishedBase(let day):
      "Số liệu \(earlier) được lập \(DayText.long(day)), khi kỳ đó chưa kết thúc, nên không so sánh; "
        + "cần lập lại báo cáo của kỳ đó."
    case .otherDefinition:
      "Cách tính chỉ tiêu này đã thay đổi so với khi lập báo cáo \(earlier) nên không so sánh."
    case .smallBase(let limit):
      "Kỳ \(earlier) có dưới \(NumberText.whole(limit)) trường hợp, quá ít để so sánh."
    }
  }
}
