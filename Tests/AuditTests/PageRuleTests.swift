import Foundation
import Testing

/// For every rule for pages a page that breaks it.
@Suite struct PageRuleTests {
  /// What is said of the page of Phường 1 after one change.
  private func lines(_ text: String, _ replacement: String) async throws -> [String] {
    let run = try Specimen()
    #expect(Specimen.page.contains(text))
    try run.write(Specimen.page.replacing(text, with: replacement), to: "xa/29239.html")
    // Every change of code breaks the policy too, which has a test of its own.
    return try await run.sealed().map { $0.replacing("xa/29239.html: ", with: "") }
      .filter { !$0.hasSuffix("(content-policy)") }
  }

  @Test(arguments: [
    (Specimen.policy, "", ["dòng 4: trang không có Content-Security-Policy"]),
    (
      "color: red", "color: blue",
      [
        "dòng 3: mã băm của bảng kiểu không có trong style-src",
        "dòng 3: style-src có mã băm không phải của bảng kiểu nào trong trang",
      ]
    ),
    (
      "hidden = false", "hidden = true",
      [
        "dòng 3: mã băm của mã lệnh không có trong script-src",
        "dòng 3: script-src có mã băm không phải của mã lệnh nào trong trang",
      ]
    ),
    (
      "default-src 'none'", "default-src 'self' https:",
      [
        "dòng 3: Content-Security-Policy thiếu default-src 'none'",
        "dòng 3: Content-Security-Policy cho phép default-src 'self'",
        "dòng 3: Content-Security-Policy cho phép default-src https:",
      ]
    ),
    (
      "style-src '", "style-src 'unsafe-inline' '",
      [
        "dòng 3: Content-Security-Policy cho phép style-src 'unsafe-inline'"
      ]
    ),
    (
      "</main>", #"<p style="color: red">a</p></main>"#,
      [
        "dòng 24: thuộc tính style của <p> không được dùng"
      ]
    ),
    ("</title>", "</title>" + Specimen.policy, ["dòng 3: trang có hai Content-Security-Policy"]),
  ])
  func `a page that allows more or less than its own code is found`(
    text: String, replacement: String, words: [String]
  ) async throws {
    let run = try Specimen()
    #expect(Specimen.page.contains(text))
    try run.write(Specimen.page.replacing(text, with: replacement), to: "xa/29239.html")
    #expect(
      try await run.sealed() == words.map { "xa/29239.html: \($0) (content-policy)" })
  }

  @Test(arguments: [
    (#" lang="vi""#, "", "dòng 1: trang không khai báo ngôn ngữ (lang) (page-head)"),
    (
      "<title>Phường 1</title>", "", "dòng 1: trang không có tên trang (title) (page-head)"
    ),
    (
      "<title>Phường 1</title>", "<title> </title>",
      "dòng 3: tên trang (title) không có chữ (page-head)"
    ),
    (
      "</title>\n", "</title><title>2</title>\n",
      "dòng 3: trang có hai tên trang (title) (page-head)"
    ),
    (
      "</main>", "<h1>Hai</h1></main>", "dòng 24: trang có hai tiêu đề chính (h1) (page-head)"
    ),
    ("main>", "div>", "dòng 1: trang không có phần nội dung chính (main) (page-head)"),
  ])
  func `a page without language, title, main heading or main part is found`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement) == [words])
  }

  @Test(arguments: [
    (
      #"<table aria-labelledby="bieu">"#, "<table>",
      ["dòng 13: bảng không có tên (caption, aria-label) (page-table)"]
    ),
    (
      #"<table aria-labelledby="bieu">"#, #"<table aria-labelledby="biểu">"#,
      [
        "dòng 13: aria-labelledby của <table> trỏ đến id «biểu» không có trong trang (identifier)",
        "dòng 13: bảng không có tên (caption, aria-label) (page-table)",
      ]
    ),
    (
      #"<th scope="col">Lĩnh vực"#, "<th>Lĩnh vực",
      ["dòng 14: ô đầu bảng «Lĩnh vực» không nói là của cột hay của dòng (scope) (page-table)"]
    ),
    (
      #"<table aria-labelledby="bieu">"#, #"<table><caption>Số hồ sơ</caption>"#, []
    ),
    (#"<table aria-labelledby="bieu">"#, #"<table aria-label="Số hồ sơ">"#, []),
  ])
  func `a table without a name, or a head of nothing, is found`(
    text: String, replacement: String, words: [String]
  ) async throws {
    #expect(try await lines(text, replacement).sorted() == words)
  }

  @Test func `a table without heads is found`() async throws {
    #expect(
      try await lines("</main>", #"<table aria-label="a"><tr></tr></table></main>"#)
        == ["dòng 24: <tr> không được đứng trong <table> (unreadable)"])
    #expect(
      try await lines(
        "</main>", #"<table aria-label="a"><tbody><tr><td>a</td></tr></tbody></table></main>"#)
        == ["dòng 24: bảng không có ô đầu bảng (th) (page-table)"])
  }

  @Test(arguments: [
    (#"<title id="ten">Hồ sơ</title>"#, #"<g id="ten"/>"#, "hình vẽ (svg) không có tên (title)"),
    (
      #"<desc id="mota">1.234 hồ sơ</desc>"#, #"<desc id="mota"> </desc>"#,
      "hình vẽ (svg) không có lời mô tả (desc)"
    ),
    (
      ##"<svg aria-hidden="true"><use href="#ten"/></svg>"##, #"<img src="29239.md">"#,
      "ảnh (img) không có văn bản thay thế (alt)"
    ),
  ])
  func `a picture that nothing is said of is found`(
    text: String, replacement: String, words: String
  ) async throws {
    let lines = try await lines(text, replacement)
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix(": \(words) (page-image)") == true)
  }

  @Test(arguments: [
    (
      "</main>", #"<a href="https://a.vn">a</a></main>"#,
      "dòng 24: thuộc tính href của <a> dẫn ra ngoài («https://a.vn»)"
    ),
    (
      "</main>", #"<a href="//a.vn">a</a></main>"#,
      "dòng 24: thuộc tính href của <a> dẫn ra ngoài («//a.vn»)"
    ),
    (
      "</main>", #"<img alt="" src="data:image/png;base64,AA"></main>"#,
      "dòng 24: thuộc tính src của <img> dẫn ra ngoài («data:image/png;base64,AA»)"
    ),
    (
      "</main>", #"<p title="xem https://a.vn">a</p></main>"#,
      "dòng 24: thuộc tính title của <p> dẫn ra ngoài («xem https://a.vn»)"
    ),
    ("</main>", "<iframe></iframe></main>", "dòng 24: thẻ <iframe> không được dùng"),
    (
      #"<meta charset="utf-8">"#, #"<meta http-equiv="refresh" content="1">"#,
      "dòng 3: trang tự chuyển đi nơi khác (meta refresh)"
    ),
    (".a > b {", "@import 'a'; .a > b {", "dòng 4: bảng kiểu dùng @import"),
    ("color: red", "background: url(a.png)", "dòng 4: bảng kiểu dùng url(a.png)"),
    ("document.", "fetch('a');document.", "dòng 25: mã lệnh dùng «fetch(»"),
    (
      "document.", "const a='http://a.vn';document.",
      "dòng 25: mã lệnh có địa chỉ «http://a.vn';document.querySelector(\"p\")»"
    ),
    (
      #"xmlns="http://www.w3.org/2000/svg""#, #"xmlns="http://a.vn""#,
      "dòng 22: thuộc tính xmlns của <svg> dẫn ra ngoài («http://a.vn»)"
    ),
  ])
  func `whatever asks something of a network is found`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement) == ["\(words) (external-request)"])
  }

  @Test(arguments: [
    ("<p>Xem tại https://travinh.gov.vn: a</p>"), (#"<p title="Ghi chú: a">a</p>"#),
    (##"<svg aria-hidden="true"><use href="#ten"/></svg>"##),
  ])
  func `an address that is only shown is no request`(body: String) async throws {
    #expect(try await lines("</main>", body + "</main>") == [])
  }

  @Test(arguments: [
    (
      #"<p onclick="a()">a</p>"#, "mã lệnh đứng trong thuộc tính onclick của <p>",
      ["inline-code"]
    ),
    (
      #"<a href=" Java&#x73;cript:a()">a</a>"#,
      "đường dẫn trong thuộc tính href của <a> là mã lệnh",
      ["external-request", "inline-code"]
    ),
  ])
  func `code outside of scripts is found`(
    body: String, words: String, rules: [String]
  ) async throws {
    let lines = try await lines("</main>", body + "</main>")
    #expect(lines.contains("dòng 24: \(words) (inline-code)"))
    #expect(lines.map { $0.split(separator: "(").last.map { String($0.dropLast()) } } == rules)
  }

  @Test(arguments: [
    (#"<p hidden>12 hồ sơ</p>"#, "<p> bị ẩn (thuộc tính hidden)"),
    (
      #"<div hidden><input id="x"><table></table></div>"#, "<div> bị ẩn (thuộc tính hidden)"
    ),
    (#"<p style="display : none">a</p>"#, "<p> bị ẩn (thuộc tính style)"),
    (#"<p class="b kín">a</p>"#, "<p> bị ẩn (bảng kiểu, .kín)"),
    ("<template>a</template>", "<template> bị ẩn (thẻ template)"),
    ("<noscript>a</noscript>", "<noscript> bị ẩn (thẻ noscript)"),
  ])
  func `what only a script would show is found`(body: String, words: String) async throws {
    let run = try Specimen()
    let page = Specimen.page.replacing("</main>", with: body + "</main>")
      .replacing("<style>", with: "<style>.kín, .c:hover { color: red; display: none }")
    try run.write(page, to: "xa/29239.html")
    #expect(
      try await run.sealed().filter { $0.hasSuffix("(hidden-part)") } == [
        "xa/29239.html: dòng 24: \(words), không có mã lệnh thì không đọc được (hidden-part)"
      ])
  }

  @Test(arguments: [
    ("</main>", #"<p id="dau">a</p></main>"#, "dòng 24: id «dau» đứng hai lần"),
    (
      #"<label for="tim">"#, #"<label for="tìm">"#,
      "dòng 11: for của <label> trỏ đến id «tìm» không có trong trang"
    ),
    (
      "<path d", ##"<path fill="url(#mau)" d"##,
      "dòng 22: fill của <path> trỏ đến id «mau» không có trong trang"
    ),
  ])
  func `an id that stands twice or nowhere is found`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement) == ["\(words) (identifier)"])
  }

  @Test(arguments: [
    ("{{unit}}", "còn sót chỗ trống của mẫu («{{»)"), ("a }}", "còn sót chỗ trống của mẫu («}}»)"),
    ("H\u{FFFD}a", "có chữ bị mất (ký tự U+FFFD)"), ("đạt nil", "«nil»"),
    ("Optional(3)", "«Optional(»"), ("NaN%", "«NaN»"), ("-nan%", "«nan»"), ("đạt inf", "«inf»"),
  ])
  func `a piece of a template and a value of a program are found`(
    text: String, words: String
  ) async throws {
    for body in ["<p>\(text)</p>", #"<p aria-label="\#(text)">a</p>"#] {
      let lines = try await lines("</main>", body + "</main>")
      #expect(lines.count == 1)
      #expect(lines.first?.hasPrefix("dòng 24: ") == true)
      #expect(lines.first?.contains(words) == true)
    }
  }

  @Test func `words that only look like values of programs are none`() async throws {
    #expect(
      try await lines("</main>", "<p>Công việc gian nan, nan giải; NANO, infor, nilon</p></main>")
        == [])
  }

  @Test func `an empty cell in a column of numbers is found`() async throws {
    #expect(
      try await lines("<td>x</td>", "<td> </td>") == [
        "dòng 19: ô số liệu ở cột 3 để trống, không có ký hiệu (empty-figure)"
      ])
    #expect(
      try await lines("<td>x</td><td></td>", "<td></td><td>2</td>") == [
        "dòng 19: ô số liệu ở cột 3 để trống, không có ký hiệu (empty-figure)"
      ])
  }

  @Test(arguments: [
    ("../huyen/842.html#dau", "../huyen/843.html", "«../huyen/843.html» không có tệp"),
    ("../huyen/842.html#dau", "../../842.html", "«../../842.html» không có tệp"),
    (
      "../huyen/842.html#dau", "../huyen/842.html#d%C3%A0u",
      "«#dàu» không có trong «huyen/842.html»"
    ),
    ("href=\"#dau\"", "href=\"#đầu\"", "«#đầu» không có trong trang"),
  ])
  func `a link that leads nowhere is found`(
    text: String, replacement: String, words: String
  ) async throws {
    let lines = try await lines(text, replacement)
    #expect(lines.count == 1)
    #expect(lines.first?.hasSuffix("\(words) (dead-link)") == true)
  }

  @Test(arguments: [
    ("</main>", "<b></main>", "dòng 24: thẻ đóng </main> không khớp với thẻ đang mở"),
    ("</main>", "a < b</main>", "dòng 24: dấu < không mở một thẻ nào"),
    ("</main>", "a & b</main>", "dòng 24: không hiểu «& b» trong trang"),
    (
      "</main>", "<p class=a>a</p></main>",
      "dòng 24: thuộc tính class của <p> không nằm trong ngoặc kép"
    ),
    (
      "</main>", #"<p id="a" id="b">a</p></main>"#, "dòng 24: thẻ <p> có hai thuộc tính id"
    ),
    ("</main>", "<p><div>a</div></p></main>", "dòng 24: <div> không được đứng trong <p>"),
    ("</main>", "<div/></main>", "dòng 24: thẻ <div/> không được tự đóng"),
    ("<!DOCTYPE html>\n", "", "dòng 1: trang không mở đầu bằng <!DOCTYPE html>"),
    ("</html>", "", "dòng 2: thẻ <html> không có thẻ đóng"),
    ("</script>", "", "dòng 25: thẻ <script> không có thẻ đóng"),
    ("<tbody>\n", "<tbody>a\n", "dòng 15: có chữ đứng ngay trong <tbody>"),
  ])
  func `what the reader of pages does not understand is said`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement) == ["\(words) (unreadable)"])
  }
}

