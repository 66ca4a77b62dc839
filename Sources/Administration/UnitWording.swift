extension Unit {
  private static let placeKinds: Set<String> = [
    "tỉnh", "thành phố", "thị xã", "huyện", "phường", "thị trấn", "xã",
  ]

  /// Whether it is a place and not an agency: its name begins with its kind.
  package var isPlace: Bool { Self.placeKinds.contains(kind) }

  /// "xã Long Đức", "Sở Nội vụ": the kinds of places are written small within a sentence.
  package var nameInSentence: String { isPlace ? Self.small(name) : name }

  /// Likewise of a name whose kind is not known beside it.
  package static func nameInSentence(_ name: String) -> String {
    let folded = name.lowercased()
    return placeKinds.contains { folded.hasPrefix($0 + " ") } ? small(name) : name
  }

  private static func small(_ name: String) -> String {
    name.prefix(1).lowercased() + name.dropFirst()
  }
}

extension UnitCatalogue {
  /// Of more units than so many that a text may mean only the first are told.
  private static let mostAlternatives = 4

  /// An entry told from others of its name, as it stood on a day: "Phường 1, thành phố Trà Vinh
  /// (29239)".
  ///
  /// Where it does not live on the day, or there is none, the day of its life next to that counts.
  package func fullName(ofEntry entry: Int, on day: CalendarDay?) -> String {
    let unit = entries[entry]
    var day = day ?? unit.validTo
    if let first = unit.validFrom, day.map({ $0 < first }) ?? false { day = first }
    if let last = unit.validTo, day.map({ last < $0 }) ?? false { day = last }
    let above = unit.parent.isEmpty ? nil : self.entry(of: unit.parent, on: day)
    let place = above.map { ", " + entries[$0].nameInSentence } ?? ""
    return "\(unit.name)\(place) (\(unit.code))"
  }

  /// Several entries between which a text leaves the choice: "… ; … hoặc …".
  package func alternatives(_ entries: [Int], on day: CalendarDay?) -> String {
    let names = entries.map { fullName(ofEntry: $0, on: day) }
    guard names.count <= Self.mostAlternatives, let last = names.last else {
      let shown = names.prefix(Self.mostAlternatives - 1)
      return shown.joined(separator: "; ") + " hoặc \(names.count - shown.count) đơn vị khác"
    }
    return names.dropLast().joined(separator: "; ") + " hoặc " + last
  }
}
