internal import Administration
internal import Indicators

/// The units of a level that miss a target, as a sentence lists them.
package struct Laggards: Hashable, Sendable {
  /// Units that are named one by one.
  static let mostNamed = 10

  /// "cấp xã".
  package let level: String
  /// "04".
  package let count: String
  /// "dưới 80%", "trên 0"; "chưa đạt mức phấn đấu" where each has a target of its own.
  package let bar: String
  /// "xã An Phú Tân (76,20%); xã Hòa Ân (71,43%)", in the order of the Vietnamese alphabet.
  package let names: String

  /// `nil` where none of the units, given by their names in sentences and in the order of these,
  /// misses its target.
  init?(_ level: Level, _ units: [(name: String, figure: Figure)]) {
    let missed = units.filter { $0.figure.isMet == false }
    guard let first = missed.first?.figure, let target = first.mainTarget else { return nil }
    self.level = level.name
    count = NumberText.inSentence(missed.count)
    let isShared = missed.allSatisfy { $0.figure.mainTarget?.bar == target.bar }
    bar = isShared ? Self.bar(target, of: first.indicator) : "chưa đạt mức phấn đấu"
    let isYesNo = first.indicator.isShareOfUnits
    let named = missed.prefix(Self.mostNamed).map { unit in
      // One unit alone has all of such a share, or nothing.
      guard !(isYesNo && unit.figure.part?.denominator == 1) else { return unit.name }
      return "\(unit.name) (\(NumberText.value(of: unit.figure)))"
    }
    let rest = missed.count - named.count
    names =
      named.joined(separator: "; ")
      + (rest > 0 ? " và \(NumberText.inSentence(rest)) đơn vị khác" : "")
  }

  private static func bar(_ target: HeldTarget, of indicator: Indicator) -> String {
    let text = NumberText.bar(hundredths: target.bar ?? 0, of: indicator)
    return switch target.target.comparison {
    case .atLeast: "dưới \(text)"
    case .moreThan: "không quá \(text)"
    case .atMost: "trên \(text)"
    case .lessThan: "từ \(text) trở lên"
    }
  }

  /// "còn 04 đơn vị cấp xã dưới 80%: xã An Phú Tân (76,20%); …".
  package var text: String { "còn \(count) đơn vị \(level) \(bar): \(names)" }
}
