package import Foundation

/// A text that a test compares with what it made, kept in a folder `Golden` beside the test.
///
/// With `BAOCAO_RECORD=1` in the environment the file is written anew and the comparison fails,
/// so that nobody records a text without reading what changed in it.
package struct GoldenFile: Sendable {
  package let url: URL

  /// - Parameters:
  ///   - name: The name within the folder.
  ///   - test: The file of the test.
  package init(_ name: String, besides test: String = #filePath) {
    url = URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Golden", isDirectory: true).appendingPathComponent(name)
  }

  /// What is different; `nil` where the text is that of the file.
  package func difference(from text: String) throws -> String? {
    if ProcessInfo.processInfo.environment["BAOCAO_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
      return "\(url.lastPathComponent) was recorded: read its diff, then run without BAOCAO_RECORD"
    }
    guard let data = FileManager.default.contents(atPath: url.path) else {
      return "\(url.lastPathComponent) does not exist: record it with BAOCAO_RECORD=1"
    }
    let golden = String(decoding: data, as: UTF8.self)
    // Bytes, because letters that look the same may not be.
    guard !golden.utf8.elementsEqual(text.utf8) else { return nil }
    return Self.firstDifference(in: url.lastPathComponent, golden: golden, made: text)
  }

  private static func firstDifference(
    in name: String, golden: String, made: String
  ) -> String {
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = made.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(expected, lines).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let old = same < expected.count ? "\"\(expected[same])\"" : "nothing"
    let new = same < lines.count ? "\"\(lines[same])\"" : "nothing"
    return """
      \(name):\(same + 1) differs (\(expected.count) lines, now \(lines.count)); \
      BAOCAO_RECORD=1 records it anew
      golden: \(old)
      made:   \(new)
      """
  }
}
