internal import Foundation

/// What `manifest.json` says of a run (contract, 7).
package struct RunManifest: Decodable, Sendable {
  package static let name = "manifest.json"

  /// A file that the run wrote.
  package struct Entry: Decodable, Hashable, Sendable {
    /// From the folder of the run.
    package var path: String
    package var size: Int
    package var sha256: String

    package init(path: String, size: Int, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }
  }

  /// As `--period` was given: `2023-Q2`.
  package var period: String
  /// The moment that reports are dated with: `2023-07-05T00:00:00+07:00`.
  package var asOf: String
  package var outputs: [Entry]
  /// `nil` where the run is of a version that did not list them.
  package var units: [ReportedUnit]?

  /// - Throws: ``RunFolderError`` where the folder holds no finished run.
  package init(folder: String) throws(RunFolderError) {
    let place = "\(folder)/\(Self.name)"
    guard let content = FileManager.default.contents(atPath: place) else {
      throw .notARun(folder)
    }
    do {
      self = try JSONDecoder().decode(Self.self, from: content)
    } catch {
      throw .unreadableManifest(place)
    }
  }
}

/// Why a folder cannot be taken for a finished run.
package enum RunFolderError: Error, Hashable, Sendable {
  /// There is no such folder, or no `manifest.json` in it.
  case notARun(String)
  case unreadableManifest(String)
}
