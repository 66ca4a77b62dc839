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
  /// What ``encoding`` was guessed by; `nil` where it was told by the whole file.
  private let guess: EncodingGuess?

  /// From so many bytes on it pays to tell the encoding while the file is read.
  package static let largeBytes = 8 << 20

  /// Opens a file, unpacks it, and decodes it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - encoding: The encoding that the profile names. A byte order mark outranks it.
  ///   - guessedFrom: Bytes from which on the encoding of a file is only guessed, see ``isGuess``.
  /// - Throws: ``TextFileProblem``.
  package init(
    path: String, encoding: TextEncodingChoice = .auto, guessedFrom: Int = .max
  ) throws(TextFileProblem) {
    try self.init(path: path, encoding: encoding, guessedFrom: guessedFrom, limit: .standard)
  }

  init(
    path: String, encoding: TextEncodingChoice, guessedFrom: Int = .max, limit: ExpansionLimit
  ) throws(TextFileProblem) {
    self = try Self.decoded(
      OpenFile(path: path).unpacked(within: limit), choice: encoding, guessedFrom: guessedFrom)
  }

  private init(
    data: Data, encoding: TextEncoding, isSoundUTF8: Bool, guess: EncodingGuess? = nil
  ) {
    self.data = data
    self.encoding = encoding
    self.isSoundUTF8 = isSoundUTF8
    self.guess = guess
  }

  /// Whether the encoding is what the beginning of the file says, and ``isSoundUTF8`` is open:
  /// whoever reads the file counts its bytes and asks ``isRight(for:)``.
  package var isGuess: Bool { guess != nil }

  /// Whether the encoding is right for a file of these bytes; without a guess it is.
  package func isRight(for counts: ByteCounts) -> Bool { guess?.holds(for: counts) ?? true }

  private static func decoded(
    _ file: consuming OpenFile, choice: TextEncodingChoice, guessedFrom: Int
  ) throws(TextFileProblem) -> TextFile {
    if let guess = try file.guessEncoding(choice, leastBytes: guessedFrom) {
      return TextFile(
        data: try file.mapped(), encoding: guess.isMarked ? .utf8WithMark : .utf8,
        isSoundUTF8: false, guess: guess)
    }
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
