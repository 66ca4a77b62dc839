import CScan
import Testing
import TestSupport

/// The search with wide instructions against its plain twin.
@Suite struct ScanTests {
  @Test(arguments: 0..<200)
  func `wide and plain searches find the same places`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<Int.random(in: 0...500, using: &random)).map { _ in
      Bool.random(using: &random)
        ? UInt8.random(in: 0...255, using: &random) : [0x22, 0x2C, 0x0A, 0x0D][Int(seed % 4)]
    }
    let delimiter: UInt8 = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random) ?? 0x2C
    var wide = [UInt32](repeating: 0, count: bytes.count + 16)
    var plain = wide
    let found = unsafe scan_structure(bytes, bytes.count, delimiter, &wide)
    let twin = unsafe scan_structure_plain(bytes, bytes.count, delimiter, &plain)
    #expect(wide[..<found] == plain[..<twin])
  }

  @Test(arguments: 0..<300)
  func `wide and plain searches make the same rows`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let signs: [UInt8] = [UInt8](repeating: 0x61, count: 20) + [0x2C, 0x2C, 0x22, 0x22, 0x0A, 0x0D]
    let bytes = (0..<Int.random(in: 0...700, using: &random)).map { _ in
      signs.randomElement(using: &random) ?? 0
    }
    let wide = unsafe rows(of: bytes, by: scan_rows)
    let plain = unsafe rows(of: bytes, by: scan_rows_plain)
    #expect(wide.cells == plain.cells)
    #expect(wide.ends == plain.ends)
  }

  private typealias RowScan = (
    UnsafePointer<UInt8>?, Int, UInt8, UnsafeMutablePointer<UInt32>?,
    UnsafeMutablePointer<scan_cell>?, UnsafeMutablePointer<UInt32>?
  ) -> scan_found

  /// Start and packed length of every cell, and the ends of the rows behind where the next begins.
  private func rows(
    of bytes: [UInt8], by scan: RowScan
  ) -> (cells: [[UInt32]], ends: [UInt32]) {
    var places = [UInt32](repeating: 0, count: bytes.count + 16)
    var ends = places
    var cells = [scan_cell](repeating: scan_cell(start: 0, packed: 0), count: bytes.count + 16)
    let found = unsafe scan(bytes, bytes.count, 0x2C, &places, &cells, &ends)
    return (
      cells[..<found.cells].map { [$0.start, $0.packed] },
      [UInt32(found.end)] + ends[..<found.rows]
    )
  }
}
