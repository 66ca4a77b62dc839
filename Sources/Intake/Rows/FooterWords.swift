internal import Administration

/// Tells the lines below a table (totals, place and date, signatures) from its rows.
package enum FooterWords {
  /// What such a line begins with, folded.
  private static let beginnings = [
    "tong cong", "tong so", "nguoi lap", "nguoi lam bao cao", "nguoi bao cao", "nguoi tong hop",
    "lap bieu", "thu truong", "tm uy ban", "tm ubnd", "ky ten", "ky ghi ro", "ky dong dau",
    "xac nhan cua", "ngay in", "ngay xuat", "ghi chu", "nguon du lieu", "chu tich", "giam doc",
    "chanh van phong", "ke toan",
  ]
  /// What such a line's first cell is, folded, and no row's is.
  private static let whole: Set<String> = ["tong", "cong", "tong hop"]
  /// What a line of totals begins with, folded.
  private static let totals = ["tong cong", "tong so", "tong", "cong"]

  /// Whether the first text of a line says that it is not a row of the table.
  package static func begin(_ text: String) -> Bool {
    let folded = FoldedText.of(text)
    return whole.contains(folded) || beginnings.contains { startsWithWord(folded, $0) }
      || isPlaceAndDate(folded)
  }

  /// Whether the first text of a line of totals, or of names below a table, may begin with a byte.
  static func totalsMayBegin(with byte: UInt8) -> Bool {
    "TtCcNn".utf8.contains(byte)
  }

  /// Whether the first text of a line says that it holds totals.
  static func isTotal(_ text: String) -> Bool {
    let folded = FoldedText.of(text)
    return totals.contains { startsWithWord(folded, $0) }
  }

  private static func startsWithWord(_ text: String, _ word: String) -> Bool {
    text.hasPrefix(word) && (text.utf8.count == word.utf8.count || text.hasPrefix(word + " "))
  }

  /// `Trà Vinh, ngày 30 tháng 6 năm 2023`, also with the numbers left open.
  private static func isPlaceAndDate(_ folded: String) -> Bool {
    let words = folded.split(separator: " ").filter { $0.contains { $0.isLetter } }
    guard let day = words.firstIndex(of: "ngay"), words.count - day == 3 else { return false }
    return words[day...].elementsEqual(["ngay", "thang", "nam"])
  }
}
