/// How the letters of a file were written; the raw value is what `quality.csv` prints.
package enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf8WithMark = "utf-8-bom"
  case utf16LittleEndian = "utf-16le"
  case utf16LittleEndianWithMark = "utf-16le-bom"
  case utf16BigEndian = "utf-16be"
  case utf16BigEndianWithMark = "utf-16be-bom"
  case windows1258 = "windows-1258"
  case windows1252 = "windows-1252"
  case tcvn3
  case vni
  /// UTF-8 that was read as Windows-1252 and written as UTF-8 again: "Tá»‰nh" for "Tỉnh".
  case utf8Mojibake = "utf-8-mojibake"
}

/// What a profile may say of the encoding of its files; the raw value is its word there.
package enum TextEncodingChoice: String, Hashable, Sendable, CaseIterable {
  /// Decided for each file by all of its bytes.
  case auto
  case utf8 = "utf-8"
  /// Either byte order: by the mark, or by where the NUL bytes are.
  case utf16 = "utf-16"
  case windows1258 = "windows-1258"
  /// UTF-8 that went through Windows-1252 on the way; a file that is no UTF-8 at all is read as
  /// Windows-1252 itself.
  case windows1252 = "windows-1252"
  case tcvn3
  case vni
}

/// An encoding that was found, and where the text starts in it.
struct FoundEncoding: Hashable, Sendable {
  var encoding: TextEncoding
  /// Bytes of the byte order mark; what stands behind it is text.
  var markLength = 0
  /// Whether the file's own bytes are sound UTF-8.
  var isSoundUTF8 = false
}
