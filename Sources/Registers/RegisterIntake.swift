package import Administration
package import Intake

/// Files of one kind that are kept with one profile.
package struct RegisterSource: Sendable {
  package var profile: RegisterProfile
  package var files: [Source.File]

  package init(profile: RegisterProfile, files: [Source.File]) {
    self.profile = profile
    self.files = files
  }
}

/// Everything that the hand-kept tables of a project say.
package struct RegisterIntake: Sendable {
  /// The kinds that the project names, whether or not their files hold rows.
  package private(set) var kinds: Set<RegisterKind> = []
  package private(set) var staff: [StaffCount] = []
  package private(set) var values: [TypedValue] = []
  package private(set) var tasks: [PlanTask] = []
  package private(set) var scores: [IndexScore] = []
  package private(set) var procedures: [Procedure] = []
  /// Every distinct text that no mapping knows, by kind in the order of first sight.
  package private(set) var warnings: [RegisterKind: [WarnedText]] = [:]
  /// One for every file, by kind and then in the order of the project file.
  package private(set) var ledgers: [RegisterLedger] = []

  /// A project without such tables.
  package init() {}

  /// Reads all files.
  ///
  /// - Throws: ``RegisterFaults`` with every fault found: these tables are small and kept by the
  ///   office itself, so a wrong row is mended and not left out.
  package init(
    _ sources: [RegisterSource], units: UnitCatalogue, calendar: ReportingCalendar, days: DaySpan
  ) throws(RegisterFaults) {
    let context = RegisterContext(
      units: UnitLookup(catalogue: units), calendar: calendar, days: days)
    var faults: [RegisterFault] = []
    for kind in RegisterKind.allCases {
      let sources = sources.filter { $0.profile.kind == kind }
      guard !sources.isEmpty else { continue }
      kinds.insert(kind)
      switch kind {
      case .staff: staff = read(sources, context, &faults)
      case .indicatorValues: values = read(sources, context, &faults)
      case .planTasks: tasks = read(sources, context, &faults)
      case .indexScores: scores = read(sources, context, &faults)
      case .procedures: procedures = read(sources, context, &faults)
      }
    }
    guard faults.isEmpty else { throw RegisterFaults(faults) }
  }

  private mutating func read<Entry: RegisterEntry>(
    _ sources: [RegisterSource], _ context: RegisterContext, _ faults: inout [RegisterFault]
  ) -> [Entry] {
    var entries: [Entry] = []
    var known: [Entry.Key: Int] = [:]
    for source in sources {
      for file in source.files {
        do throws(RegisterFault) {
          var table = try RegisterTable(file, profile: source.profile)
          faults += table.faults
          for row in table.rows {
            warn(of: row, source.profile.kind)
            do throws(RegisterFault) {
              let entry = try Entry(row, context: context)
              guard let before = known[entry.key].map({ entries[$0] }) else {
                known[entry.key] = entries.count
                entries.append(entry)
                continue
              }
              guard entry.says(before) else {
                throw RegisterFault(
                  file: row.file, line: row.line,
                  problem: .repeated(file: before.place.file, line: before.place.line))
              }
              table.countDuplicate()
            } catch {
              faults.append(error)
            }
          }
          ledgers.append(table.ledger)
        } catch {
          faults.append(error)
        }
      }
    }
    return entries
  }

  /// Such a cell counts as empty (contract, 5).
  private mutating func warn(of row: RegisterRow, _ kind: RegisterKind) {
    for field in row.unknownFields {
      var known = warnings[kind] ?? []
      if let place = known.firstIndex(where: { $0.field == field && $0.text == row[field] }) {
        known[place].count += 1
      } else {
        known.append(
          WarnedText(
            warning: .unknownValue, field: field, text: row[field], count: 1, file: row.file,
            line: row.line))
      }
      warnings[kind] = known
    }
  }
}
