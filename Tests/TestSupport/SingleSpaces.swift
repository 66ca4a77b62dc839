extension StringProtocol {
  /// With one space for several, so that a test can ask for the cells of an aligned table.
  package var singleSpaced: String { split(separator: " ").joined(separator: " ") }
}
