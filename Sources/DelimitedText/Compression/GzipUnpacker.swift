internal import CZlib

/// The only owner of a zlib stream that unpacks gzip members.
@safe struct GzipUnpacker: ~Copyable, Unpacker {
  private let raw: UnsafeMutablePointer<z_stream>

  init() throws(TextFileProblem) {
    guard let raw = unsafe baocao_inflate_new() else {
      throw .unreadable("zlib: out of memory")
    }
    unsafe self.raw = raw
  }

  deinit { unsafe baocao_inflate_free(raw) }

  mutating func step(
    _ input: Span<UInt8>, into output: inout [UInt8]
  ) throws(TextFileProblem) -> UnpackStep {
    var used: UInt32 = 0
    var made: UInt32 = 0
    let status = unsafe input.withUnsafeBufferPointer { from in
      unsafe output.withUnsafeMutableBufferPointer { to in
        unsafe baocao_inflate(
          raw, from.baseAddress, UInt32(from.count), to.baseAddress, UInt32(to.count), &used,
          &made)
      }
    }
    // Z_BUF_ERROR only says that nothing could be done without more input.
    guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
      throw .corruptArchive
    }
    if status == Z_STREAM_END {
      // Whatever follows is another member of the same file.
      guard unsafe inflateReset(raw) == Z_OK else { throw .corruptArchive }
    }
    return UnpackStep(used: Int(used), made: Int(made), endsMember: status == Z_STREAM_END)
  }
}
