@testable import Documents
import Foundation

/// A template with one tag written wrongly.
struct PlantedTypo: CustomStringConvertible {
  /// What the tag says instead of what it said.
  let description: String
  let text: String
  /// Where the fault must be told.
  let place: TextPlace
  /// The name that must be proposed; `nil` where none is so near that it could be meant.
  let nearest: String?

  /// Every tag of a template with what it says, and the number of the tag that closes it.
  private struct Tags {
    private(set) var tags: [(tag: TemplateTag, close: Int?)] = []

    init(_ text: String) throws {
      var scanner = TemplateScanner(text)
      var open: [Int] = []
      while let piece = try scanner.next() {
        guard case .tag(let tag) = piece, tag.kind != .comment else { continue }
        tags.append((tag, nil))
        switch tag.kind {
        case .section, .inverted: open.append(tags.count - 1)
        case .close: tags[open.removeLast()].close = tags.count - 1
        case .variable, .partial, .comment: break
        }
      }
    }
  }

  /// Every typo that is planted in a template: in each different tag a letter doubled in each part of
  /// its name and a letter dropped in the last, and in each different end of a section another name.
  static func all(in text: String) throws -> [PlantedTypo] {
    let tags = try Tags(text).tags
    var seen: Set<String> = []
    return tags.flatMap { tag, close -> [PlantedTypo] in
      guard seen.insert("\(tag.kind) \(tag.text)").inserted else { return [] }
      if tag.kind == .close {
        return [
          PlantedTypo(
            description: "/\(tag.text)x", text: replaced([(tag, tag.text + "x")], in: text),
            place: tag.place, nearest: nil)
        ]
      }
      return spellings(of: tag).map { spelling in
        let close = close.map { [(tags[$0].tag, spelling)] } ?? []
        return PlantedTypo(
          description: "\(tag.kind) \(spelling)",
          text: replaced(close + [(tag, spelling)], in: text), place: tag.place,
          nearest: tag.text.count > 1 ? tag.text : nil)
      }
    }
  }

  /// The name of a tag with a letter more in each of its parts, and with a letter less in the last.
  private static func spellings(of tag: TemplateTag) -> [String] {
    let signs = Set(".()")
    let letters = Array(tag.text)
    var parts: [Range<Int>] = []
    for index in letters.indices where !signs.contains(letters[index]) {
      if let last = parts.last, last.upperBound == index {
        parts[parts.count - 1] = last.lowerBound..<index + 1
      } else {
        parts.append(index..<index + 1)
      }
    }
    // The name of a text that people write may be any; of a template only the whole name counts.
    if tag.text.hasPrefix("narrative.") || tag.kind == .partial { parts = Array(parts.prefix(1)) }
    return parts.flatMap { part -> [String] in
      let middle = (part.lowerBound + part.upperBound) / 2
      var more = letters
      more.insert(letters[middle], at: middle)
      var less = letters
      less.remove(at: middle)
      // Of a shorter word so much is lost that it could be many others.
      return part == parts.last && part.count > 3 ? [String(more), String(less)] : [String(more)]
    }
  }

  /// A text with other names in some of its tags, of which the last in the text comes first.
  private static func replaced(_ tags: [(TemplateTag, String)], in text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for (tag, name) in tags {
      let start = tag.place.column - 1
      var line = lines[tag.place.line - 1]
      let rest = String(line[start...])
      let end = rest.range(of: "}}")?.lowerBound ?? rest.endIndex
      let old = String(rest[..<end])
      line.replaceSubrange(
        start..<start + old.count, with: Array(old.replacing(tag.text, with: name)))
      lines[tag.place.line - 1] = line
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }
}
