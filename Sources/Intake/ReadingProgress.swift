package import Synchronization

/// How far reading has come; written by the readers, looked at by whoever shows it.
package final class ReadingProgress: Sendable {
  package let bytes = Atomic<Int>(0)
  package let rows = Atomic<Int>(0)

  package init() {}
}
