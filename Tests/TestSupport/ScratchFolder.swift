package import Foundation

/// A folder of its own for one test, gone with everything in it when the last
/// copy of this value is gone.
package struct ScratchFolder: Sendable {
  private let folder: OwnedFolder

  /// Makes an empty folder under the temporary directory.
  package init() throws {
    folder = OwnedFolder(
      url: FileManager.default.temporaryDirectory
        .appendingPathComponent("baocao-\(UUID().uuidString)", isDirectory: true))
    try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
  }

  /// The folder itself.
  package var url: URL { folder.url }

  /// The absolute path of a name inside the folder; nothing is made.
  package func path(_ name: String) -> String {
    folder.url.appendingPathComponent(name).path
  }
}

/// Removes its folder when it goes; a class, because only a class has an end.
private final class OwnedFolder: Sendable {
  let url: URL

  init(url: URL) { self.url = url }

  deinit {
    // A folder that cannot be removed is no reason for a test to fail.
    _ = try? FileManager.default.removeItem(at: url)
  }
}
