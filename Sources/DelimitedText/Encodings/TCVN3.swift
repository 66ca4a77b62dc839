extension PairEncoding {
  /// TCVN 5712:1993, which the ABC fonts (.VnTime) show.
  ///
  /// The fonts know VN3: small letters, and capitals without a tone; a word in capitals is
  /// written with the bytes of small letters in a font of capitals (.VnTimeH), and comes out
  /// in small letters. The capitals with a tone of VN1, some of them on control bytes, are read
  /// as well, for files that a converter wrote; so no byte is left for Windows' punctuation.
  static let tcvn3: PairEncoding = {
    var encoding = PairEncoding()
    let runs: [(UInt8, String)] = [
      (0x01, "ÚỤ"), (0x04, "ỪỬỮ"), (0x11, "ỨỰỲỶỸÝỴ"),
      (0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"),
      (0xA0, "\u{A0}ĂÂÊÔƠƯĐăâêôơưđẰ"),
      (0xB0, "\u{300}\u{309}\u{303}\u{301}\u{323}"),
      (0xB5, "àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"),
    ]
    for (first, letters) in runs {
      for (offset, letter) in letters.unicodeScalars.enumerated() {
        encoding.add(first + UInt8(offset), letter)
      }
    }
    encoding.addTones([(0xB0, .grave), (0xB1, .hook), (0xB2, .tilde), (0xB3, .acute), (0xB4, .dot)])
    return encoding
  }()
}
