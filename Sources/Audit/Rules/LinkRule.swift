internal import Foundation

/// Links lead to files of the run, and to places in pages that are there.
struct LinkRule: Sendable {
  /// A link to a place in another page, which can be judged when all pages have been read.
  struct Place: Hashable, Sendable {
    /// The path within the folder of the run.
    var file: String
    var id: String
    var line: Int
  }

  /// The paths of all files within the folder of the run.
  let files: Set<String>

  /// What is wrong with the links of a file, and those that remain to be judged.
  func findings(
    in text: AuditedText, at path: String
  ) -> (findings: [Finding], places: [Place]) {
    var findings: [Finding] = []
    var places: [Place] = []
    for link in text.links where ExternalRequestRule.isRelative(link.target) {
      let pieces = link.target.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = pieces[0].prefix { $0 != "?" }
      let id = pieces.count > 1 ? Self.decoded(pieces[1]) : ""
      guard !target.isEmpty else {
        if !id.isEmpty, let page = text.page, page.ids[id] == nil {
          findings.append(Self.finding(line: link.line, id: id, file: "trang"))
        }
        continue
      }
      guard let file = Self.path(Self.decoded(target), from: path), files.contains(file) else {
        findings.append(
          Finding(.deadLink, line: link.line, "đường dẫn đến «\(link.target)» không có tệp"))
        continue
      }
      if !id.isEmpty, file.hasSuffix(".html") {
        places.append(Place(file: file, id: id, line: link.line))
      }
    }
    // Relative or not, a Markdown file has no business elsewhere; of pages another rule says so.
    if text.kind == .markdown {
      findings += text.links.filter { !ExternalRequestRule.isRelative($0.target) }.map {
        Finding(.externalRequest, line: $0.line, "đường dẫn «\($0.target.prefix(60))» dẫn ra ngoài")
      }
    }
    return (findings, places)
  }

  /// What is wrong with a link to another page that has these `id`s.
  static func finding(_ place: Place, ids: Set<String>) -> Finding? {
    ids.contains(place.id)
      ? nil : finding(line: place.line, id: place.id, file: "«\(place.file)»")
  }

  private static func finding(line: Int, id: String, file: String) -> Finding {
    Finding(.deadLink, line: line, "đường dẫn đến chỗ «#\(id)» không có trong \(file)")
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    text.removingPercentEncoding ?? String(text)
  }

  /// A link from a file as a path from the folder of the run; `nil` where it leaves that folder.
  private static func path(_ link: String, from file: String) -> String? {
    var steps = Array(file.split(separator: "/").dropLast())
    for step in link.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.joined(separator: "/")
  }
}
