import Foundation

/// A workbook read back part by part with `unzip`.
struct ReadBook {
  let path: String

  /// The text of a part, for example `xl/workbook.xml`.
  func part(_ name: String) throws -> String {
    // Brackets would be a pattern to unzip.
    let pattern = name.replacing("[", with: "\\[").replacing("]", with: "\\]")
    return try Self.unzip(["-p", path, pattern])
  }

  /// The names of all parts, in the order of the archive.
  func partNames() throws -> [String] {
    try Self.unzip(["-Z1", path]).split(separator: "\n").map(String.init)
  }

  /// The XML of a sheet, counted from 1.
  func sheet(_ number: Int = 1) throws -> String {
    try part("xl/worksheets/sheet\(number).xml")
  }

  /// The cell at a place such as `B2`; `nil` where the sheet has none.
  func cell(_ place: String, sheet number: Int = 1) throws -> ReadCell? {
    let cell = try Regex<(Substring, Substring, Substring?)>(
      "<c r=\"\(place)\"([^>]*?)(?:/>|>(.*?)</c>)"
    ).dotMatchesNewlines()
    guard let match = try sheet(number).firstMatch(of: cell) else { return nil }
    let inside = match.output.2 ?? ""
    let type = match.output.1.firstMatch(of: /t="(\w+)"/).map { String($0.1) }
    let value = inside.firstMatch(of: /<v>(.*?)<\/v>/.dotMatchesNewlines()).map { String($0.1) }
    let formula = inside.firstMatch(of: /<f>(.*?)<\/f>/.dotMatchesNewlines()).map { String($0.1) }
    return ReadCell(
      type: type,
      value: try type == "s" ? sharedText(value) : value.map(unescaped),
      formula: formula.map(unescaped))
  }

  /// The XML of the format of the cell at a place, with the parts it points to:
  /// `xf`, font, fill, border, number format.
  func format(of place: String) throws -> String {
    let cell = try Regex<(Substring, Substring)>("<c r=\"\(place)\" s=\"(\\d+)\"")
    guard let style = try sheet().firstMatch(of: cell).flatMap({ Int($0.output.1) }) else {
      return ""
    }
    let styles = try part("xl/styles.xml")
    let xfs = elements("xf", in: styles.firstMatch(of: /<cellXfs.*<\/cellXfs>/).map(\.output) ?? "")
    let xf = xfs[style]
    func id(_ name: String) throws -> Int? {
      try xf.firstMatch(of: Regex<(Substring, Substring)>("\(name)Id=\"(\\d+)\""))
        .flatMap { Int($0.output.1) }
    }
    let numberFormat = try Regex("<numFmt numFmtId=\"\(id("numFmt") ?? 0)\".*?/>")
    return [
      String(xf),
      String(elements("font", in: styles[...])[try id("font") ?? 0]),
      String(elements("fill", in: styles[...])[try id("fill") ?? 0]),
      String(elements("border", in: styles[...])[try id("border") ?? 0]),
      styles.firstMatch(of: numberFormat).map { String(styles[$0.range]) } ?? "",
    ].joined(separator: "\n")
  }

  private func sharedText(_ index: String?) throws -> String? {
    let texts = try part("xl/sharedStrings.xml")
      .matches(of: /<si><t[^>]*>(.*?)<\/t><\/si>/.dotMatchesNewlines())
    return index.flatMap { Int($0) }.map { unescaped(String(texts[$0].1)) }
  }

  private func elements(_ name: String, in xml: Substring) -> [Substring] {
    guard let element = try? Regex("<\(name)(?: [^>]*)?(?:/>|>.*?</\(name)>)") else { return [] }
    let closed = try? Regex("<\(name)(?: [^>]*)?/>")
    // An element without content must not swallow the one after it.
    return xml.matches(of: element).flatMap { match -> [Substring] in
      let text = xml[match.range]
      guard let closed, let first = text.prefixMatch(of: closed), first.range != match.range
      else { return [text] }
      return [text[first.range]] + elements(name, in: text[first.range.upperBound...])
    }
  }

  private func unescaped(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  private static func unzip(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw UnzipFailed(arguments: arguments) }
    return String(decoding: data, as: UTF8.self)
  }
}

/// A cell as the XML has it.
struct ReadCell: Equatable {
  /// The attribute `t`: `s` for a shared text, `str` for the text of a formula;
  /// `nil` for numbers and blanks.
  var type: String?
  /// The text, or the number as it is written; `nil` for blanks.
  var value: String?
  /// Without the `=`; `nil` for no formula.
  var formula: String?
}

struct UnzipFailed: Error {
  var arguments: [String]
}
