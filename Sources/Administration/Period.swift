/// A reporting period (kỳ báo cáo) of a year, before any calendar says on which days it lies.
package struct Period: Hashable, Sendable {
  /// The part of the year.
  package enum Part: Hashable, Sendable {
    /// 1…12.
    case month(Int)
    /// 1…4.
    case quarter(Int)
    case firstHalf
    case secondHalf
    case nineMonths
    case year
  }

  package var year: Int
  package var part: Part

  package init(year: Int, part: Part) {
    self.year = year
    self.part = part
  }

  /// The period of `2023-06`, `2023-Q2`, `2023-H1`, `2023-H2`, `2023-9M` or `2023`; `nil` where
  /// there is no such period.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, first.allSatisfy(\.isASCII),
      let year = Int(first), (1901...2198).contains(year), parts.count <= 2
    else { return nil }
    self.year = year
    guard parts.count == 2 else {
      part = .year
      return
    }
    switch String(parts[1]) {
    case "Q1": part = .quarter(1)
    case "Q2": part = .quarter(2)
    case "Q3": part = .quarter(3)
    case "Q4": part = .quarter(4)
    case "H1": part = .firstHalf
    case "H2": part = .secondHalf
    case "9M": part = .nineMonths
    case let text where text.count == 2 && text.allSatisfy({ $0.isASCII && $0.isNumber }):
      guard let month = Int(text), (1...12).contains(month) else { return nil }
      part = .month(month)
    default: return nil
    }
  }

  /// As commands and files write it: `2023-Q2`.
  package var text: String {
    switch part {
    case .month(let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .firstHalf: "\(year)-H1"
    case .secondHalf: "\(year)-H2"
    case .nineMonths: "\(year)-9M"
    case .year: "\(year)"
    }
  }

  /// As reports write it: "quý II năm 2023", "6 tháng đầu năm 2023", "năm 2023".
  package var name: String { partName.map { "\($0) năm \(year)" } ?? "năm \(year)" }

  /// As narrow columns have it: "quý II/2023", "6 tháng đầu/2023", "năm 2023".
  package var shortName: String { partName.map { "\($0)/\(year)" } ?? "năm \(year)" }

  /// "quý II"; `nil` for a whole year.
  private var partName: String? {
    switch part {
    case .month(let month): "tháng \(month < 3 ? "0" : "")\(month)"
    case .quarter(let quarter): "quý \(["I", "II", "III", "IV"][quarter - 1])"
    case .firstHalf: "6 tháng đầu"
    case .secondHalf: "6 tháng cuối"
    case .nineMonths: "9 tháng"
    case .year: nil
    }
  }

  /// The period of the same length right before; `nil` for nine months, which have none that
  /// ends where they begin.
  package var previous: Period? {
    switch part {
    case .month(1): Period(year: year - 1, part: .month(12))
    case .month(let month): Period(year: year, part: .month(month - 1))
    case .quarter(1): Period(year: year - 1, part: .quarter(4))
    case .quarter(let quarter): Period(year: year, part: .quarter(quarter - 1))
    case .firstHalf: Period(year: year - 1, part: .secondHalf)
    case .secondHalf: Period(year: year, part: .firstHalf)
    case .nineMonths: nil
    case .year: Period(year: year - 1, part: .year)
    }
  }

  /// The period whose tasks a report of this one looks ahead to: the next of the same length, the
  /// rest of the year after nine months, and the year after a whole one.
  package var next: Period {
    switch part {
    case .month(12): Period(year: year + 1, part: .month(1))
    case .month(let month): Period(year: year, part: .month(month + 1))
    case .quarter(4): Period(year: year + 1, part: .quarter(1))
    case .quarter(let quarter): Period(year: year, part: .quarter(quarter + 1))
    case .firstHalf: Period(year: year, part: .secondHalf)
    case .secondHalf: Period(year: year + 1, part: .firstHalf)
    case .nineMonths: Period(year: year, part: .quarter(4))
    case .year: Period(year: year + 1, part: .year)
    }
  }

  /// The same part of the year before.
  package var yearAgo: Period { Period(year: year - 1, part: part) }

  /// The periods whose figures show how those of this one came about, the oldest first: the
  /// eleven months before a month, the three quarters before a quarter, the quarters of a longer
  /// period.
  package var trail: [Period] {
    switch part {
    case .month: Self.before(self, count: 11)
    case .quarter: Self.before(self, count: 3)
    case .firstHalf, .secondHalf, .nineMonths, .year:
      (1...4).map { Period(year: year, part: .quarter($0)) }.filter {
        months.contains($0.months.lowerBound)
      }
    }
  }

  /// Whether it is a single month.
  package var isMonth: Bool {
    if case .month = part { true } else { false }
  }

  /// The twelve months that end with the period's last one, the oldest first; without the period
  /// itself where that is a month.
  package var lastMonths: [Period] {
    let last = Period(year: year, part: .month(months.upperBound))
    return Self.before(last, count: 11) + (last == self ? [] : [last])
  }

  private static func before(_ period: Period, count: Int) -> [Period] {
    var periods: [Period] = []
    var next = period.previous
    while let period = next, periods.count < count {
      periods.insert(period, at: 0)
      next = period.previous
    }
    return periods
  }

  /// How long a period is, with the word that data files have for it.
  package enum Length: String, CaseIterable, Hashable, Sendable {
    case month, quarter, half, year
    case nineMonths = "nine-months"
  }

  /// How long it is.
  package var length: Length {
    switch part {
    case .month: .month
    case .quarter: .quarter
    case .firstHalf, .secondHalf: .half
    case .nineMonths: .nineMonths
    case .year: .year
    }
  }

  /// First and last month, from 1.
  package var months: ClosedRange<Int> {
    switch part {
    case .month(let month): month...month
    case .quarter(let quarter): (quarter * 3 - 2)...(quarter * 3)
    case .firstHalf: 1...6
    case .secondHalf: 7...12
    case .nineMonths: 1...9
    case .year: 1...12
    }
  }
}
