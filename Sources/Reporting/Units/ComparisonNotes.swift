internal import Administration
internal import Indicators

/// Explains with numbered notes why a figure stands without a comparison.
struct ComparisonNotes {
  private let figures: FigureSet
  private let hasHistory: Bool
  private(set) var texts: [String] = []

  init(figures: FigureSet, hasHistory: Bool) {
    self.figures = figures
    self.hasHistory = hasHistory
  }

  /// The number of the note that says why there is no value of the period before; `nil` where
  /// there is one, or where that period had no cases.
  mutating func previous(_ figure: Figure) -> Int? {
    note(figure, past: figures.previous)
  }

  /// Likewise of the same period last year.
  mutating func yearAgo(_ figure: Figure) -> Int? {
    note(figure, past: figures.yearAgo)
  }

  private mutating func note(_ figure: Figure, past: PastFigures) -> Int? {
    guard past.parts[figure.key] == nil else { return nil }
    let text =
      if !hasHistory {
        "Tệp cấu hình không khai báo lịch sử số liệu nên không so sánh được."
      } else if let period = past.period {
        past.parts.isEmpty
          ? "Lịch sử số liệu chưa có kỳ \(period.name)."
          : "Kỳ \(period.name) chưa có chỉ tiêu hoặc đơn vị này."
      } else {
        "Không có kỳ liền trước cùng độ dài với \(figures.period.name)."
      }
    if let known = texts.firstIndex(of: text) { return known + 1 }
    texts.append(text)
    return texts.count
  }
}
