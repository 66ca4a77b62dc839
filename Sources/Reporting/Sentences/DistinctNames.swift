internal import Administration

/// How sentences call the units of a run, so that no two have the same name.
struct DistinctNames: Sendable {
  /// By the numbers of the units: "xã Long Đức", "phường 1 (thị xã Duyên Hải)".
  let texts: [String]

  init(_ tree: UnitTree) {
    let names = tree.units.map(UnitNames.inSentence)
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    texts = names.enumerated().map { number, name in
      guard counts[name] != 1, let parent = tree.parent(of: number) else { return name }
      return "\(name) (\(names[parent]))"
    }
  }
}
