internal import DelimitedText
internal import FoundationEssentials

/// Hands the chunks to ``KindMerge`` in their order, whatever order they come in, and has those
/// read again whose guess of where they begin was wrong.
struct OrderedMerge {
  private let intake: SourceIntake
  private let files: [OpenFile]
  /// The file, by its place in ``files``, and the chunk of every number.
  private let order: [(file: Int, chunk: Chunk)]
  private var waiting: [Int: ChunkResult] = [:]
  /// How many chunks have been merged.
  private(set) var mergedCount = 0
  private var merge: KindMerge
  /// For every file what the bytes of its merged chunks say of its encoding.
  private var counts: [ByteCounts]
  /// The chunk merged last of the present file; `nil` at the beginning of a file.
  private var last: (file: Int, end: Int, isBelowTable: Bool)?

  init(intake: SourceIntake, files: [OpenFile], order: [(Int, Chunk)]) {
    self.intake = intake
    self.files = files
    counts = [ByteCounts](repeating: ByteCounts(), count: files.count)
    self.order = order.map { (file: $0.0, chunk: $0.1) }
    merge = KindMerge(
      kind: intake.kind, catalogue: intake.catalogue, keepsRows: intake.keepsRows,
      procedureMarks: intake.procedureMarks)
  }

  /// Whether chunks are still to come.
  var isExpecting: Bool { mergedCount < order.count }

  /// Takes the result of a chunk, and merges every one whose turn has come.
  mutating func take(_ result: ChunkResult, number: Int) throws(IntakeError) {
    waiting[number] = result
    while let result = waiting.removeValue(forKey: mergedCount) {
      try add(result, of: order[mergedCount].file)
      mergedCount += 1
    }
  }

  private mutating func add(_ result: ChunkResult, of file: Int) throws(IntakeError) {
    var result = result
    if let last, last.file == file {
      if last.end != result.chunk.start || last.isBelowTable != result.chunk.isBelowTable {
        var chunk = result.chunk
        chunk.start = last.end
        chunk.isBelowTable = last.isBelowTable
        result = try intake.reader(of: files[file]).read(chunk)
      }
    } else {
      merge.begin(files[file])
    }
    last = (file, result.end, result.isBelowTable)
    counts[file].merge(result.counts)
    try merge.add(consume result)
  }

  /// Whether every file was read in the encoding that all of its bytes show.
  var isReadRight: Bool {
    zip(files, counts).allSatisfy { file, counts in
      var counts = counts
      if file.text.isGuess {
        counts.count(0..<file.header.reader.offset, of: file.text.data.span)
      }
      return file.text.isRight(for: counts)
    }
  }

  /// What all chunks together gave.
  mutating func result() async throws(IntakeError) -> KindIntake { try await merge.result() }
}
