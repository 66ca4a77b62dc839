internal import DataFiles
internal import Foundation
internal import Glibc

/// Where the password of the account stands; never in the list itself.
package enum PasswordPlace: Hashable, Sendable {
  /// A variable of the environment, by its name.
  case environment(String)
  /// A file that only its owner can read, by its path.
  case file(String)

  init(_ node: DataNode, folder: String) throws(MailFault) {
    let map: DataMapping
    do {
      map = try node.mapping(of: ["env", "file"])
    } catch {
      // Neither the value nor a key that nobody knows is shown: it may be the password.
      throw node.mailFault(.passwordItself)
    }
    switch (map["env"], map["file"]) {
    case (let name?, nil):
      let text = try name.read { node throws(DataFileError) in try node.text() }
      guard Self.isVariable(text) else { throw name.mailFault(.passwordItself) }
      self = .environment(text)
    case (nil, let path?):
      let path = try path.read { node throws(DataFileError) in try node.text() }
      self = .file(MailServer.path(path, in: folder))
    default: throw node.mailFault(.passwordItself)
    }
  }

  /// Whether a text can name a variable; one that cannot may be the password.
  private static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case 65...90, 97...122, 48...57, UInt8(ascii: "_"): true
      default: false
      }
    }
  }

  /// The password; of a file its first line.
  func password() throws(PasswordProblem) -> String {
    switch self {
    case .environment(let name):
      guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
        throw .notSet(name)
      }
      return value
    case .file(let path):
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { throw .noFile(path) }
      guard status.st_mode & 0o077 == 0 else { throw .readableByOthers(path) }
      guard let data = FileManager.default.contents(atPath: path),
        let line = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first
      else { throw .noFile(path) }
      return String(line)
    }
  }
}

/// Why the password cannot be had.
package enum PasswordProblem: Error, Hashable, Sendable {
  /// The variable of that name is not set, or empty.
  case notSet(String)
  /// There is no such file, it cannot be read, or it is empty.
  case noFile(String)
  /// Others than its owner may read the file.
  case readableByOthers(String)
}
