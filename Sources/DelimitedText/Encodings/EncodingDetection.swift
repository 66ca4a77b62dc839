/// UTF-8, as the beginning of a file says, to be held against what all of its bytes say.
struct EncodingGuess: Hashable, Sendable {
  /// Whether the profile says UTF-8, so that only its soundness is open.
  var isNamed: Bool
  var isMarked: Bool

  /// Whether a file with these bytes is taken for UTF-8.
  func holds(for counts: ByteCounts) -> Bool {
    isNamed || !counts.isMojibake && (isMarked || counts.utf16 == nil && counts.isUTF8)
  }
}

extension OpenFile {
  /// Bytes at the beginning of a large file that a guess is made by.
  private static let guessBytes = 1 << 20

  /// Guesses that a file of at least so many bytes is UTF-8 where its beginning is; `nil` where
  /// all of it has to be looked at.
  func guessEncoding(
    _ choice: TextEncodingChoice, leastBytes: Int
  ) throws(TextFileProblem) -> EncodingGuess? {
    guard choice == .auto || choice == .utf8, try bytes.count() >= leastBytes else { return nil }
    var start = [UInt8](repeating: 0, count: 3)
    let isMarked = try bytes.read(at: 0, into: &start, 0..<3) == 3 && start == [0xEF, 0xBB, 0xBF]
    let counts = try bytes.counts(upTo: Self.guessBytes)
    let isClean = counts.isSoundUTF8 && counts.doubled + counts.nulsAtEven + counts.nulsAtOdd == 0
    return isClean ? EncodingGuess(isNamed: choice == .utf8, isMarked: isMarked) : nil
  }

  /// The share of letters that may not fit an encoding that is taken nevertheless.
  private static let mostMisfits = 0.45

  /// Tells the encoding by the whole file, as far as the profile leaves it open.
  func detectEncoding(_ choice: TextEncodingChoice) throws(TextFileProblem) -> FoundEncoding {
    var start = [UInt8](repeating: 0, count: 3)
    let count = try bytes.read(at: 0, into: &start, 0..<3)
    // No text starts so that is not marked: the mark is right and the profile is not.
    switch (start[0], start[1]) {
    case (0xFF, 0xFE) where count >= 2:
      return FoundEncoding(encoding: .utf16LittleEndianWithMark, markLength: 2)
    case (0xFE, 0xFF) where count >= 2:
      return FoundEncoding(encoding: .utf16BigEndianWithMark, markLength: 2)
    default:
      break
    }
    let isMarked = count == 3 && start == [0xEF, 0xBB, 0xBF]
    switch choice {
    case .windows1258 where !isMarked: return FoundEncoding(encoding: .windows1258)
    case .tcvn3 where !isMarked: return FoundEncoding(encoding: .tcvn3)
    case .vni where !isMarked: return FoundEncoding(encoding: .vni)
    default: break
    }
    let counts = try bytes.counts()
    let utf8 = FoundEncoding(
      encoding: isMarked ? .utf8WithMark : .utf8, isSoundUTF8: counts.isSoundUTF8)
    let mojibake = FoundEncoding(encoding: .utf8Mojibake, markLength: isMarked ? 3 : 0)
    switch choice {
    case .utf16 where !isMarked:
      return FoundEncoding(encoding: counts.utf16 ?? .utf16LittleEndian)
    case .windows1252:
      return isMarked || counts.isUTF8 ? mojibake : FoundEncoding(encoding: .windows1252)
    case .auto where counts.isMojibake:
      return mojibake
    case .auto where !isMarked:
      if let encoding = counts.utf16 { return FoundEncoding(encoding: encoding) }
      return counts.isUTF8 ? utf8 : try bestLegacyEncoding() ?? utf8
    default:
      return utf8
    }
  }

  /// The encoding of one byte a letter that fits the whole file best; `nil` where none does.
  private func bestLegacyEncoding() throws(TextFileProblem) -> FoundEncoding? {
    let digrams = try bytes.digrams()
    let candidates: [(TextEncoding, PairEncoding)] = [
      (.windows1258, .windows1258), (.tcvn3, .tcvn3), (.vni, .vni),
    ]
    let scored = candidates.map { ($0.0, digrams.misfit(in: $0.1)) }
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= Self.mostMisfits else {
      return nil
    }
    return FoundEncoding(encoding: best.0)
  }
}

extension ByteCounts {
  /// The byte order of UTF-16 without a mark, `nil` for other files.
  ///
  /// Delimiters, digits and line ends have a NUL at one side, always the same, and they are a
  /// good part of any table.
  fileprivate var utf16: TextEncoding? {
    let most = max(nulsAtEven, nulsAtOdd)
    // A tenth of the letters, and hardly any NUL at the other side.
    guard most > 0, most * 20 >= total, min(nulsAtEven, nulsAtOdd) * 50 <= most else { return nil }
    return nulsAtOdd > nulsAtEven ? .utf16LittleEndian : .utf16BigEndian
  }

  /// Whether the file is UTF-8, with perhaps a few broken rows.
  ///
  /// In the encodings of one byte a letter nearly every lead is a fault; three leads to two faults
  /// leave room for a small file with one broken row.
  fileprivate var isUTF8: Bool { leads * 2 >= faults * 3 }

  /// Whether UTF-8 was taken for Windows-1252.
  ///
  /// A Vietnamese letter then became two or three letters, so that at least a third of the leads belong to doubled ones; in other texts
  /// hardly any do. Half of that leaves room for rows that were right.
  fileprivate var isMojibake: Bool { isUTF8 && doubled > 0 && doubled * 6 >= leads }
}
