internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// What a reader of XML meets, names without their prefix.
enum XMLEvent {
  case start(String, [String: String])
  /// The text that stands in the element and in none below it.
  case end(String, text: String)
}

/// Reads the XML of a part from its start to its end.
///
/// - Throws: ``BookDamage`` where the part is not well-formed.
func readXML(
  _ content: Data, part: String, _ handle: @escaping (XMLEvent) -> Void
) throws(BookDamage) {
  // Of a stream it takes bit by bit; what it gets at once must be shorter than 10 million bytes.
  let parser = XMLParser(stream: InputStream(data: content))
  let receiver = XMLReceiver(handle)
  parser.delegate = receiver
  // On Linux the parser says yes to a part that is cut off, and to some that are not well-formed.
  guard parser.parse(), parser.parserError == nil, receiver.isComplete else {
    throw BookDamage(.badXML, part: part)
  }
}

/// The receiver of a parser's calls; a class, because the parser asks for one.
private final class XMLReceiver: NSObject, XMLParserDelegate {
  private let handle: (XMLEvent) -> Void
  /// The texts of the elements that are open, the innermost last.
  private var texts: [String] = []
  private var hasRoot = false

  /// Whether the outermost element has been read to its end.
  var isComplete: Bool { hasRoot && texts.isEmpty }

  init(_ handle: @escaping (XMLEvent) -> Void) { self.handle = handle }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    hasRoot = true
    texts.append("")
    handle(.start(Self.local(name), attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard !texts.isEmpty else { return }
    texts[texts.count - 1] += text
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    guard !texts.isEmpty else { return }
    texts[texts.count - 1] += String(decoding: block, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    handle(.end(Self.local(name), text: texts.popLast() ?? ""))
  }

  private static func local(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
