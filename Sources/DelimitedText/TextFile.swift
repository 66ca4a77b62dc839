package import Foundation

/// What is wrong with a file of text as a whole.
package enum TextFileProblem: Error, Hashable, Sendable {
  case missing
  case unreadable(String)
  /// The bytes are in an encoding that is not read; its name.
  case encoding(String)
}

/// How the letters of a file were written.
package enum TextEncoding: String, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
}

/// The bytes of a file of text, mapped into memory and not copied.
package struct TextFile: Sendable {
  /// The bytes as they stand in the file.
  package let data: Data
  package let encoding: TextEncoding

  /// Opens a file and tells its encoding by its first bytes.
  package init(path: String) throws(TextFileProblem) {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing }
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw .unreadable(error.localizedDescription)
    }
    switch (data.first, data.dropFirst().first) {
    case (0xFF, 0xFE), (0xFE, 0xFF):
      throw .encoding("utf-16")
    case (0xEF, 0xBB) where data.count > 2 && data[data.startIndex + 2] == 0xBF:
      encoding = .utf8WithMark
    default:
      encoding = .utf8
    }
  }

  /// Offset of the first byte of text, behind a byte order mark.
  package var textStart: Int { encoding == .utf8WithMark ? 3 : 0 }
}
