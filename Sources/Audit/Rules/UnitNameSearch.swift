internal import Foundation
internal import Runs

/// Finds the names of units in texts: whole words, whatever the case and the way accents are
/// composed, the longest name that stands in a place.
struct UnitNameSearch: Sendable {
  /// A name and the numbers of the units that bear it, or whose forerunner bore it.
  private struct Name: Sendable {
    var bytes: [UInt8]
    var bearers: [Int]
  }

  /// Names by their first word, the longest first.
  private let names: [[UInt8]: [Name]]

  init(_ units: [ReportedUnit]) {
    var bearers: [String: [Int]] = [:]
    for (number, unit) in units.enumerated() {
      for name in Set([unit.name] + (unit.formerNames ?? [])) {
        bearers[Self.folded(name), default: []].append(number)
      }
    }
    var names: [[UInt8]: [Name]] = [:]
    for (name, bearers) in bearers where !name.isEmpty {
      let bytes = Array(name.utf8)
      let first = Array(bytes.prefix(while: Self.isLetter))
      names[first, default: []].append(Name(bytes: bytes, bearers: bearers))
    }
    self.names = names.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }

  /// The bearers of every name that stands in a text, each name once, in the order of the text.
  func bearers(in text: String) -> [[Int]] {
    let bytes = Array(Self.folded(text).utf8)
    var found: [[Int]] = []
    var place = 0
    while place < bytes.count {
      guard Self.isLetter(bytes[place]) else {
        place += 1
        continue
      }
      let word = bytes[place...].prefix(while: Self.isLetter)
      if let name = names[Array(word)]?.first(where: { Self.stands($0.bytes, in: bytes, place) }) {
        if !found.contains(name.bearers) { found.append(name.bearers) }
        place += name.bytes.count
      } else {
        place += word.count
      }
    }
    return found
  }

  private static func stands(_ name: [UInt8], in bytes: [UInt8], _ place: Int) -> Bool {
    let end = place + name.count
    guard end <= bytes.count, bytes[place..<end].elementsEqual(name) else { return false }
    return end == bytes.count || !isLetter(bytes[end])
  }

  /// Of a folded text: a letter, a digit, or a byte of a letter outside ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
    default: false
    }
  }

  /// Small composed letters with one space between words; outside ASCII only letters are left.
  static func folded(_ text: String) -> String {
    let composed = text.precomposedStringWithCanonicalMapping.lowercased()
    var folded = String.UnicodeScalarView()
    var endsInSpace = true
    for scalar in composed.unicodeScalars {
      let isKept = scalar.isASCII ? scalar.value > 0x20 : scalar.properties.isAlphabetic
      guard isKept || !endsInSpace else { continue }
      folded.append(isKept ? scalar : " ")
      endsInSpace = !isKept
    }
    if endsInSpace, !folded.isEmpty { folded.removeLast() }
    return String(folded)
  }
}
