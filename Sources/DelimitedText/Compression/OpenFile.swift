internal import Foundation
internal import Glibc

/// The only owner of an open file, named or not; closes it when it goes.
struct OpenFile: ~Copyable {
  private let descriptor: Int32

  /// Opens a file to read it.
  init(path: String) throws(TextFileProblem) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      throw reason == ENOENT || reason == ENOTDIR ? .missing : .unreadable(Self.words(reason))
    }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .unreadable(Self.words(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(Self.words(status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL))
    }
  }

  /// Takes a descriptor that nobody else will close.
  init(owning descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { _ = close(descriptor) }

  /// The reader of the bytes; it must not be used once the file is gone.
  var bytes: FileBytes { FileBytes(descriptor: descriptor) }

  /// Adds bytes to the end of what has been written.
  func append(_ span: Span<UInt8>) throws(TextFileProblem) {
    var written = 0
    while written < span.count {
      let rest = span.extracting(written...)
      let count = unsafe rest.withUnsafeBufferPointer {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .temporaryFolder(TemporaryFile.folder, Self.words(errno))
      }
      written += count
    }
  }

  /// The bytes of the file, mapped; they outlive this owner.
  func mapped() throws(TextFileProblem) -> Data {
    let size = try bytes.count()
    guard size > 0 else { return Data() }
    let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let start = unsafe start, unsafe start != MAP_FAILED else {
      throw .unreadable(Self.words(errno))
    }
    return unsafe Data(
      bytesNoCopy: start, count: size,
      deallocator: .custom { start, size in _ = unsafe munmap(start, size) })
  }

  /// The system's words for an error number.
  static func words(_ number: Int32) -> String {
    unsafe String(cString: strerror(number))
  }
}

/// Reads from places in an open file, without a position of its own: two threads may share it.
struct FileBytes: Sendable {
  let descriptor: Int32

  /// The size of the file.
  func count() throws(TextFileProblem) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .unreadable(OpenFile.words(errno))
    }
    return Int(status.st_size)
  }

  /// Fills a range of the buffer from the file, less only at the file's end; returns how much.
  func read(
    at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>
  ) throws(TextFileProblem) -> Int {
    var filled = 0
    while filled < range.count {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let free = unsafe UnsafeMutableRawBufferPointer(
          rebasing: bytes[(range.lowerBound + filled)..<range.upperBound])
        return unsafe pread(descriptor, free.baseAddress, free.count, offset + filled)
      }
      guard count >= 0 else {
        if errno == EINTR { continue }
        throw .unreadable(OpenFile.words(errno))
      }
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }
}
