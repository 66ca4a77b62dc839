internal import DataFiles
package import Intake

/// An indicator (chỉ tiêu) of the catalogue.
package struct Indicator: Sendable {
  /// Which way a value should go.
  package enum Better: String, CaseIterable, Hashable, Sendable {
    case higher, lower, neither
  }

  /// How the values of units become that of a larger one.
  package enum RollUp: String, CaseIterable, Hashable, Sendable {
    case sum
    /// Numerators and denominators are added up, and the rate is made of the sums.
    case parts
  }

  package var id: String
  package var name: String
  /// The area of administrative reform under which reports list it.
  package var area: String
  /// As tables name it: "hồ sơ", "%".
  package var unit: String
  package var kind: SourceKind
  package var better: Better
  package var numerator: Condition
  /// `nil` where it is a count.
  package var denominator: Condition?
  package var targets: [Target]

  private static let keys = [
    "id", "name", "area", "unit", "kind", "better", "roll-up", "numerator", "denominator",
    "targets",
  ]

  init(_ node: DataNode, documents: [PlanDocument]) throws(DataFileError) {
    let map = try node.mapping(of: Self.keys)
    id = try map.required("id").text()
    name = try map.required("name").text()
    area = try map.required("area").text()
    unit = try map.required("unit").text()
    let kind = try map.required("kind").word(SourceKind.self)
    self.kind = kind
    better = try map.required("better").word(Better.self)
    numerator = try Condition(try map.required("numerator"), kind: kind)
    denominator = try map["denominator"].map { node throws(DataFileError) in
      try Condition(node, kind: kind)
    }
    // A rate that were summed, or a count made of parts, would be wrong at every higher level.
    let rollUp = try map.required("roll-up")
    let right: RollUp = denominator == nil ? .sum : .parts
    _ = try rollUp.word(of: [right.rawValue])
    var targets: [Target] = []
    for item in map["targets"]?.items() ?? [] {
      targets.append(try Target(item, documents: documents))
    }
    self.targets = targets
  }
}
