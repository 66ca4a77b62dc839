import TestSupport
import Testing
import Workbooks

/// A text, whether it is bold, and its width in 1/2048 of the size.
///
/// Measured by FreeType through Pillow 13: the sum of `ImageFont.getlength` of each character in
/// LiberationSerif-Regular.ttf and -Bold.ttf 2.1.5 at 2048 pixels.
private let measured: [(text: String, bold: Bool, units: Double)] = [
  ("", false, 0),
  ("Huyện", false, 5460),
  ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", false, 40786),
  ("Độc lập - Tự do - Hạnh phúc", false, 23688),
  ("Ưu đãi người có công", false, 17887),
  ("ƠơƯưĐđẶặỲỹỵ", false, 13679),
  ("1.234.567,89 ₫", false, 12314),
  ("“Một cửa” – 95,5 % ≥ 90 %…", false, 24984),
  ("Tỷ lệ hồ sơ trả trước hạn", false, 20223),
  ("WWWiiiMMM", false, 12969),
  ("(1)/[2]{3}", false, 8335),
  ("• a × b ≠ c ≤ d √ 4", false, 14742),
  ("«Quý II»—2025", false, 13595),
  ("‘x’ ▲ ▼ →", false, 10026),
  ("Café naïve Łódź", false, 13533),
  ("", true, 0),
  ("Huyện", true, 5804),
  ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", true, 42725),
  ("Độc lập - Tự do - Hạnh phúc", true, 25071),
  ("Ưu đãi người có công", true, 18673),
  ("ƠơƯưĐđẶặỲỹỵ", true, 14234),
  ("1.234.567,89 ₫", true, 12314),
  ("“Một cửa” – 95,5 % ≥ 90 %…", true, 26357),
  ("Tỷ lệ hồ sơ trả trước hạn", true, 21814),
  ("WWWiiiMMM", true, 13650),
  ("(1)/[2]{3}", true, 7983),
  ("• a × b ≠ c ≤ d √ 4", true, 15099),
  ("«Quý II»—2025", true, 14054),
  ("‘x’ ▲ ▼ →", true, 10026),
  ("Café naïve Łódź", true, 14221),
]

@Suite struct TextMetricsTests {
  @Test(arguments: measured)
  func `measures as another reader of the face does`(
    text: String, bold: Bool, units: Double
  ) {
    // 18 points are 24 pixels.
    #expect(abs(TextMetrics.width(text, size: 18, bold: bold) - units * 24 / 2048) < 1e-9)
  }

  @Test func `takes a letter in parts for as wide as the letter in one`() {
    let composed = "ấ ề ộ Ý ũ"
    let parts = "a\u{302}\u{301} e\u{302}\u{300} o\u{323}\u{302} Y\u{301} u\u{303}"
    #expect(
      TextMetrics.width(composed, size: 12, bold: false)
        == TextMetrics.width(parts, size: 12, bold: false))
  }

  @Test func `takes a Chinese character for as wide as it is high`() {
    #expect(TextMetrics.width("越南", size: 12, bold: false) == 32)
    #expect(TextMetrics.width("a\u{200B}\u{FEFF}", size: 12, bold: true) == 8)
  }

  @Test(arguments: 0..<20)
  func `measures a text as the sum of its parts`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let (one, two) = (randomText(using: &random), randomText(using: &random))
    let sum =
      TextMetrics.width(one, size: 12, bold: false) + TextMetrics.width(two, size: 12, bold: false)
    #expect(abs(TextMetrics.width(one + two, size: 12, bold: false) - sum) < 1e-9)
  }

  @Test(arguments: [(8.43, 64), (10.5, 78), (0, 5), (1, 12), (255, 1790)])
  func `knows the pixels of a column`(width: Double, pixels: Int) {
    #expect(TextMetrics.columnPixels(width) == pixels)
  }

  @Test func `finds the least width that has so many pixels`() {
    for pixels in 5...1790 {
      let width = TextMetrics.columnWidth(pixels: Double(pixels))
      #expect(TextMetrics.columnPixels(width) == pixels)
      #expect(TextMetrics.columnPixels(width - 1 / 256) < pixels)
    }
    #expect(TextMetrics.columnWidth(pixels: 68.2) == TextMetrics.columnWidth(pixels: 69))
    #expect(TextMetrics.columnWidth(pixels: 3) == 0)
    #expect(TextMetrics.columnPixels(TextMetrics.mergedWidth([10, 20.5, 3])) == 75 + 148 + 26)
  }

  // 12 points: a digit is 8 pixels wide, a space 4; 10 characters leave 69 pixels.
  @Test(arguments: [
    ("", 1), ("12345678", 1), ("123456789", 2), ("1234 678", 1), ("1234 67890", 2),
    ("1\n2", 2), ("1\r\n2\n", 3), ("1234567 8", 1), ("12345678    ", 1),
    ("1234-67890", 2), ("123456789012345678901234567890", 4), ("1 123456789", 3),
    ("1234\u{A0}67890", 2), ("   ", 1), ("1 2 3 4 5 6 7 8 9", 2), ("12345678          9", 2),
  ])
  func `breaks at spaces, behind hyphens, and inside long words only`(text: String, lines: Int) {
    #expect(TextMetrics.lines(text, columnWidth: 10, size: 12, bold: false) == lines)
  }

  @Test(arguments: 0..<20)
  func `never needs more lines in a wider column`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<12).map { _ in randomText(using: &random) }.joined()
    var fewest = Int.max
    for width in 1..<90 {
      let lines = TextMetrics.lines(text, columnWidth: Double(width), size: 13, bold: true)
      #expect(lines <= fewest)
      #expect(lines >= 1)
      fewest = lines
    }
    #expect(fewest <= 1 + text.unicodeScalars.count(where: { $0 == "\n" }) + text.count / 20)
  }

  @Test(arguments: [(1, 10.0, 13.5), (1, 12, 16.5), (2, 12, 31.5), (3, 13, 48.75), (100, 12, 409)])
  func `gives a row the height of its lines`(lines: Int, size: Double, height: Double) {
    #expect(TextMetrics.rowHeight(lines: lines, size: size) == height)
    #expect(
      TextMetrics.rowHeight(lines: lines, size: size) >= min(409, 1.15 * size * Double(lines)))
  }

  private func randomText(using random: inout SeededGenerator) -> String {
    let letters = Array(
      "aăâbcdđeêghikmnoôơpqrstuưvxyĐƯẶỘ0123456789.,-  \n ₫–越\u{301}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text.append(letters.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }
}
