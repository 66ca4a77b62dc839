/// Takes a page apart into tags and texts.
///
/// It reads the HTML that reports are written in and says where it meets anything else: every
/// value in quotes, every `<` and `&` in a text as an entity, no attribute twice.
struct PageTokenizer {
  private let bytes: [UInt8]
  private var place = 0
  /// Of the next token, counted from 1.
  private(set) var line = 1
  /// The element whose content is no HTML and that has just begun.
  private var rawElement: String?

  init(_ html: String) { bytes = Array(html.utf8) }

  /// The next token; `nil` at the end.
  mutating func next() throws(PageDamage) -> PageToken? {
    if let name = rawElement {
      rawElement = nil
      return try raw(of: name)
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return .text(try text()) }
      if starts("<!--") {
        try comment()
      } else if starts("<!") {
        return try doctype()
      } else if starts("</") {
        return try end()
      } else {
        return try start()
      }
    }
    return nil
  }

  private func damage(_ sentence: String) -> PageDamage {
    PageDamage(line: line, sentence: sentence)
  }

  private func starts(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// Goes on to a place, counting lines; gives what stands before it.
  private mutating func take(to end: Int) -> ArraySlice<UInt8> {
    let taken = bytes[place..<end]
    for byte in taken where byte == UInt8(ascii: "\n") { line += 1 }
    place = end
    return taken
  }

  private mutating func text() throws(PageDamage) -> String {
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return try resolved(bytes[place..<end], to: end)
  }

  /// A text without its entities; goes on to a place.
  private mutating func resolved(
    _ text: ArraySlice<UInt8>, to end: Int
  ) throws(PageDamage) -> String {
    switch PageEntities.resolved(text) {
    case .faulty(let sign, let start):
      _ = take(to: start)
      throw damage("không hiểu «\(sign)» trong trang")
    case .text(let text):
      _ = take(to: end)
      return text
    }
  }

  /// The content of a script or a style sheet.
  private mutating func raw(of name: String) throws(PageDamage) -> PageToken {
    let start = place
    var end = place
    while let next = bytes[end...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[next...]
      if rest.starts(with: "</\(name)>".utf8) {
        return .text(String(decoding: take(to: next), as: UTF8.self))
      }
      end = next + 1
    }
    place = start
    throw damage("thẻ <\(name)> không có thẻ đóng")
  }

  private mutating func comment() throws(PageDamage) {
    var end = place + 4
    while end + 3 <= bytes.count {
      if bytes[end...].starts(with: "-->".utf8) {
        _ = take(to: end + 3)
        return
      }
      end += 1
    }
    throw damage("lời chú thích <!-- không kết thúc")
  }

  private mutating func doctype() throws(PageDamage) -> PageToken {
    let wanted = "<!doctype html>"
    let found = String(decoding: bytes[place...].prefix(wanted.utf8.count), as: UTF8.self)
    guard found.lowercased() == wanted else { throw damage("không hiểu «\(found.prefix(15))»") }
    place += wanted.utf8.count
    return .doctype
  }

  private mutating func end() throws(PageDamage) -> PageToken {
    place += 2
    let name = self.name()
    guard !name.isEmpty, place < bytes.count, bytes[place] == UInt8(ascii: ">") else {
      throw damage("thẻ đóng </\(name) viết sai")
    }
    place += 1
    return .end(name)
  }

  private mutating func start() throws(PageDamage) -> PageToken {
    place += 1
    let name = self.name()
    guard !name.isEmpty else { throw damage("dấu < không mở một thẻ nào") }
    var attributes: [PageAttribute] = []
    while true {
      let hadSpace = skipSpace()
      guard place < bytes.count else { throw damage("thẻ <\(name)> không kết thúc") }
      if bytes[place] == UInt8(ascii: ">") || starts("/>") {
        let isClosed = bytes[place] != UInt8(ascii: ">")
        place += isClosed ? 2 : 1
        if name == "script" || name == "style" { rawElement = name }
        return .start(name, attributes, isClosed: isClosed)
      }
      guard hadSpace else { throw damage("thẻ <\(name)> viết sai") }
      let attribute = try attribute(of: name)
      guard !attributes.contains(where: { $0.name == attribute.name }) else {
        throw damage("thẻ <\(name)> có hai thuộc tính \(attribute.name)")
      }
      attributes.append(attribute)
    }
  }

  private mutating func attribute(of element: String) throws(PageDamage) -> PageAttribute {
    let name = self.name()
    guard !name.isEmpty else { throw damage("thẻ <\(element)> viết sai") }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      return PageAttribute(name: name, value: "")
    }
    place += 1
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      throw damage("thuộc tính \(name) của <\(element)> không nằm trong ngoặc kép")
    }
    guard let end = bytes[(place + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
      throw damage("thuộc tính \(name) của <\(element)> không kết thúc")
    }
    return PageAttribute(
      name: name, value: try resolved(bytes[(place + 1)..<end], to: end + 1))
  }

  private mutating func skipSpace() -> Bool {
    let end = bytes[place...].firstIndex { !Self.isSpace($0) } ?? bytes.count
    defer { _ = take(to: end) }
    return end > place
  }

  /// A name in small letters; empty where none stands.
  private mutating func name() -> String {
    let end = bytes[place...].firstIndex { !Self.isOfName($0) } ?? bytes.count
    defer { place = end }
    return String(decoding: bytes[place..<end].map(Self.small), as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
