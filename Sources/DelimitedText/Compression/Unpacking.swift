/// What came of one step of unpacking.
struct UnpackStep {
  /// Packed bytes that were read.
  var used: Int
  /// Bytes that were written to the output.
  var made: Int
  /// Whether a member, or frame, of the archive ended here.
  var endsMember: Bool
}

/// Unpacks an archive of one or more members piece by piece.
protocol Unpacker: ~Copyable {
  /// Reads some of the input and writes some of the output.
  mutating func step(
    _ input: Span<UInt8>, into output: inout [UInt8]
  ) throws(TextFileProblem) -> UnpackStep
}

extension OpenFile {
  private static let gzipMark: [UInt8] = [0x1F, 0x8B, 0x08]
  private static let zstdMark: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// The unpacked file where this one is packed, else this one; told by its first bytes.
  consuming func unpacked(within limit: ExpansionLimit) throws(TextFileProblem) -> OpenFile {
    var start = [UInt8](repeating: 0, count: 4)
    let count = try bytes.read(at: 0, into: &start, 0..<4)
    if count >= 3, start.starts(with: Self.gzipMark) {
      var unpacker = try GzipUnpacker()
      return try unpacked(by: &unpacker, within: limit)
    }
    if count == 4, start == Self.zstdMark {
      var unpacker = try ZstdUnpacker()
      return try unpacked(by: &unpacker, within: limit)
    }
    return self
  }

  private func unpacked(
    by unpacker: inout some Unpacker & ~Copyable, within limit: ExpansionLimit
  ) throws(TextFileProblem) -> OpenFile {
    let result = try TemporaryFile.make()
    var input = [UInt8](repeating: 0, count: 128 << 10)
    var output = [UInt8](repeating: 0, count: 512 << 10)
    var packed = 0
    var unpacked = 0
    var isBetweenMembers = false
    var offset = 0
    while true {
      let filled = try bytes.read(at: offset, into: &input, 0..<input.count)
      guard filled > 0 else { break }
      offset += filled
      var used = 0
      var fillsOutput = false
      while used < filled || fillsOutput {
        // Some archivers fill the last block of a disk or tape with zeros.
        if isBetweenMembers, try onlyZeros(from: offset - filled + used) {
          return result
        }
        let step = try unpacker.step(input.span.extracting(used..<filled), into: &output)
        used += step.used
        packed += step.used
        unpacked += step.made
        try limit.check(unpacked: unpacked, packed: packed)
        try result.append(output.span.extracting(0..<step.made))
        isBetweenMembers = step.endsMember
        // A full output may hide more that needs no further input.
        fillsOutput = step.made == output.count && !step.endsMember
        guard step.used > 0 || step.made > 0 || used == filled else { throw .corruptArchive }
      }
    }
    guard isBetweenMembers else { throw .corruptArchive }
    return result
  }

  /// Whether the file holds nothing but zeros from a place to its end, one at least.
  private func onlyZeros(from start: Int) throws(TextFileProblem) -> Bool {
    var block = [UInt8](repeating: 0, count: 4096)
    var offset = start
    while true {
      let count = try bytes.read(at: offset, into: &block, 0..<block.count)
      guard block[..<count].allSatisfy({ $0 == 0 }) else { return false }
      guard count > 0 else { return offset > start }
      offset += count
    }
  }
}
