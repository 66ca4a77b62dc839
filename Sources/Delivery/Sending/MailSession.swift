internal import CMailTransfer
internal import Foundation

/// The only owner of a connection to the mail server.
@safe struct MailSession: ~Copyable {
  private let raw: OpaquePointer
  private let secrets: [String]

  /// How one try of a message ended.
  enum Outcome: Hashable, Sendable {
    /// With the server's words.
    case accepted(String)
    /// With the code of the answer, the command that it answers (empty at the greeting) and the server's
    /// words.
    case refused(code: Int, command: String, String)
    /// It was handed over whole, and no answer came.
    case unanswered(String)
    /// No connection, or it was lost before.
    case notConnected(String, CurlStatus)
    /// The server's certificate does not hold, or it offers no STARTTLS.
    case notSecure(CurlStatus)
    /// There is an account, and the server offers no way to use it.
    case notLoggedIn
  }

  /// - Throws: ``PasswordProblem`` where the password cannot be had.
  init(_ server: MailServer, sender: MailAddress) throws {
    let password = try server.account?.password.password()
    let scheme = server.security == .tls ? "smtps" : "smtp"
    let security: mail_security =
      switch server.security {
      case .none: .MAIL_PLAIN
      case .starttls: .MAIL_STARTTLS
      case .tls: .MAIL_TLS
      }
    // Behind the slash stands how we greet: some servers refuse the name of a machine without a domain.
    let url = "\(scheme)://\(server.host):\(server.port)/\(sender.domain)"
    let raw = unsafe Self.withOptional(server.authorities) { authorities in
      unsafe Self.withOptional(server.account?.user) { user in
        unsafe Self.withOptional(password) { password in
          unsafe url.withCString { url in
            var settings = unsafe mail_settings(
              url: url, security: security, authorities: authorities, user: user,
              password: password, timeout: server.timeout)
            return unsafe mail_session_new(&settings)
          }
        }
      }
    }
    guard let raw = unsafe raw else { throw CocoaError(.coderInvalidValue) }
    unsafe self.raw = raw
    secrets = password.map { Self.forms(of: $0, user: server.account?.user ?? "") } ?? []
  }

  deinit { unsafe mail_session_free(raw) }

  private static func withOptional<Result>(
    _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
  ) -> Result {
    guard let text else { return body(nil) }
    return unsafe text.withCString { unsafe body($0) }
  }

  /// The password in the ways in which a server could echo it.
  private static func forms(of password: String, user: String) -> [String] {
    [
      "\0\(user)\0\(password)", "\(user)\0\(user)\0\(password)", password,
    ].map { Data($0.utf8).base64EncodedString() } + [password]
  }

  /// Sends a message to one recipient; `beforeLast` is called before the server can accept it, and where
  /// it throws, nothing is sent and the error comes out again.
  func send(
    _ content: Data, from sender: MailAddress, to recipient: MailAddress,
    beforeLast: @escaping () throws -> Void
  ) throws -> Outcome {
    let gate = Gate(beforeLast)
    var result = mail_result()
    unsafe content.withUnsafeBytes { bytes in
      unsafe mail_session_send(
        raw, "<\(sender.text)>", "<\(recipient.text)>",
        bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count,
        { context in
          guard let context = unsafe context else { return false }
          return unsafe Unmanaged<Gate>.fromOpaque(context).takeUnretainedValue().open()
        }, Unmanaged.passUnretained(gate).toOpaque(), &result)
    }
    if let error = gate.error { throw error }
    return outcome(result)
  }

  /// Calls a closure once from C and keeps what it throws.
  private final class Gate {
    private let body: () throws -> Void
    private(set) var error: (any Error)?

    init(_ body: @escaping () throws -> Void) { self.body = body }

    func open() -> Bool {
      do {
        try body()
        return true
      } catch {
        self.error = error
        return false
      }
    }
  }

  private func outcome(_ result: mail_result) -> Outcome {
    let answer = words(result.answer)
    let status = CurlStatus(number: Int(result.status))
    switch result.outcome {
    case .MAIL_ACCEPTED: return .accepted(answer)
    case .MAIL_REFUSED:
      return .refused(code: Int(result.code), command: words(result.command), answer)
    case .MAIL_UNANSWERED: return .unanswered(words(result.problem))
    case .MAIL_NOT_CONNECTED: return .notConnected(words(result.problem), status)
    case .MAIL_NOT_SECURE: return .notSecure(status)
    case .MAIL_NOT_LOGGED_IN: return .notLoggedIn
    }
  }

  /// A text that C wrote, in one line and without the password.
  private func words(_ characters: some Any) -> String {
    let text = unsafe withUnsafeBytes(of: characters) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return secrets.reduce(HeaderText.of(text)) { $0.replacing($1, with: "***") }
  }
}

/// libcurl's number of what went wrong.
package struct CurlStatus: Hashable, Sendable {
  package var number: Int

  package init(number: Int) { self.number = number }
}