/// The same for Markdown files.
@Suite struct MarkdownRuleTests {
  private func lines(_ text: String, _ replacement: String) async throws -> [String] {
    let run = try Specimen()
    #expect(Specimen.markdown.contains(text))
    try run.write(Specimen.markdown.replacing(text, with: replacement), to: "xa/29239.md")
    return try await run.sealed().map { $0.replacing("xa/29239.md: ", with: "") }
  }

  @Test(arguments: [
    (
      "đất đai, gian nan", "đất đai | nan",
      "dòng 8: dòng của bảng có 5 ô, đầu bảng có 4 ô (markdown-table)"
    ),
    (
      "|   |   |   | a |", "|   |   | a |",
      "dòng 9: dòng của bảng có 3 ô, đầu bảng có 4 ô (markdown-table)"
    ),
    (
      "| :---: | :--- | ---: | :---: |\n", "",
      "dòng 5: bảng không có dòng gạch dưới đầu bảng (markdown-table)"
    ),
    ("1.234", "", "dòng 8: ô số liệu ở cột 3 để trống, không có ký hiệu (empty-figure)"),
  ])
  func `a table with rows of several lengths, without dashes or with a gap is found`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement).last == words)
  }

  @Test(arguments: [
    ("29239.html#dau", "29240.html", "dòng 3: đường dẫn đến «29240.html» không có tệp (dead-link)"),
    (
      "29239.html#dau", "29239.html#cuoi",
      "dòng 3: đường dẫn đến chỗ «#cuoi» không có trong «xa/29239.html» (dead-link)"
    ),
    (
      "29239.html#dau", "https://a.vn",
      "dòng 3: đường dẫn «https://a.vn» dẫn ra ngoài (external-request)"
    ),
    ("BÁO CÁO", "BÁO }} CÁO", "dòng 1: còn sót chỗ trống của mẫu («}}») (carried-error)"),
    ("07", "nil", "dòng 3: có chữ của chương trình («nil») ở chỗ của số liệu (carried-error)"),
    (
      "| 1.234", "| nan",
      "dòng 8: có chữ của chương trình («nan») ở chỗ của số liệu (carried-error)"
    ),
    ("07", "<b>07</b>", "dòng 3: có mã HTML trong bản Markdown (markdown-text)"),
  ])
  func `links that lead nowhere and what no reader should meet are found`(
    text: String, replacement: String, words: String
  ) async throws {
    #expect(try await lines(text, replacement) == [words])
  }
}
