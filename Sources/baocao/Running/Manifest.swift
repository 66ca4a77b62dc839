import Administration
import Crypto
import Foundation
import Glibc
import Runs

/// `manifest.json`: what a run was made of and what it made (contract, 7).
struct Manifest: Encodable {
  /// A file with its fingerprint.
  struct Entry: Encodable, Sendable {
    /// From the project's folder, from Templates, or from the folder of the run.
    var path: String
    var size: Int
    var sha256: String

    /// Bytes that are read in one go, always to the same place: few enough for the cache.
    private static let pieceSize = 256 << 10

    init(path: String, at place: String) throws {
      self.path = path
      do {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: place))
        defer { try? file.close() }
        var hash = SHA256()
        size = 0
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
          let count = unsafe read(file.fileDescriptor, &piece, piece.count)
          guard count >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
          guard count > 0 else { break }
          unsafe piece.withUnsafeBytes { bytes in
            unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
          }
          size += count
        }
        sha256 = hash.finalize().hexadecimalText
      } catch {
        throw Failure(
          .readOrWriteFailed, "\(place): không đọc được tệp (\(SystemWords.reason(error))).")
      }
    }
  }

  /// The entries of files, by the path to print and the path to open, in that order; files are
  /// read side by side.
  static func entries(_ files: [(path: String, place: String)]) async throws -> [Entry] {
    try await withThrowingTaskGroup(of: (Int, Entry).self) { group in
      for (number, file) in files.enumerated() {
        group.addTask { (number, try Entry(path: file.path, at: file.place)) }
      }
      var entries = [Entry?](repeating: nil, count: files.count)
      for try await (number, entry) in group { entries[number] = entry }
      return entries.compactMap { $0 }
    }
  }

  var period: String
  var programVersion: String
  var start: String
  var end: String
  var asOf: String
  var inputs: [Entry]
  var templates: [Entry]
  var outputs: [Entry]
  /// The units of the reports, written or not, for `baocao audit`.
  var units: [ReportedUnit]

  var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(self) + Data("\n".utf8)
    }
  }
}
