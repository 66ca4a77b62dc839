import Glibc
import Reporting

/// A line on the terminal that says how far a sending is; silent where standard error is no terminal.
final class SendingProgress {
  private let isShown: Bool
  private var last = ContinuousClock.now - .seconds(1)

  init(isQuiet: Bool) { isShown = !isQuiet && isatty(STDERR_FILENO) == 1 }

  func show(_ settled: Int, _ all: Int) {
    guard isShown, ContinuousClock.now - last >= .milliseconds(100) else { return }
    last = ContinuousClock.now
    StandardError.write(
      "\r\u{1B}[KĐang gửi: \(NumberText.whole(settled)) trên \(NumberText.whole(all)) thư")
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
