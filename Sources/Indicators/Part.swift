/// What a figure is made of: a count, a numerator and a denominator, or what somebody typed.
///
/// Parts of several units are added up and the rate is made of the sums; a rate is never
/// averaged and never summed.
package struct Part: Hashable, Sendable {
  /// How the value is made of the parts.
  package enum Measure: String, Hashable, Sendable {
    /// The numerator itself.
    case count
    /// Numerator to denominator in percent.
    case percent
    /// Numerator to denominator.
    case quotient
    /// A percentage that was typed as such; the numerator holds its hundredths.
    case typedPercent
    /// An amount that was typed as such; the numerator holds its hundredths.
    case typedAmount
    /// A grade of the indicator's scale; the numerator holds its place, from 1.
    case grade
  }

  package var numerator: Int
  /// `nil` where the figure is not made of two parts.
  package var denominator: Int?
  package var measure: Measure

  package init(numerator: Int, denominator: Int?, measure: Measure) {
    self.numerator = numerator
    self.denominator = denominator
    self.measure = measure
  }

  /// A rate in percent, or a count where there is no denominator.
  package init(numerator: Int, denominator: Int?) {
    self.init(
      numerator: numerator, denominator: denominator,
      measure: denominator == nil ? .count : .percent)
  }

  /// Adds the part of another unit for the same indicator.
  package mutating func merge(_ other: Part) {
    numerator += other.numerator
    if let known = denominator { denominator = known + (other.denominator ?? 0) }
  }

  /// Takes the part of a unit out that was added before.
  package mutating func remove(_ other: Part) {
    numerator -= other.numerator
    if let known = denominator { denominator = known - (other.denominator ?? 0) }
  }

  /// Whether any case counts in it.
  package var hasCases: Bool { numerator != 0 || denominator ?? 0 != 0 }

  /// The value; `nil` where a rate has no cases (0/0).
  package var value: FigureValue? {
    switch measure {
    case .count: .count(numerator)
    // Rounded half up to two decimals, in integers (contract, 6).
    case .percent: rate(10_000).map { .percent(hundredths: $0) }
    case .quotient: rate(100).map { .quotient(hundredths: $0) }
    case .typedPercent: .percent(hundredths: numerator)
    case .typedAmount: .amount(hundredths: numerator)
    case .grade: .grade(numerator)
    }
  }

  private func rate(_ factor: Int) -> Int? {
    guard let denominator, denominator > 0 else { return nil }
    return (numerator * 2 * factor + denominator) / (2 * denominator)
  }

  /// Whether numerator and denominator are what the value was made of, and not what was typed.
  package var hasParts: Bool {
    switch measure {
    case .count, .percent, .quotient: true
    case .typedPercent, .typedAmount, .grade: false
    }
  }
}

/// The value of a figure.
package enum FigureValue: Hashable, Sendable {
  case count(Int)
  /// Hundredths of a percent: 98,25% is 9825.
  case percent(hundredths: Int)
  /// One number to another, always with two decimals.
  case quotient(hundredths: Int)
  /// Typed, with as many decimals as it needs.
  case amount(hundredths: Int)
  /// Place in the indicator's scale, from 1, the worst first.
  case grade(Int)

  /// The value in hundredths of its unit, to compare it with a target.
  package var hundredths: Int {
    switch self {
    case .count(let count): count * 100
    case .percent(let hundredths), .quotient(let hundredths), .amount(let hundredths): hundredths
    case .grade(let grade): grade * 100
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

  /// With a point, without decimals that say nothing: `12`, `12.5`… `12.50`.
  package static func short(_ hundredths: Int) -> String {
    hundredths % 100 == 0 ? "\(hundredths / 100)" : plain(hundredths)
  }

  /// Of what ``plain(_:)`` or ``short(_:)`` wrote; `nil` where the text is neither.
  package static func of(_ text: some StringProtocol) -> Int? {
    let size = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = size.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = Int(first), whole >= 0, parts.count <= 2 else {
      return nil
    }
    let cents = parts.count == 2 ? parts[1] : "00"
    guard cents.utf8.count == 2, let number = Int(cents), number >= 0 else { return nil }
    return (whole * 100 + number) * (text.hasPrefix("-") ? -1 : 1)
  }
}
