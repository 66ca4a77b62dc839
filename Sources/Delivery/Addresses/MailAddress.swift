/// An address that mail can go to: plain ASCII, one `@`, a domain with a point.
///
/// Quoted local parts, some rare signs and addresses beyond ASCII (RFC 6531) are refused: no office uses
/// them, and they are how a second recipient is smuggled into a header.
package struct MailAddress: Hashable, Sendable, Comparable {
  /// As it is written, the domain in small letters.
  package let text: String
  /// What stands behind the `@`.
  package let domain: String

  /// - Returns: `nil` where the text is no such address.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, Self.isLocalPart(parts[0]),
      Self.isDomain(parts[1])
    else { return nil }
    domain = parts[1].lowercased()
    self.text = "\(parts[0])@\(domain)"
  }

  /// Whether the domain is one of some, or below one.
  package func belongs(to domains: [String]) -> Bool {
    domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
  }

  /// One mailbox is one address: no server of today tells capital letters apart (RFC 5321, 2.4, asks
  /// to avoid it).
  package static func == (left: MailAddress, right: MailAddress) -> Bool {
    left.text.lowercased() == right.text.lowercased()
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }

  package static func < (left: MailAddress, right: MailAddress) -> Bool { left.text < right.text }

  /// Letters, digits and the signs of RFC 5321's atoms, with single points between.
  private static func isLocalPart(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty && atom.utf8.allSatisfy { isLetter($0) || Self.signs.contains($0) }
      }
  }

  /// Of RFC 5321's signs those that a file's name may have as well: messages are kept by address.
  private static let signs = Array("!#$%&'+-=^_{}~".utf8)

  /// Labels of letters, digits and hyphens, at least two.
  static func isDomain(_ text: some StringProtocol) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count >= 2 && text.utf8.count <= 253
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

/// An address with the name before it.
package struct Mailbox: Hashable, Sendable {
  /// Safe for a header; may be empty.
  package let name: String
  package let address: MailAddress

  package init(name: String, address: MailAddress) {
    self.name = HeaderText.of(name)
    self.address = address
  }

  /// Reads `Name <address>` or an address alone.
  package init?(_ text: String) {
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      guard let address = MailAddress(text) else { return nil }
      self.init(name: "", address: address)
      return
    }
    let inner = text[text.index(after: open)...].dropLast()
    guard let address = MailAddress(inner) else { return nil }
    self.init(name: text[..<open].trimmed(quotes: true), address: address)
  }
}
