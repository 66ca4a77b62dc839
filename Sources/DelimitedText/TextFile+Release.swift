internal import FoundationEssentials
internal import Glibc

extension TextFile {
  /// A multiple of every page.
  private static let largePage = 2 << 20
  /// Below this it is not worth asking the system.
  private static let leastReleased = 1 << 18

  /// Gives back the memory that a range of the text takes; whoever reads it again gets it from the
  /// file again, so that a large file never stands in memory as a whole.
  package func release(_ range: Range<Int>) {
    unsafe data.withUnsafeBytes { text in
      // Only whole pages of the mapping itself, which begins at a page.
      let page = Int(getpagesize())
      guard let base = text.baseAddress, Int(bitPattern: base) % page == 0 else { return }
      // Looking at one place may bring a large page into memory, with what lies before and behind.
      let first = range.lowerBound / Self.largePage * Self.largePage
      let end = (range.upperBound + Self.largePage - 1) / Self.largePage * Self.largePage
      let last = min(end, text.count) / page * page
      guard last - first >= Self.leastReleased else { return }
      let start = unsafe UnsafeMutableRawPointer(mutating: base + first)
      _ = unsafe madvise(start, last - first, MADV_DONTNEED)
    }
  }
}
