/// Finds what somebody probably meant.
package enum NearestName {
  /// The name with the fewest letters to change, of those that change less than half of the
  /// word's letters; `nil` where none is so near.
  package static func of(_ word: String, among names: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased())
    let best = names.map { (name: $0, distance: distance(letters, Array($0.lowercased()))) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best, best.distance * 2 < max(letters.count, 2) else { return nil }
    return best.name
  }

  /// Letters to insert, remove or replace to make one word of the other (Levenshtein).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
