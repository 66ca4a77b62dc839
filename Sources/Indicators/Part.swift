/// What a figure is made of: a count, or a numerator and a denominator.
///
/// Parts of several units are added up and the rate is made of the sums; a rate is never
/// averaged and never summed.
package struct Part: Hashable, Sendable {
  package var numerator: Int
  /// `nil` where the figure is a count.
  package var denominator: Int?

  package init(numerator: Int, denominator: Int?) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Adds the part of another unit for the same indicator.
  package mutating func merge(_ other: Part) {
    numerator += other.numerator
    if let known = denominator { denominator = known + (other.denominator ?? 0) }
  }

  /// The value; `nil` where a rate has no cases (0/0).
  package var value: FigureValue? {
    guard let denominator else { return .count(numerator) }
    guard denominator > 0 else { return nil }
    // Percent rounded half up to two decimals, in integers (contract, 6).
    return .percent(hundredths: (numerator * 20_000 + denominator) / (2 * denominator))
  }
}

/// The value of a figure.
package enum FigureValue: Hashable, Sendable {
  case count(Int)
  /// Hundredths of a percent: 98,25% is 9825.
  case percent(hundredths: Int)

  /// The value in hundredths of its unit, to compare it with a target.
  package var hundredths: Int {
    switch self {
    case .count(let count): count * 100
    case .percent(let hundredths): hundredths
    }
  }

  /// As data files write it: `12`, `98.25`.
  package var plain: String {
    switch self {
    case .count(let count): "\(count)"
    case .percent(let hundredths): Hundredths.plain(hundredths)
    }
  }
}

/// Numbers of two decimals, held as whole hundredths.
package enum Hundredths {
  /// With a point: `-3.50`.
  package static func plain(_ hundredths: Int) -> String {
    let size = hundredths.magnitude
    let cents = size % 100
    return "\(hundredths < 0 ? "-" : "")\(size / 100).\(cents < 10 ? "0" : "")\(cents)"
  }
}
