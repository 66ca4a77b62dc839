package import Administration

/// Whose rows a figure of a unit counts.
package enum Scope: Hashable, Sendable {
  /// The unit's own.
  case own
  /// The unit's and those of all units below it.
  case area
  /// Those of all units of a level; for the province only.
  case level(Level)

  /// The scope of a text as commands and files write it; `nil` where there is none such.
  package init?(_ text: String) {
    switch text {
    case "own": self = .own
    case "area": self = .area
    default:
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "level", let level = Level(rawValue: String(parts[1]))
      else { return nil }
      self = .level(level)
    }
  }

  /// As commands and files write it: `own`, `area`, `level:xa`.
  package var text: String {
    switch self {
    case .own: "own"
    case .area: "area"
    case .level(let level): "level:\(level.rawValue)"
    }
  }

  /// The level whose targets hold for a unit's figures of this scope.
  package func level(of unit: Unit) -> Level {
    if case .level(let level) = self { level } else { unit.level }
  }
}
