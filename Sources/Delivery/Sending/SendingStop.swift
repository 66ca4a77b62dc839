/// Why a sending ended before everything was tried: what concerns the server and not one recipient.
package enum SendingStop: Hashable, Sendable {
  /// What about the connection's security does not hold.
  package enum Insecurity: Hashable, Sendable {
    case noStartTLS
    case certificate
    /// The file of `ca-file`.
    case authorities
    case handshake
  }

  /// There is no connection: the name is not known, nobody answers, or it breaks again and again.
  case unreachable(UnreachableReason)
  case notSecure(Insecurity)
  /// The server does not take the account, with its words.
  case account(String)
  /// There is an account, and the server offers no way to log in.
  case noLogin
  /// It does not let the sender send, with its words.
  case sender(String)
  /// It refuses to talk, with its words.
  case server(String)
  /// The user asked for the end.
  case interrupted

  package enum UnreachableReason: Hashable, Sendable {
    case unknownHost, refused, timeout, broken
  }
}

extension CurlStatus {
  /// Numbers of libcurl (`curl.h`, CURLcode).
  var reason: SendingStop.UnreachableReason {
    switch number {
    case 5, 6: .unknownHost
    case 7: .refused
    case 28: .timeout
    default: .broken
    }
  }

  var insecurity: SendingStop.Insecurity {
    switch number {
    case 60: .certificate
    case 64: .noStartTLS
    case 77: .authorities
    default: .handshake
    }
  }
}
