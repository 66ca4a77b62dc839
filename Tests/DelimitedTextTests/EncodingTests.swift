import Foundation
import TestSupport
import Testing

@testable import DelimitedText

@Suite struct EncodingTests {
  let scratch: ScratchFolder
  init() throws { scratch = try ScratchFolder() }

  /// How a text is written in an encoding.
  static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8, .windows1252: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .utf16LittleEndian: EncodingSpecimen.utf16(text, isBigEndian: false)
    case .utf16LittleEndianWithMark:
      [0xFF, 0xFE] + EncodingSpecimen.utf16(text, isBigEndian: false)
    case .utf16BigEndian: EncodingSpecimen.utf16(text, isBigEndian: true)
    case .utf16BigEndianWithMark: [0xFE, 0xFF] + EncodingSpecimen.utf16(text, isBigEndian: true)
    case .windows1258: EncodingSpecimen.windows1258(text)
    case .tcvn3: EncodingSpecimen.tcvn3(text)
    case .vni: EncodingSpecimen.vni(text)
    case .utf8Mojibake: EncodingSpecimen.mojibake(text)
    }
  }

  func open(
    _ bytes: [UInt8], _ choice: TextEncodingChoice = .auto
  ) throws -> (file: TextFile, text: [UInt8]) {
    let path = scratch.path("table.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let file = try TextFile(path: path, encoding: choice)
    return (file, Array(file.data.dropFirst(file.textStart)))
  }

  static let all = TextEncoding.allCases.filter { $0 != .windows1252 }

  @Test(arguments: all)
  func `one table in each encoding is the same text`(encoding: TextEncoding) throws {
    let table = EncodingSpecimen.table
    let (file, text) = try open(Self.bytes(table, encoding))
    #expect(file.encoding == encoding)
    #expect(file.isSoundUTF8)
    let read = try #require(String(validating: text, as: UTF8.self))
    if encoding == .tcvn3 {
      #expect(Array(read.lowercased().utf8) == Array(table.lowercased().utf8))
    } else {
      #expect(Array(read.utf8) == Array(table.utf8))
    }
  }

  @Test(arguments: all)
  func `letters behind the first 100 kB decide`(encoding: TextEncoding) throws {
    let table =
      String(repeating: "H01,02/03/2025,Tra Vinh\r\n", count: 6_000) + "Cầu Kè, Đại An,Trà Cú\r\n"
    let (file, text) = try open(Self.bytes(table, encoding))
    #expect(file.encoding == encoding)
    #expect(text.elementsEqual(table.utf8))
  }

  @Test(arguments: [
    ("Ñaøo ñaát coâng trình ñöôøng boä", TextEncoding.vni, "Đào đất công trình đường bộ"),
    ("Uûy ban nhaân daân tænh Traø Vinh", .vni, "Ủy ban nhân dân tỉnh Trà Vinh"),
    ("Céng hßa x· héi chñ nghÜa ViÖt Nam", .tcvn3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("§éc lËp - Tù do - H¹nh phóc", .tcvn3, "Độc lập - Tự do - Hạnh phúc"),
  ])
  func `reads what offices typed in old fonts`(
    typed: String, encoding: TextEncoding, text: String
  ) throws {
    let bytes = typed.unicodeScalars.map { UInt8($0.value) }
    let read = try open(bytes)
    #expect(read.file.encoding == encoding)
    #expect(read.text.elementsEqual(text.utf8))
  }

  @Test func `reads Windows-1258 with letters that have a byte of their own`() throws {
    let (file, text) = try open([0x54, 0x72, 0xE0, 0x20, 0x43, 0xFA, 0x20, 0xF0, 0xF3, 0x0A])
    #expect(file.encoding == .windows1258)
    #expect(text.elementsEqual("Trà Cú đó\n".utf8))
  }

  @Test func `repairs the words that show mojibake`() throws {
    let (file, text) = try open(Array("Tá»‰nh TrÃ\u{A0} Vinh\n".utf8))
    #expect(file.encoding == .utf8Mojibake)
    #expect(text.elementsEqual("Tỉnh Trà Vinh\n".utf8))
  }

  @Test func `a few broken rows leave UTF-8 what it is`() throws {
    let rows = [UInt8](String(repeating: "Tỉnh Trà Vinh\n", count: 100).utf8)
    let bytes = rows + [0x54, 0xD8, 0x6E, 0xFF, 0x0A, 0xE1, 0xBA, 0x0A] + rows
    let (file, text) = try open(bytes)
    #expect(file.encoding == .utf8)
    #expect(!file.isSoundUTF8)
    #expect(text == bytes)
  }

  @Test func `a file without any mark is UTF-8`() throws {
    #expect(try open(Array("a,b\n1,2\n".utf8)).file.encoding == .utf8)
    #expect(try open([]).file.encoding == .utf8)
  }

  @Test(arguments: [
    ([0x61, 0x00, 0x00, 0xD8, 0x62, 0x00] as [UInt8], TextEncodingChoice.utf16),
    ([0x61, 0x00, 0x0A], .utf16),
    ([0x61, 0x00, 0xFD, 0xFF], .utf16),
    ([0x61, 0xF9, 0x2C, 0x20, 0xF9], .vni),
    ([0x61, 0x8D, 0x2C], .windows1258),
    ([0x61, 0x7F, 0xE4, 0x03, 0x80], .utf8),
    (Array("Tá»nh".utf8), .windows1252),
    (Array("TÃnh".utf8), .windows1252),
    (Array("Tá»‰nh ï¿½".utf8), .windows1252),
  ])
  func `what cannot be decoded stays broken and is never U+FFFD`(
    bytes: [UInt8], choice: TextEncodingChoice
  ) throws {
    let (file, text) = try open(bytes, choice)
    #expect(!file.isSoundUTF8)
    #expect(String(validating: text, as: UTF8.self) == nil)
    #expect(Data(text).range(of: Data([0xEF, 0xBF, 0xBD])) == nil)
  }

  @Test func `a profile fixes what the letters leave open`() throws {
    let bytes = EncodingSpecimen.vni("đất")
    #expect(try open(bytes, .vni).text.elementsEqual("đất".utf8))
    #expect(try open(bytes, .windows1258).file.encoding == .windows1258)
    #expect(try open([0x74, 0x1E, 0x2C, 0x00], .utf16).file.encoding == .utf16LittleEndian)
  }

  @Test func `a mark outranks the profile`() throws {
    let (file, text) = try open(Self.bytes("tỉnh", .utf16BigEndianWithMark), .vni)
    #expect(file.encoding == .utf16BigEndianWithMark)
    #expect(text.elementsEqual("tỉnh".utf8))
  }

  @Test(arguments: 0..<40)
  func `random words survive every encoding`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let heads = ["", "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "ng", "nh", "ph", "qu", "th"]
    let tails = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"]
    let vowels = Array(EncodingSpecimen.letters.dropLast()) + Array("aeiouy")
    let words = (0..<400).map { _ in
      let word =
        (heads.randomElement(using: &random) ?? "")
        + String(vowels.randomElement(using: &random) ?? "a")
        + (tails.randomElement(using: &random) ?? "")
      return Bool.random(using: &random) ? word : word.uppercased()
    }
    let text = words.joined(separator: " ") + "\n"
    for encoding in Self.all {
      let (file, read) = try open(Self.bytes(text, encoding))
      #expect(file.encoding == encoding)
      if encoding == .tcvn3 {
        #expect(String(decoding: read, as: UTF8.self).lowercased() == text.lowercased())
      } else {
        #expect(read.elementsEqual(text.utf8), "\(encoding.rawValue)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func `random bytes keep their line count and give no U+FFFD`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet: [UInt8] = [0x0A, 0x2C, 0x41, 0x61, 0xC3, 0xA1, 0xE1, 0xBB, 0x89, 0xF9, 0xF4, 0]
    let bytes = (0..<3_000).map { _ in
      Bool.random(using: &random)
        ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
    }
    for choice in TextEncodingChoice.allCases where choice != .utf16 {
      let (file, text) = try open([0x61] + bytes, choice)
      #expect(text.count { $0 == 0x0A } == bytes.count { $0 == 0x0A })
      #expect(file.isSoundUTF8 == (String(validating: file.data, as: UTF8.self) != nil))
      if file.encoding != .utf8 {
        #expect(Data(text).range(of: Data([0xEF, 0xBF, 0xBD])) == nil)
      }
    }
  }
}
