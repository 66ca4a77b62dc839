package import Foundation

/// What is wrong with a file of text as a whole.
package enum TextFileProblem: Error, Hashable, Sendable {
  case missing
  case unreadable(String)
  /// A .gz or .zst file that ends early or whose check sum is wrong.
  case corruptArchive
  /// A .gz or .zst file that unpacks to more than `ExpansionLimit` allows; the bytes unpacked
  /// until then.
  case tooLargeUnpacked(bytes: Int)
  /// No room, or no right, to unpack or decode the file: the temporary folder and the reason.
  case temporaryFolder(String, String)
}

/// The bytes of a file of text as UTF-8, mapped into memory and not copied.
///
/// A file in another encoding, or packed by gzip or zstd, is written anew into a temporary file
/// that has no name and is gone with the last copy of this value; so memory does not grow with
/// the file. A physical line of the file is a physical line of ``data``.
package struct TextFile: Sendable {
  /// The text; a byte 0xFF stands where the encoding had no letter for what the file held, so
  /// that the row is no sound UTF-8 and can be rejected.
  package let data: Data
  package let encoding: TextEncoding
  /// Whether ``data`` is sound UTF-8 without a letter U+FFFD, so that no cell need be looked at
  /// again.
  package let isSoundUTF8: Bool

  /// Opens a file, unpacks it, and decodes it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - encoding: The encoding that the profile names. A byte order mark outranks it.
  /// - Throws: ``TextFileProblem``.
  package init(
    path: String, encoding: TextEncodingChoice = .auto
  ) throws(TextFileProblem) {
    try self.init(path: path, encoding: encoding, limit: .standard)
  }

  init(
    path: String, encoding: TextEncodingChoice, limit: ExpansionLimit
  ) throws(TextFileProblem) {
    self = try Self.decoded(
      OpenFile(path: path).unpacked(within: limit), choice: encoding)
  }

  private init(data: Data, encoding: TextEncoding, isSoundUTF8: Bool) {
    self.data = data
    self.encoding = encoding
    self.isSoundUTF8 = isSoundUTF8
  }

  private static func decoded(
    _ file: consuming OpenFile, choice: TextEncodingChoice
  ) throws(TextFileProblem) -> TextFile {
    let found = try file.detectEncoding(choice)
    guard let text = try file.transcoded(from: found) else {
      return TextFile(
        data: try file.mapped(), encoding: found.encoding, isSoundUTF8: found.isSoundUTF8)
    }
    return TextFile(
      data: try text.file.mapped(), encoding: found.encoding, isSoundUTF8: text.isSound)
  }

  /// Offset of the first byte of text, behind a byte order mark.
  package var textStart: Int { data.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
