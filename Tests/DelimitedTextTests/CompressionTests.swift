import Foundation
import TestSupport
import Testing

@testable import DelimitedText

/// One line of text and what packs it.
enum PackedSpecimen {
  /// `printf 'Tỉnh Trà Vinh\n'` through `gzip -n` and through `zstd`.
  static let gzip =
    Data(
      base64Encoded: "H4sIAAAAAAAAAwt5uLszL0MhpOjwAoWwzLwMLgB0SEMyEQAAAA==")
    ?? Data()
  static let zstd = Data(base64Encoded: "KLUv/QRYiQAAVOG7iW5oIFRyw6AgVmluaApp4OIZ") ?? Data()
  static let text = "Tỉnh Trà Vinh\n"
  /// 3,000,000 blanks through `zstd`.
  static let zstdBomb =
    "KLUv/QRYVAAAECAgAQD7/znAAgIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAg"
    + "AgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAIAECACABAgAgAQIAM2DiAdRhbI"
}

@Suite struct CompressionTests {
  let scratch: ScratchFolder
  init() throws { scratch = try ScratchFolder() }

  func open(_ data: Data, limit: ExpansionLimit = .standard) throws -> TextFile {
    let path = scratch.path("packed")
    try data.write(to: URL(fileURLWithPath: path))
    return try TextFile(path: path, encoding: .auto, limit: limit)
  }

  @Test(arguments: [PackedSpecimen.gzip, PackedSpecimen.zstd])
  func `unpacks by content and reads on as any file`(packed: Data) throws {
    let file = try open(packed)
    #expect(file.data.elementsEqual(PackedSpecimen.text.utf8))
    #expect(file.encoding == .utf8)
  }

  @Test(arguments: [PackedSpecimen.gzip, PackedSpecimen.zstd])
  func `reads every member of a file put together`(packed: Data) throws {
    let file = try open(packed + packed + packed)
    #expect(
      file.data.elementsEqual(
        (PackedSpecimen.text + PackedSpecimen.text + PackedSpecimen.text).utf8))
  }

  @Test func `passes over the zeros of a tape`() throws {
    #expect(
      try open(PackedSpecimen.gzip + Data(count: 600)).data.elementsEqual(PackedSpecimen.text.utf8))
  }

  @Test(arguments: [PackedSpecimen.gzip, PackedSpecimen.zstd])
  func `refuses an archive that is cut, wherever it is`(packed: Data) throws {
    for length in 4..<packed.count {
      #expect(throws: TextFileProblem.corruptArchive) { try open(packed.prefix(length)) }
      #expect(throws: TextFileProblem.corruptArchive) {
        try open(packed + packed.prefix(length))
      }
    }
  }

  @Test(arguments: [PackedSpecimen.gzip, PackedSpecimen.zstd])
  func `refuses an archive with a wrong byte`(packed: Data) throws {
    var damaged = packed
    damaged[packed.count - 6] ^= 0x55
    #expect(throws: TextFileProblem.corruptArchive) { try open(damaged) }
    #expect(throws: TextFileProblem.corruptArchive) { try open(packed + Data("rest".utf8)) }
  }

  /// Packs a file by the program of the system.
  func gzip(_ data: Data) throws -> Data {
    let path = scratch.path("plain")
    try data.write(to: URL(fileURLWithPath: path))
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [path]
    try gzip.run()
    gzip.waitUntilExit()
    return try Data(contentsOf: URL(fileURLWithPath: path + ".gz"))
  }

  @Test(arguments: [false, true])
  func `stops a file that grows without end`(isGzip: Bool) throws {
    let data =
      isGzip
      ? try gzip(Data(repeating: 0x20, count: 3_000_000))
      : try #require(Data(base64Encoded: PackedSpecimen.zstdBomb))
    #expect(try open(data).data.count == 3_000_000)
    for limit in [
      ExpansionLimit(bytes: 1_000_000, ratio: 1_000_000, freeBytes: 0),
      ExpansionLimit(bytes: 1 << 33, ratio: 100, freeBytes: 1_000_000),
    ] {
      let error = #expect(throws: TextFileProblem.self) { try open(data, limit: limit) }
      guard case .tooLargeUnpacked(let bytes)? = error else {
        Issue.record("not stopped: \(String(describing: error))")
        continue
      }
      #expect(bytes > 1_000_000 && bytes < 2_000_000)
    }
  }

  @Test func `decodes what it unpacked`() throws {
    let file = try open(gzip(Data(EncodingSpecimen.vni(EncodingSpecimen.table))))
    #expect(file.encoding == .vni)
    #expect(file.data.elementsEqual(EncodingSpecimen.table.utf8))
  }

  @Test func `a missing file and a folder are told apart`() {
    #expect(throws: TextFileProblem.missing) { try TextFile(path: scratch.path("none")) }
    #expect(throws: TextFileProblem.self) { try TextFile(path: scratch.url.path) }
  }
}
