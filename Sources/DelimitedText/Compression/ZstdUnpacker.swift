internal import CZstd

/// The only owner of a zstd stream that unpacks frames.
@safe struct ZstdUnpacker: ~Copyable, Unpacker {
  private let raw: OpaquePointer

  init() throws(TextFileProblem) {
    guard let raw = unsafe ZSTD_createDStream() else {
      throw .unreadable("zstd: out of memory")
    }
    unsafe self.raw = raw
  }

  deinit { _ = unsafe ZSTD_freeDStream(raw) }

  mutating func step(
    _ input: Span<UInt8>, into output: inout [UInt8]
  ) throws(TextFileProblem) -> UnpackStep {
    var used = 0
    var made = 0
    let status = unsafe input.withUnsafeBufferPointer { from in
      unsafe output.withUnsafeMutableBufferPointer { to in
        var packed = unsafe ZSTD_inBuffer(src: from.baseAddress, size: from.count, pos: 0)
        var plain = unsafe ZSTD_outBuffer(dst: to.baseAddress, size: to.count, pos: 0)
        let status = unsafe ZSTD_decompressStream(raw, &plain, &packed)
        used = unsafe packed.pos
        made = unsafe plain.pos
        return status
      }
    }
    guard ZSTD_isError(status) == 0 else { throw .corruptArchive }
    // 0 says that a frame is over and all of it has been handed out.
    return UnpackStep(used: used, made: made, endsMember: status == 0)
  }
}
