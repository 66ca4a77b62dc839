/// A picture says in words what it shows, or that it is there for its looks only.
struct PageImageRule: PageRule {
  func findings(in page: HTMLPage) -> [Finding] {
    let drawings = page.elements("svg").filter { !isDecoration($0, in: page) }.flatMap { drawing in
      [("title", "tên"), ("desc", "lời mô tả")].compactMap { part, name in
        let has = page.children(of: drawing).contains {
          page.nodes[$0].name == part && !page.text(of: $0).allSatisfy(\.isWhitespace)
        }
        return has
          ? nil
          : Finding(
            .pageImage, line: page.nodes[drawing].line, "hình vẽ (svg) không có \(name) (\(part))")
      }
    }
    let pictures = page.elements("img").filter { page.nodes[$0].attribute("alt") == nil }.map {
      Finding(.pageImage, line: page.nodes[$0].line, "ảnh (img) không có văn bản thay thế (alt)")
    }
    return drawings + pictures
  }

  /// Whether readers of the screen's text are to pass over it.
  private func isDecoration(_ number: Int, in page: HTMLPage) -> Bool {
    ([number] + page.ancestors(of: number)).contains {
      page.nodes[$0].attribute("aria-hidden") == "true"
    }
  }
}
