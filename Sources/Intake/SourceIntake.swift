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
  /// How many rows there are of each kind of count, in a fixed order.
  package var counts: [(key: CountKey, count: Int)] = []
  /// The texts that name a field of administration; a key's `subject` is the place plus 1.
  package var subjects: [String] = []
  /// One for every file, in the order in which later rows win.
  package var ledgers: [FileLedger] = []
  /// The rejected rows of every ledger's file.
  package var rejected: [[RejectedRow]] = []
  /// Every distinct text that no mapping knows, in the order of first sight.
  package var warnings: [WarnedText] = []
}

/// Reads all files of one kind of source and keeps every row once.
package struct SourceIntake: Sendable {
  let kind: SourceKind
  let sources: [Source]
  let catalogue: UnitCatalogue
  let facts: DateFacts
  let progress: ReadingProgress

  package init(
    kind: SourceKind, sources: [Source], catalogue: UnitCatalogue, days: DaySpan,
    rules: CountingRules, progress: ReadingProgress
  ) {
    self.kind = kind
    self.sources = sources
    self.catalogue = catalogue
    self.progress = progress
    facts = DateFacts(kind: kind, days: days, rules: rules)
  }

  /// Reads the files side by side and puts them together in the natural order of their names, so
  /// that of rows with one key the last stays.
  package func read() async throws(IntakeError) -> KindIntake {
    let files = sources.flatMap { source in source.files.map { (source.profile, $0) } }
      .sorted { NaturalOrder.precedes($0.1.name, $1.1.name) }
    let results = await withTaskGroup(of: (Int, Result<FileResult, IntakeError>).self) { group in
      for (number, (profile, file)) in files.enumerated() {
        let reader = FileIntake(
          path: file.path, name: file.name, profile: profile, catalogue: catalogue, facts: facts,
          progress: progress)
        group.addTask {
          (number, Result { () throws(IntakeError) in try reader.read() })
        }
      }
      var results = [Result<FileResult, IntakeError>?](repeating: nil, count: files.count)
      for await (number, result) in group { results[number] = result }
      return results.compactMap { $0 }
    }
    var merge = KindMerge(kind: kind)
    for result in results { try merge.add(try result.get()) }
    return merge.result()
  }
}
