internal import Mustache

/// A text in a template; a section of an empty one is left out.
struct TemplateText: Sendable {
  var text: String
}

extension TemplateText: MustacheCustomRenderable {
  var renderText: String { text }

  var isNull: Bool { text.isEmpty }
}

extension TemplateText: MustacheParent {
  /// A text has no names; without this the library would look for them by reflection.
  func child(named: String) -> Any? { nil }
}

extension TemplateText: MustacheTransformable {
  /// The words that may stand before the brackets of `word(name)`.
  static let transforms = ["uppercased", "lowercased"]

  func transform(_ name: String) -> Any? {
    switch name {
    case "uppercased": TemplateText(text: text.uppercased())
    case "lowercased": TemplateText(text: text.lowercased())
    default: nil
    }
  }
}
