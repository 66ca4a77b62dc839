/// How much a packed file may grow, so that a small file cannot fill the disk.
struct ExpansionLimit: Hashable, Sendable {
  /// No packed file may become larger than this.
  var bytes: Int
  /// From ``freeBytes`` on, unpacked bytes for each packed byte.
  var ratio: Int
  /// Up to here any ratio is allowed: short files of blanks pack very well.
  var freeBytes: Int

  /// Ten times the largest export that is known, and a ratio that no table reaches.
  static let standard = ExpansionLimit(bytes: 8 << 30, ratio: 1000, freeBytes: 64 << 20)

  /// Throws once the bytes unpacked so far are more than the packed ones may become.
  func check(unpacked: Int, packed: Int) throws(TextFileProblem) {
    let (product, overflows) = max(packed, 1).multipliedReportingOverflow(by: ratio)
    let byRatio = overflows ? Int.max : max(product, freeBytes)
    guard unpacked <= min(bytes, byRatio) else { throw .tooLargeUnpacked(bytes: unpacked) }
  }
}
