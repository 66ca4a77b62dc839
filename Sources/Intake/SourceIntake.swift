internal import DelimitedText
internal import FoundationEssentials
package import Administration

/// A source of the project: its kind's profile and its files.
package struct Source: Sendable {
  /// A file to read.
  package struct File: Hashable, Sendable {
    /// The path to open.
    package var path: String
    /// The path that people know it by, from the folder of the project file.
    package var name: String

    package init(path: String, name: String) {
      self.path = path
      self.name = name
    }
  }

  package var profile: SourceProfile
  package var files: [File]

  package init(profile: SourceProfile, files: [File]) {
    self.profile = profile
    self.files = files
  }
}

/// Everything that the files of one kind gave.
package struct KindIntake: Sendable {
  package var kind: SourceKind
  /// How many rows there are of each kind of count.
  package var counts = CountTable()
  /// Likewise by the units that received the rows; `nil` where no file tells these from the units
  /// that resolve them.
  package var received: CountTable?
  /// The texts that name a field of administration; a key's `subject` is the place plus 1.
  package var subjects: [String] = []
  /// One for every file, in the order in which later rows win.
  package var ledgers: [FileLedger] = []
  /// The rejected rows of every ledger's file.
  package var rejected: [RejectedRows] = []
  /// For every ledger's file what stands over the column of each field.
  package var heads: [[String: String]] = []
  /// The rows counted as duplicates, in the order of reading.
  package var superseded: SupersededRows
  /// The rows that count for units that were split, in the order of reading.
  package var split: SplitRows
  /// The dossiers that are late, in the order of reading; none unless they were asked for.
  package var late: LateRows
  /// Every distinct text that no mapping knows, in the order of first sight; then printed totals
  /// and facts that do not agree.
  package var warnings: [WarnedText] = []
  /// The rows that count, one by one; `nil` unless they were asked for.
  package var rows: CountedRows?
  /// What the rows say of procedures; `nil` unless it was asked for.
  package var procedures: ProcedureUse?

  init(kind: SourceKind) {
    self.kind = kind
    superseded = SupersededRows(
      entries: [], keys: KeyInterner(), places: RowPlaces(), kind: kind)
    split = SplitRows(entries: [], keys: KeyInterner(), places: RowPlaces(), kind: kind)
    late = LateRows(
      entries: [], keys: KeyInterner(), places: RowPlaces(), kind: kind, procedures: [])
  }
}

/// Reads all files of one kind of source and keeps every row once.
package struct SourceIntake: Sendable {
  let kind: SourceKind
  let sources: [Source]
  let catalogue: UnitCatalogue
  let facts: DateFacts
  let progress: ReadingProgress
  let keepsRows: Bool
  let keepsLateRows: Bool
  let procedureMarks: ProcedureMarks?

  /// With `keepsRows` the result has the rows that count, for twice the memory; with
  /// `keepsLateRows` the late dossiers; with `procedureMarks` which procedures of which units have rows with which marks.
  package init(
    kind: SourceKind, sources: [Source], catalogue: UnitCatalogue, days: DaySpan,
    rules: CountingRules, progress: ReadingProgress, keepsRows: Bool = false,
    keepsLateRows: Bool = false, procedureMarks: ProcedureMarks? = nil
  ) {
    self.kind = kind
    self.sources = sources
    self.catalogue = catalogue
    self.progress = progress
    self.keepsRows = keepsRows
    self.keepsLateRows = keepsLateRows
    self.procedureMarks = procedureMarks
    facts = DateFacts(kind: kind, days: days, rules: rules)
  }

  /// Bytes of a chunk: many chunks for every core, each large enough for what it learns of its
  /// texts to pay.
  private static let chunkSizes = 1 << 22...1 << 23

  /// How many chunks may be read before the first of them is merged.
  private static let mostAhead = 8

  /// Reads the files and their chunks side by side and puts them together in the natural order of
  /// the files' names, so that of rows with one key the last stays.
  package func read() async throws(IntakeError) -> KindIntake {
    do throws(IntakeError) {
      let (intake, isReadRight) = try await read(guessedFrom: guessedFrom)
      if isReadRight { return intake }
    } catch  where guessedFrom == .max {
      throw error
    } catch {
      // What is wrong in a wrong encoding may be right in the right one.
    }
    return try await read(guessedFrom: .max).intake
  }

  /// Likewise, and whether no encoding of a file was guessed wrong.
  private func read(
    guessedFrom: Int
  ) async throws(IntakeError) -> (intake: KindIntake, isReadRight: Bool) {
    let files = try await open(guessedFrom: guessedFrom)
    let size = files.reduce(0) { $0 + $1.text.data.count } / 16
    let chunks = files.map { file in
      file.chunks(of: min(max(size, Self.chunkSizes.lowerBound), Self.chunkSizes.upperBound))
    }
    let order = chunks.enumerated().flatMap { file, chunks in chunks.map { (file, $0) } }
    let merged = await withTaskGroup(
      of: (Int, Result<ChunkResult, IntakeError>).self
    ) { group -> Result<(KindIntake, Bool), IntakeError> in
      var merge = OrderedMerge(intake: self, files: files, order: order)
      var started = 0
      // Chunks are begun only as fast as they are merged, so that few of them wait in memory.
      while merge.isExpecting {
        while started < order.count, started < merge.mergedCount + Self.mostAhead {
          let number = started
          let (file, chunk) = order[number]
          let reader = reader(of: files[file])
          group.addTask {
            (number, Result { () throws(IntakeError) in try reader.read(chunk) })
          }
          started += 1
        }
        guard let (number, result) = await group.next() else { break }
        do throws(IntakeError) {
          try merge.take(try result.get(), number: number)
        } catch {
          group.cancelAll()
          return .failure(error)
        }
      }
      do throws(IntakeError) {
        return .success((try await merge.result(), merge.isReadRight))
      } catch {
        return .failure(error)
      }
    }
    return try merged.get()
  }

  /// The files in natural order, each with its header found.
  private func open(guessedFrom: Int) async throws(IntakeError) -> [OpenFile] {
    let files = sources.flatMap { source in source.files.map { (source.profile, $0) } }
      .sorted { NaturalOrder.precedes($0.1.name, $1.1.name) }
    let opened = await withTaskGroup(of: (Int, Result<OpenFile, IntakeError>).self) { group in
      for (number, (profile, file)) in files.enumerated() {
        group.addTask {
          (
            number,
            Result { () throws(IntakeError) in
              try OpenFile(file, profile: profile, guessedFrom: guessedFrom)
            }
          )
        }
      }
      var opened = [Result<OpenFile, IntakeError>?](repeating: nil, count: files.count)
      for await (number, result) in group { opened[number] = result }
      return opened.compactMap { $0 }
    }
    var open: [OpenFile] = []
    for result in opened { open.append(try result.get()) }
    return open
  }

  /// The size from which on a file's encoding is guessed by its beginning, and held against all of
  /// its bytes once they are read.
  var guessedFrom = TextFile.largeBytes

  func reader(of file: OpenFile) -> ChunkIntake {
    ChunkIntake(
      file: file, catalogue: catalogue, facts: facts, progress: progress,
      keepsLateRows: keepsLateRows)
  }
}
