internal import Foundation

/// A page asks nothing of any network: it can be read on a machine without one, and nobody learns
/// that it is being read.
struct ExternalRequestRule: PageRule {
  /// Elements that load something, or that change where relative links lead.
  private static let loading: Set<String> = [
    "iframe", "object", "embed", "audio", "video", "source", "track", "base", "portal", "frame",
  ]
  /// Attributes with an address in them.
  private static let addresses: Set<String> = [
    "href", "src", "srcset", "action", "formaction", "poster", "data", "background", "ping",
    "cite", "manifest", "xlink:href", "longdesc", "imagesrcset",
  ]
  /// Ways of a script to ask for something.
  private static let requests = [
    "fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "import(",
    "importScripts", "new Image", "new Worker", ".src",
  ]
  /// The start of the names that drawings and links within them are known by; no address is called.
  private static let namespaces = "http://www.w3.org/"

  func findings(in page: HTMLPage) -> [Finding] {
    var findings: [Finding] = []
    for node in page.nodes where !node.name.isEmpty {
      findings += faults(of: node).map { Finding(.externalRequest, line: node.line, $0) }
    }
    for (number, text) in page.code("style") {
      findings += faults(ofStyle: text).map {
        Finding(.externalRequest, line: page.nodes[number].line, $0)
      }
    }
    for (number, text) in page.code("script") {
      findings += faults(ofScript: text).map {
        Finding(.externalRequest, line: page.nodes[number].line, $0)
      }
    }
    return findings
  }

  private func faults(of node: HTMLPage.Node) -> [String] {
    if Self.loading.contains(node.name) { return ["thẻ <\(node.name)> không được dùng"] }
    var faults: [String] = []
    if node.attribute("http-equiv")?.lowercased() == "refresh" {
      faults.append("trang tự chuyển đi nơi khác (meta refresh)")
    }
    for attribute in node.attributes {
      let isAddress = Self.addresses.contains(attribute.name) && !Self.isRelative(attribute.value)
      if isAddress || Self.isAddress(attribute) {
        faults.append(
          "thuộc tính \(attribute.name) của <\(node.name)> dẫn ra ngoài («\(attribute.value.prefix(60))»)"
        )
      } else if attribute.name == "style" {
        faults += self.faults(ofStyle: attribute.value)
      }
    }
    return faults
  }

  /// Whether an address stands in an attribute, other than the name of a namespace.
  private static func isAddress(_ attribute: PageAttribute) -> Bool {
    guard attribute.value.contains(":") else { return false }
    let value = attribute.value.lowercased()
    if attribute.name == "xmlns" || attribute.name.hasPrefix("xmlns:") {
      return !value.hasPrefix(namespaces)
    }
    return value.contains("http://") || value.contains("https://") || value.hasPrefix("data:")
  }

  /// Whether a link stays in the folder of the run, as far as its letters tell.
  static func isRelative(_ link: some StringProtocol) -> Bool {
    let end = link.firstIndex { "/?#".contains($0) } ?? link.endIndex
    return !link.hasPrefix("/") && !link.hasPrefix("\\") && !link[..<end].contains(":")
  }

  private func faults(ofStyle text: String) -> [String] {
    var faults: [String] = []
    if text.contains("@import") { faults.append("bảng kiểu dùng @import") }
    for piece in text.components(separatedBy: "url(").dropFirst()
    where !piece.drop(while: { "\"' ".contains($0) }).hasPrefix("#") {
      faults.append("bảng kiểu dùng url(\(piece.prefix { $0 != ")" }.prefix(60)))")
    }
    if text.contains("image-set(") { faults.append("bảng kiểu dùng image-set(") }
    return faults
  }

  private func faults(ofScript text: String) -> [String] {
    var faults = Self.requests.filter { text.contains($0) }.map { "mã lệnh dùng «\($0)»" }
    for scheme in ["http://", "https://", "data:"] {
      for piece in text.components(separatedBy: scheme).dropFirst()
      where !(scheme + piece).hasPrefix(Self.namespaces) {
        faults.append("mã lệnh có địa chỉ «\((scheme + piece).prefix(40))»")
      }
    }
    return faults
  }
}
