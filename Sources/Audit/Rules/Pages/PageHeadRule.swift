/// A page says what it is to whoever cannot see it: its language, one title, one main heading and
/// where its content begins.
struct PageHeadRule: PageRule {
  func findings(in page: HTMLPage) -> [Finding] {
    var findings: [Finding] = []
    let language = page.elements("html").first.flatMap { page.nodes[$0].attribute("lang") } ?? ""
    if language.isEmpty {
      findings.append(Finding(.pageHead, line: 1, "trang không khai báo ngôn ngữ (lang)"))
    }
    // A drawing has a title of its own.
    let titles = page.elements("title").filter { number in
      page.nodes[number].parent.map { page.nodes[$0].name } == "head"
    }
    let wanted = [
      (titles, "tên trang (title)"), (page.elements("h1"), "tiêu đề chính (h1)"),
      (page.elements("main"), "phần nội dung chính (main)"),
    ]
    for (numbers, name) in wanted {
      if let second = numbers.dropFirst().first {
        findings.append(
          Finding(.pageHead, line: page.nodes[second].line, "trang có hai \(name)"))
      }
      guard let first = numbers.first else {
        findings.append(Finding(.pageHead, line: 1, "trang không có \(name)"))
        continue
      }
      if page.text(of: first).allSatisfy(\.isWhitespace) {
        findings.append(Finding(.pageHead, line: page.nodes[first].line, "\(name) không có chữ"))
      }
    }
    return findings
  }
}
