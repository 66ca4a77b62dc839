internal import Mustache

/// The ways in which texts become data of an output, by the names that the library knows them by.
enum TextEscaping {
  static let html = "REPORT-HTML"
  static let markdown = "REPORT-MARKDOWN"

  /// Makes them known to the library, before it parses a template.
  static func register() {
    MustacheContentTypes.register(HTMLText(), named: html)
    MustacheContentTypes.register(MarkdownText(), named: markdown)
  }

  /// The scalar that stands in an output for one of a text; a space for what no text should hold:
  /// line breaks, control codes and codes that are no characters.
  static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFDD0...0xFDEF: " "
    case let value where value & 0xFFFE == 0xFFFE: " "
    default: scalar
    }
  }
}
