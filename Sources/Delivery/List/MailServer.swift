internal import DataFiles
internal import Foundation

/// The server that takes the messages; `server:` of `mail.yaml`.
package struct MailServer: Sendable {
  /// How the connection is secured.
  package enum Security: String, CaseIterable, Hashable, Sendable {
    /// The server must offer STARTTLS.
    case starttls
    /// TLS from the first byte.
    case tls
    /// On this machine only.
    case none
  }

  package var host: String
  package var port: Int
  package var security: Security
  /// Path of the authorities that are trusted; `nil` for those of the system.
  package var authorities: String?
  /// `nil` where the server asks for no account.
  package var account: Account?
  /// Seconds to wait for a connection, and for each answer.
  package var timeout: Int

  /// Who the server knows us as.
  package struct Account: Sendable {
    package var user: String
    package var password: PasswordPlace
  }

  private static let keys = [
    "host", "port", "security", "ca-file", "user", "password", "timeout",
  ]
  /// RFC 5321, 4.5.3.2, asks for five minutes for most answers.
  private static let timeout = 300

  init(_ node: DataNode, folder: String) throws(MailFault) {
    let map = try node.read { node throws(DataFileError) in try node.mapping(of: Self.keys) }
    let place = try node.read { _ throws(DataFileError) in try map.required("host") }
    host = try place.read { node throws(DataFileError) in try node.text() }.lowercased()
    guard host == "localhost" || MailAddress.isDomain(host) || Self.isLoopback(host) else {
      throw place.mailFault(.notAHost)
    }
    security =
      try map["security"]?.read { node throws(DataFileError) in try node.word(Security.self) }
      ?? .starttls
    let standard =
      switch security {
      case .starttls: 587
      case .tls: 465
      case .none: 25
      }
    port = try map["port"]?.number(in: 1...65_535) ?? standard
    timeout = try map["timeout"]?.number(in: 1...3600) ?? Self.timeout
    authorities = try map["ca-file"].map { node throws(MailFault) in
      let path = Self.path(
        try node.read { node throws(DataFileError) in try node.text() }, in: folder)
      guard FileManager.default.isReadableFile(atPath: path) else {
        throw MailFault(file: path, problem: .data(.missingFile))
      }
      return path
    }
    let user = try map["user"]?.read { node throws(DataFileError) in try node.text() }
    let password = try map["password"].map { node throws(MailFault) in
      try PasswordPlace(node, folder: folder)
    }
    guard (user == nil) == (password == nil) else { throw node.mailFault(.halfAnAccount) }
    account = user.flatMap { user in password.map { Account(user: user, password: $0) } }
    guard security != .none || (Self.isLoopback(host) && account == nil) else {
      throw (map["security"] ?? node).mailFault(.unprotected)
    }
  }

  static func path(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func isLoopback(_ host: String) -> Bool {
    host == "localhost"
      || (host.hasPrefix("127.") && host.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 })
  }
}

extension DataNode {
  /// A whole number within limits.
  func number(in range: ClosedRange<Int>) throws(MailFault) -> Int {
    let number = try read { node throws(DataFileError) in try node.integer() }
    guard range.contains(number) else { throw mailFault(.data(.expected(.wholeNumber))) }
    return number
  }
}
