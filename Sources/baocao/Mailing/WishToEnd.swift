import Dispatch
import Glibc
import Synchronization

/// Hears that the user wants a sending to end; the message in hand is finished first.
final class WishToEnd: Sendable {
  private let wanted = Mutex(false)
  private let sources = Mutex<[any DispatchSourceSignal]>([])

  var isWanted: Bool { wanted.withLock { $0 } }

  init() {
    sources.withLock { sources in
      for number in [SIGINT, SIGTERM, SIGHUP] {
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { [weak self] in self?.wanted.withLock { $0 = true } }
        source.resume()
        sources.append(source)
      }
    }
  }
}
