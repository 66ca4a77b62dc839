internal import CArchive
internal import Foundation

/// A zip file that is open for reading; going out of scope closes it.
@safe struct ZipArchive: ~Copyable {
  private let raw: OpaquePointer

  /// - Throws: ``BookDamage`` where the file is missing or no zip file.
  init(path: String) throws(BookDamage) {
    guard let raw = unsafe baocao_archive_open(path) else { throw BookDamage(.notAZipFile) }
    unsafe self.raw = raw
  }

  deinit { unsafe baocao_archive_free(raw) }

  /// Goes to the next entry and gives its path; `nil` behind the last one.
  func next() throws(BookDamage) -> String? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(raw, &entry)
    guard status != ARCHIVE_EOF else { return nil }
    guard status == ARCHIVE_OK, let entry = unsafe entry,
      let name = unsafe archive_entry_pathname(entry)
    else { throw BookDamage(.notAZipFile) }
    return unsafe String(validatingCString: name) ?? ""
  }

  /// The content of the present entry, `limit` bytes at most.
  func content(of part: String, limit: Int) throws(BookDamage) -> Data {
    var content = Data()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe archive_read_data(raw, &piece, piece.count)
      guard count >= 0 else { throw BookDamage(.damagedPart, part: part) }
      guard count > 0 else { return content }
      guard content.count + count <= limit else {
        throw BookDamage(.tooLargeUnpacked, part: part)
      }
      content.append(contentsOf: piece[..<count])
    }
  }
}

/// The parts of a workbook by their paths in the file, such as `xl/workbook.xml`.
struct BookParts {
  /// Far above what a list of a province's rows unpacks to; a file made to fill the memory ends
  /// here.
  static let mostBytes = 1 << 30
  /// A workbook has some parts a sheet.
  static let mostParts = 10_000

  private(set) var contents: [String: Data] = [:]

  init(path: String) throws(BookDamage) {
    let archive = try ZipArchive(path: path)
    var room = Self.mostBytes
    while let name = try archive.next() {
      guard contents[name] == nil, contents.count < Self.mostParts else {
        throw BookDamage(.damagedPart, part: name)
      }
      let content = try archive.content(of: name, limit: room)
      room -= content.count
      contents[name] = content
    }
  }

  /// The content of a part that every workbook must have.
  func required(_ name: String) throws(BookDamage) -> Data {
    guard let content = contents[name] else { throw BookDamage(.missingPart, part: name) }
    return content
  }
}
