/// The first letter of a text that begins a line or a cell.
package enum FirstLetter {
  /// "Hồ sơ một cửa" of "hồ sơ một cửa".
  package static func capital(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
