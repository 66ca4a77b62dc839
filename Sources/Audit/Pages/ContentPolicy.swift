/// What a page allows itself to load and to run, as its `Content-Security-Policy` says.
struct ContentPolicy: Sendable {
  /// The values of every directive, by its name.
  let directives: [String: [String]]

  init(_ text: String) {
    var directives: [String: [String]] = [:]
    for directive in text.split(separator: ";") {
      let words = directive.split(whereSeparator: \.isWhitespace).map(String.init)
      // Of a double directive browsers take the first.
      if let name = words.first?.lowercased(), directives[name] == nil {
        directives[name] = Array(words.dropFirst())
      }
    }
    self.directives = directives
  }

  /// The fingerprints of what may stand in the page itself.
  func hashes(_ directive: String) -> [String] {
    (directives[directive] ?? []).filter { $0.hasPrefix("'sha256-") }
  }
}
