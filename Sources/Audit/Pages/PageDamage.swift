/// Why a page cannot be read: what the reader met, and where.
struct PageDamage: Error, Hashable {
  /// Counted from 1.
  var line: Int
  /// In Vietnamese, without the place.
  var sentence: String
}
