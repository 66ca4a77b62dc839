import Foundation

/// The locale vi_VN.UTF-8, whose decimal mark is a comma, made for one test with the machine's
/// own `localedef`.
package struct VietnameseLocale: Sendable {
  private let scratch: ScratchFolder

  /// The folder for the environment variable LOCPATH.
  package var folder: String { scratch.url.path }

  package init() throws {
    scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/localedef")
    process.arguments = ["-i", "vi_VN", "-f", "UTF-8", scratch.path("vi_VN.UTF-8")]
    try process.run()
    process.waitUntilExit()
    guard FileManager.default.fileExists(atPath: scratch.path("vi_VN.UTF-8")) else {
      throw CocoaError(.fileNoSuchFile)
    }
  }
}
