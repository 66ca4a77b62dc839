import Dispatch
import Foundation
import Glibc
import Synchronization

/// Cleans up when the user presses Ctrl-C or the system ends the program.
final class Interruption: Sendable {
  /// The folder to remove; `nil` where nothing half-written stands anywhere.
  private let staging = Mutex<String?>(nil)
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  /// From now on, an end by signal removes a folder first.
  func guardFolder(_ path: String) {
    staging.withLock { $0 = path }
    sources.withLock { sources in
      guard sources.isEmpty else { return }
      for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [weak self] in self?.end(by: number) }
        source.resume()
        sources.append(source)
      }
    }
  }

  /// Runs the last step, which a signal must not cut in two; afterwards nothing is removed.
  func finish<Result>(_ step: () throws -> Result) rethrows -> Result {
    try staging.withLock { folder in
      let result = try step()
      folder = nil
      return result
    }
  }

  private func end(by number: Int32) {
    staging.withLock { folder in
      // Other threads may be writing into it until the end.
      for _ in 0..<100 {
        guard let folder, FileManager.default.fileExists(atPath: folder) else { break }
        try? FileManager.default.removeItem(atPath: folder)
      }
      StandardError.write("\nĐã dừng theo yêu cầu; không có tệp dở dang nào được để lại.\n")
      // The status that shells give a program ended by a signal.
      _exit(128 + number)
    }
  }
}
