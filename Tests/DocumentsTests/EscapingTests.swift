@testable import Documents
import Testing

@Suite struct EscapingTests {
  @Test(arguments: [
    ("<script>", "&lt;script&gt;"), ("A & B", "A &amp; B"), ("&lt;", "&amp;lt;"),
    ("\"x\" 'y'", "&quot;x&quot; &#39;y&#39;"), ("{{x}}", "{{x}}"),
    ("a\nb\tc\u{0}d\u{85}e\u{2028}f\u{FFFE}g", "a b c d e f g"),
    ("Ủy ban “nhân dân” – 98,25%", "Ủy ban “nhân dân” – 98,25%"),
    // A quote under an accent is one letter, and still ends an attribute.
    ("\"\u{301}x<\u{301}", "&quot;\u{301}x&lt;\u{301}"),
  ])
  func `makes any text data in HTML`(text: String, escaped: String) {
    #expect(Array(HTMLText.escaped(text).unicodeScalars) == Array(escaped.unicodeScalars))
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), ("*a* _b_ `c` ~d~", #"\*a\* \_b\_ \`c\` \~d\~"#),
    ("[x](y)", #"\[x\](y)"#), ("<b>&amp;", "&lt;b>&amp;amp;"), (#"\|"#, #"\\\|"#),
    ("# x", "\\# x"), ("a # b", "a # b"), ("> x", #"\> x"#), ("- x", #"\- x"#), ("-", "-"),
    ("-5", "-5"), ("---", #"\---"#), ("===", #"\==="#), ("1. x", #"1\. x"#), ("12) x", #"12\) x"#),
    ("1.234 hồ sơ", "1.234 hồ sơ"), ("    x  ", "x"), ("a\r\nb\nc", "a  b c"),
    ("https://a.vn www.b.vn c@d.vn", #"https\://a.vn www\.b.vn c\@d.vn"#),
    ("{{x}} $y$", #"{{x}} \$y\$"#), ("", ""), ("   ", ""),
  ])
  func `makes any text data in Markdown`(text: String, escaped: String) {
    #expect(MarkdownText.escaped(text) == escaped)
  }
}
