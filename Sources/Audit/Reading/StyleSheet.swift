internal import Foundation

/// Reads `xl/styles.xml`.
enum StyleSheet {
  private static let part = "xl/styles.xml"

  /// Excel's own formats that have a number and no text in the file, as far as a workbook of ours
  /// may use them.
  private static let ownFormats = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 49: "@",
  ]

  /// The styles by the number that cells give.
  static func styles(of parts: BookParts) throws(BookDamage) -> [AuditedStyle] {
    var formats = ownFormats
    var fonts: [AuditedFont] = []
    var styles: [AuditedStyle] = []
    var fontOfStyle: [Int] = []
    var isInFonts = false
    var isInStyles = false
    try readXML(try parts.required(part), part: part) { event in
      switch event {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          formats[id] = attributes["formatCode"] ?? ""
        }
      case .start("fonts", _): isInFonts = true
      case .end("fonts", _): isInFonts = false
      case .start("font", _) where isInFonts: fonts.append(AuditedFont())
      case .start(let name, let attributes) where isInFonts && !fonts.isEmpty:
        fonts[fonts.count - 1].read(name, attributes)
      case .start("cellXfs", _): isInStyles = true
      case .end("cellXfs", _): isInStyles = false
      case .start("xf", let attributes) where isInStyles:
        var style = AuditedStyle()
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        style.numberFormat = formats[id] ?? "General"
        styles.append(style)
        fontOfStyle.append(attributes["fontId"].flatMap { Int($0) } ?? 0)
      case .start("alignment", let attributes) where isInStyles && !styles.isEmpty:
        styles[styles.count - 1].alignment = attributes["horizontal"] ?? ""
        styles[styles.count - 1].wraps = attributes["wrapText"] == "1"
      default:
        break
      }
    }
    for number in styles.indices {
      guard fonts.indices.contains(fontOfStyle[number]) else {
        throw BookDamage(.deadReference, part: part)
      }
      styles[number].font = fonts[fontOfStyle[number]]
    }
    return styles
  }
}

extension AuditedFont {
  /// Takes what an element within a font says.
  fileprivate mutating func read(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "sz": size = attributes["val"].flatMap { Double($0) } ?? size
    case "b": isBold = attributes["val"] != "0"
    case "name": name = attributes["val"] ?? ""
    default: break
    }
  }
}

/// Reads the texts that cells share.
enum SharedTexts {
  private static let part = "xl/sharedStrings.xml"

  /// The texts by the number that cells give; a workbook without texts has none.
  static func texts(of parts: BookParts) throws(BookDamage) -> [String] {
    guard let content = parts.contents[part] else { return [] }
    var texts: [String] = []
    var text = ""
    var isPhonetic = false
    try readXML(content, part: part) { event in
      switch event {
      case .start("si", _): text = ""
      case .start("rPh", _): isPhonetic = true
      case .end("rPh", _): isPhonetic = false
      case .end("t", let piece) where !isPhonetic: text += piece
      case .end("si", _): texts.append(text)
      default: break
      }
    }
    return texts
  }
}
