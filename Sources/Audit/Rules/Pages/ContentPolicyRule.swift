internal import Crypto
internal import Foundation

/// A page with a style sheet or a script allows these and nothing else, by their fingerprints:
/// whatever a text of an export could smuggle into it is neither loaded nor run.
struct ContentPolicyRule: PageRule {
  private static let name = "content-security-policy"
  /// Directives that take over where no other says something, and must forbid everything.
  private static let closed = ["default-src", "base-uri", "form-action"]
  private static let nothing = "'none'"

  func findings(in page: HTMLPage) -> [Finding] {
    let code = ["style", "script"].flatMap { name in
      page.code(name).filter { Self.isRun($0.number, in: page) }.map { (name, $0.number, $0.text) }
    }
    guard let first = code.map(\.1).min() else { return [] }
    let policies = page.elements("meta").filter {
      page.nodes[$0].attribute("http-equiv")?.lowercased() == Self.name
    }
    guard let number = policies.first else {
      return [
        Finding(
          .contentPolicy, line: page.nodes[first].line, "trang không có Content-Security-Policy")
      ]
    }
    let line = page.nodes[number].line
    let policy = ContentPolicy(page.nodes[number].attribute("content") ?? "")
    var sentences = open(policy)
    if policies.count > 1 { sentences.append("trang có hai Content-Security-Policy") }
    if number > first {
      sentences.append("Content-Security-Policy đứng sau bảng kiểu hoặc mã lệnh đầu tiên")
    }
    for (name, word) in [("style", "bảng kiểu"), ("script", "mã lệnh")] {
      let own = code.filter { $0.0 == name }.map { Self.hash($0.2) }
      let allowed = policy.hashes("\(name)-src")
      if own.contains(where: { !allowed.contains($0) }) {
        sentences.append("mã băm của \(word) không có trong \(name)-src")
      }
      if allowed.contains(where: { !own.contains($0) }) {
        sentences.append("\(name)-src có mã băm không phải của \(word) nào trong trang")
      }
    }
    return sentences.map { Finding(.contentPolicy, line: line, $0) }
      + page.nodes.filter { $0.attribute("style") != nil }.map {
        Finding(
          .contentPolicy, line: $0.line, "thuộc tính style của <\($0.name)> không được dùng")
      }
  }

  /// What a policy allows beyond fingerprints.
  private func open(_ policy: ContentPolicy) -> [String] {
    let missing = Self.closed.filter { policy.directives[$0] != [Self.nothing] }
      .map { "Content-Security-Policy thiếu \($0) 'none'" }
    let loose = policy.directives.sorted { $0.key < $1.key }.flatMap { name, values in
      values.filter { $0 != Self.nothing && !$0.hasPrefix("'sha256-") }
        .map { "Content-Security-Policy cho phép \(name) \($0)" }
    }
    return missing + loose
  }

  /// Whether an element's text is a style sheet or a script, and no data.
  private static func isRun(_ number: Int, in page: HTMLPage) -> Bool {
    let type = page.nodes[number].attribute("type") ?? ""
    return page.nodes[number].name == "style" || type.isEmpty || type == "module"
      || type.contains("javascript")
  }

  private static func hash(_ text: String) -> String {
    "'sha256-\(Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString())'"
  }
}
