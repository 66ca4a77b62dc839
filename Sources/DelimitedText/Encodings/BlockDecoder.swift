/// Turns the bytes of an encoding into UTF-8, block by block.
protocol BlockDecoder {
  /// Decodes what the input holds in full.
  ///
  /// - Parameters:
  ///   - input: Bytes of the file; a dozen at most may be left for the next call.
  ///   - isLast: Whether nothing follows, so that nothing may be left.
  ///   - output: Where the UTF-8 goes.
  /// - Returns: The number of bytes that were read.
  func decode(_ input: Span<UInt8>, isLast: Bool, into output: inout OutputBlock) -> Int
}

extension OpenFile {
  /// Bytes of a file that are decoded in one go: few enough for the cache.
  private static let blockBytes = 128 << 10

  /// The file as UTF-8 in a temporary file; `nil` where its own bytes are to be used.
  func transcoded(
    from found: FoundEncoding
  ) throws(TextFileProblem) -> TranscodedFile? {
    switch found.encoding {
    case .utf8, .utf8WithMark:
      nil
    case .utf16LittleEndian, .utf16LittleEndianWithMark:
      try transcoded(by: UTF16Decoder(isBigEndian: false), from: found.markLength)
    case .utf16BigEndian, .utf16BigEndianWithMark:
      try transcoded(by: UTF16Decoder(isBigEndian: true), from: found.markLength)
    case .windows1258: try transcoded(by: PairEncoding.windows1258, from: 0)
    case .windows1252: try transcoded(by: PairEncoding.windows1252, from: 0)
    case .tcvn3: try transcoded(by: PairEncoding.tcvn3, from: 0)
    case .vni: try transcoded(by: PairEncoding.vni, from: 0)
    case .utf8Mojibake: try transcoded(by: MojibakeDecoder(), from: found.markLength)
    }
  }

  private func transcoded(
    by decoder: some BlockDecoder, from start: Int
  ) throws(TextFileProblem) -> TranscodedFile {
    let result = try TemporaryFile.make()
    var input = [UInt8](repeating: 0, count: Self.blockBytes)
    var output = OutputBlock(forInput: Self.blockBytes)
    var offset = start
    var kept = 0
    while true {
      let count = try bytes.read(at: offset, into: &input, kept..<input.count)
      offset += count
      let filled = kept + count
      let isLast = filled < input.count
      output.removeAll()
      let used = decoder.decode(
        input.span.extracting(0..<filled), isLast: isLast, into: &output)
      try output.withSpan { span throws(TextFileProblem) in try result.append(span) }
      guard !isLast else { break }
      kept = filled - used
      for index in 0..<kept { input[index] = input[used + index] }
    }
    return TranscodedFile(file: result, isSound: output.brokenCount == 0)
  }
}

/// A file that was decoded, and whether every place of it could be.
struct TranscodedFile: ~Copyable {
  let file: OpenFile
  let isSound: Bool
}
