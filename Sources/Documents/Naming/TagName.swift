/// A name as a tag writes it.
struct TagName: Hashable, Sendable {
  /// The word before the bracket of `uppercased(name)`.
  var transform: String?
  /// `["unit", "name"]` of `unit.name`; `["."]` is the value itself; empty in `last()`.
  var path: [String]

  init(_ text: String) {
    var name = text[...]
    if let bracket = text.firstIndex(of: "("), text.last == ")" {
      transform = String(text[..<bracket])
      name = text[text.index(after: bracket)...].dropLast()
    }
    if name == "." {
      path = ["."]
    } else {
      path =
        name.isEmpty
        ? [] : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
