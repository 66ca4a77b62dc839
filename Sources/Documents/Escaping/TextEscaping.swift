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

  /// A text with such scalars only.
  static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map(printable)))
  }

  /// Whether a text in UTF-8 surely has such scalars only; the few others that share their
  /// beginnings with one that is not printable are looked at one by one.
  static func isPrintable(_ utf8: Span<UInt8>) -> Bool {
    for place in utf8.indices {
      switch utf8[place] {
      case 0..<0x20, 0x7F, 0xEF...: return false
      case 0xC2 where utf8[place + 1] < 0xA0: return false
      // The line and the paragraph separator; not dashes, quotes and dots.
      case 0xE2 where utf8[place + 1] == 0x80 && utf8[place + 2] & 0xFE == 0xA8: return false
      default: continue
      }
    }
    return true
  }
}
