import Testing
import TestSupport

@testable import Intake

@Suite struct RecordKeyTests {
  private static let awkward = [
    "H59.12-230405-0001", "H59.12-230405-00001", "H59.12-230405-1", "H59.1-230405-0001",
    "H59.12-23040-0001", "H59.12-2304050-0001", "-230405-0001", "230405-0001", "0001", "x",
    "H59.12-230405-", "H59.12-230405-0000001", "000.00.12.H59-230405-0001", "BN-2019/00123",
    "H59.12-230405-0001 ", "h59.12-230405-0001", "H59.12-230405-000a", "a-b-c", "-", "--",
  ]

  @Test func `codes that differ in a letter have different keys`() {
    var keys = KeyInterner()
    let made = Self.awkward.map { text in
      let bytes = Array(text.utf8)
      return keys.dossier(0..<bytes.count, of: bytes.span)
    }
    #expect(Set(made).count == Self.awkward.count)
    #expect(made.map { keys.code(of: $0, .dossiers) } == Self.awkward)
  }

  @Test(arguments: 0..<30)
  func `keys of several files agree exactly where the codes do`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var whole = KeyInterner()
    var codeOfKey: [UInt64: String] = [:]
    var keyOfCode: [String: UInt64] = [:]
    for _ in 0..<5 {
      var file = KeyInterner()
      let codes = (0..<40).map { _ -> String in
        guard Bool.random(using: &random) else {
          return Self.awkward.randomElement(using: &random) ?? ""
        }
        let agency = Int.random(in: 0...9, using: &random)
        return "H59.\(agency)-23040\(agency)-000\(Int.random(in: 0...9, using: &random))"
      }
      let keys = codes.map { code in
        let bytes = Array(code.utf8)
        return file.dossier(0..<bytes.count, of: bytes.span)
      }
      let renumbering = whole.adopt(file)
      for (code, key) in zip(codes, keys) {
        let known = renumbering.dossier(key)
        #expect(codeOfKey[known, default: code] == code)
        #expect(keyOfCode[code, default: known] == known)
        codeOfKey[known] = code
        keyOfCode[code] = known
      }
    }
  }
}
