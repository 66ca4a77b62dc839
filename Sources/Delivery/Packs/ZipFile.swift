internal import CArchive
internal import Foundation

/// Zip files with the same bytes at any time and in any time zone: entries bear no date, which readers
/// show as the first day that the format knows.
@safe struct ZipFile: ~Copyable {
  private let raw: OpaquePointer
  /// `AE_IFREG`, which is a cast that Swift cannot see.
  private static let regularFile: UInt32 = 0o100000

  private init?() {
    guard let raw = unsafe baocao_zip_new() else { return nil }
    unsafe self.raw = raw
  }

  deinit { unsafe baocao_zip_free(raw) }

  /// The bytes of a zip file of some files, their names in ASCII; `nil` where there is no memory.
  static func of(_ files: [(name: String, content: Data)]) -> Data? {
    // What an entry adds at most: two heads with the name and some extra fields.
    let room = files.reduce(1024) { $0 + $1.content.count + $1.content.count / 1000 + 1024 }
    var buffer = Data(count: room)
    var used = 0
    let isWritten = unsafe buffer.withUnsafeMutableBytes { bytes in
      guard let zip = ZipFile() else { return false }
      guard
        unsafe archive_write_open_memory(zip.raw, bytes.baseAddress, room, &used) == ARCHIVE_OK
      else { return false }
      guard files.allSatisfy({ zip.add($0.name, $0.content) }) else { return false }
      return unsafe archive_write_close(zip.raw) == ARCHIVE_OK
    }
    return isWritten ? buffer.prefix(used) : nil
  }

  private func add(_ name: String, _ content: Data) -> Bool {
    guard let entry = unsafe archive_entry_new() else { return false }
    defer { unsafe archive_entry_free(entry) }
    unsafe archive_entry_set_pathname(entry, name)
    unsafe archive_entry_set_filetype(entry, Self.regularFile)
    unsafe archive_entry_set_perm(entry, 0o644)
    unsafe archive_entry_set_size(entry, Int64(content.count))
    guard unsafe archive_write_header(raw, entry) == ARCHIVE_OK else { return false }
    return unsafe content.withUnsafeBytes { bytes in
      unsafe archive_write_data(raw, bytes.baseAddress, bytes.count) == bytes.count
    }
  }
}
