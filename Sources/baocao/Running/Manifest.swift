import Administration
import Crypto
import Foundation

/// `manifest.json`: what a run was made of and what it made (contract, 7).
struct Manifest: Encodable {
  /// A file with its fingerprint.
  struct Entry: Encodable {
    /// From the project's folder, from Templates, or from the folder of the run.
    var path: String
    var size: Int
    var sha256: String

    init(path: String, at place: String) throws {
      self.path = path
      do {
        let data = try Data(contentsOf: URL(fileURLWithPath: place), options: .alwaysMapped)
        size = data.count
        sha256 = SHA256.hash(data: data).map { byte in
          let text = String(byte, radix: 16)
          return text.count == 1 ? "0" + text : text
        }.joined()
      } catch {
        throw Failure(
          .readOrWriteFailed, "\(place): không đọc được tệp (\(error.localizedDescription)).")
      }
    }
  }

  var period: String
  var programVersion: String
  var start: String
  var end: String
  var asOf: String
  var inputs: [Entry]
  var templates: [Entry]
  var outputs: [Entry]

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
