import Foundation

/// A file being written, row by row; its bytes go to the disk by the megabyte.
struct ExportFile: ~Copyable {
  private static let flushSize = 1 << 20

  /// Path below the folder of the sample, as the note names it.
  let name: String
  private let path: String
  private let handle: FileHandle
  /// What has not gone to the disk yet; rows are added here.
  var bytes: [UInt8] = []
  /// Physical line of the next row, from 1.
  private(set) var line = 1

  init(name: String, in folder: String, hasMark: Bool) throws(SampleError) {
    self.name = name
    path = "\(folder)/\(name)"
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw SampleError(path: path, problem: .cannotCreate("createFile")) }
    self.handle = handle
    bytes.reserveCapacity(Self.flushSize + 64 * 1024)
    if hasMark { bytes.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  /// Says that a row of so many physical lines has been added to ``bytes``.
  mutating func endRow(lines: Int = 1) throws(SampleError) {
    line += lines
    if bytes.count >= Self.flushSize { try flush() }
  }

  consuming func close() throws(SampleError) {
    try flush()
    do {
      try handle.close()
    } catch {
      throw SampleError(path: path, problem: .cannotWrite(error.localizedDescription))
    }
  }

  private mutating func flush() throws(SampleError) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw SampleError(path: path, problem: .cannotWrite(error.localizedDescription))
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

/// A text file that is written whole.
enum WholeFile {
  static func write(_ text: String, name: String, in folder: String) throws(SampleError) {
    let path = "\(folder)/\(name)"
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw SampleError(path: path, problem: .cannotWrite(error.localizedDescription))
    }
  }
}
