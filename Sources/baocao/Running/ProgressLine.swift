import Foundation
import Glibc
import Reporting
import Synchronization

/// A line on the terminal that says how far a long step is; silent where standard error is not a
/// terminal, and for steps of under a second.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let isOn = Mutex(false)

  init(isQuiet: Bool) {
    isShown = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Shows `text` ten times a second while `work` runs.
  func show<Result: Sendable>(
    _ text: @escaping @Sendable (_ seconds: Double) -> String,
    during work: () async throws -> Result
  ) async rethrows -> Result {
    guard isShown else { return try await work() }
    let start = ContinuousClock.now
    let line = Task {
      while !Task.isCancelled {
        try? await Task.sleep(for: .milliseconds(100))
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        guard seconds >= 1, !Task.isCancelled else { continue }
        self.isOn.withLock { $0 = true }
        StandardError.write("\r\u{1B}[K" + text(seconds))
      }
    }
    defer {
      line.cancel()
      isOn.withLock { on in
        if on { StandardError.write("\r\u{1B}[K") }
        on = false
      }
    }
    return try await work()
  }
}
