/// What stands next in a page.
enum PageToken: Hashable {
  case doctype
  case start(String, [PageAttribute], isClosed: Bool)
  case end(String)
  /// With its entities resolved.
  case text(String)
}

/// An attribute with its name in small letters; empty where only the name stands.
struct PageAttribute: Hashable, Sendable {
  var name: String
  var value: String
}
