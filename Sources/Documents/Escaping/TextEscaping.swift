/// The ways in which texts become data of an output.
enum TextEscaping: Sendable {
  case html, markdown
  /// Plain text, as subjects and bodies of mail are.
  case plain

  /// Adds a text to an output as data.
  func append(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .html: HTMLText.append(text, to: &bytes)
    case .markdown: MarkdownText.append(text, to: &bytes)
    case .plain:
      for scalar in text.unicodeScalars { bytes += String(Self.printable(scalar)).utf8 }
    }
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
