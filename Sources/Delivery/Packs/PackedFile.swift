internal import Crypto
package import Foundation
internal import Runs

/// A file as a message carries it.
package struct PackedFile: Sendable {
  /// Safe for a header; may have accents.
  package let name: String
  package let content: Data
  /// Of ``content``.
  package let sha256: String
  /// The paths in the run of what is in it: one, or those of a zip file.
  package let paths: [String]

  init(name: String, content: Data, paths: [String]) {
    // Whoever gives the name: nothing of it may end a header or lead out of a folder.
    self.name = HeaderText.fileName(name, as: name)
    self.content = content
    self.paths = paths
    sha256 = SHA256.hash(data: content).hexadecimalText
  }

  /// The type that the end of the name means, with the character set of texts.
  var type: String {
    switch name.split(separator: ".").last {
    case "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case "csv": "text/csv; charset=utf-8"
    case "html": "text/html; charset=utf-8"
    case "md": "text/markdown; charset=utf-8"
    case "zip": "application/zip"
    default: "application/octet-stream"
    }
  }
}
