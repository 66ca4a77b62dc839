internal import Administration

/// Writes the monthly exports of dossiers.
///
/// Each holds the dossiers received in its month and those that were open at the end of the month
/// before, as they stand on its last day: a dossier that takes longer stands in several files.
struct DossierExports {
  static let folder = "exports/mot-cua"

  let units: UnitPool
  let procedures: ProcedurePool
  let rows: Int
  let seed: UInt64

  static func fileName(_ month: Period) -> String { "\(folder)/ho-so-\(month.text).csv" }

  /// Writes all of them, and says where the planted rows stand.
  func write(to folder: String) throws(SampleError) -> [OddPlace] {
    let planted = OddRow.planted(amongRows: rows)
    let oddDossiers = planted.count { $0.row.isDossier }
    var maker = try DossierMaker(
      rows: max(0, rows - oddDossiers), units: units, procedures: procedures,
      random: SplitMix(seed: seed, stream: .dossiers))
    var oddMaker = try DossierMaker(
      rows: 0, units: units, procedures: procedures,
      random: SplitMix(seed: seed, stream: .oddDossiers))
    var open: [Dossier] = []
    var places: [OddPlace] = []
    let months = units.calendar.months
    for (index, month) in months.enumerated() {
      let days = SampleCalendar.span(of: month)
      let progress = index * 1000 / (months.count - 1)
      let dossiers = open + maker.dossiers(of: days, progress: progress)
      var odd: [(OddRow, Dossier)] = []
      for (place, planted) in planted.filter({ $0.month == index }).enumerated() {
        // Numbers that no ordinary dossier reaches.
        let dossier = oddMaker.shortDossier(
          on: days.first.adding(2 + place * 3 % 17), number: 9901 + place, progress: progress)
        odd.append((planted.row, dossier))
      }
      var dress = DossierDress.months[index % DossierDress.months.count]
      dress.hasReceiver = units.calendar.reform.map { $0 <= days.first } ?? false
      let export = MonthExport(
        frame: TableFrame(dress: dress, month: days, provinceName: units.provinceName),
        writer: DossierRowWriter(dress, units: units, procedures: procedures),
        ambiguousName: ambiguousName)
      places += try export.write(dossiers, odd: odd, name: Self.fileName(month), to: folder)
      open = dossiers.filter { $0.isOpen(after: days.last) }
    }
    return places
  }

  /// The first name of a unit that another unit has too.
  private var ambiguousName: String {
    units.members.lazy.map(\.unit.name).first(where: units.isAmbiguous) ?? "Phường 1"
  }
}

/// One monthly export.
private struct MonthExport {
  let frame: TableFrame
  let writer: DossierRowWriter
  let ambiguousName: String

  func write(
    _ dossiers: [Dossier], odd: [(OddRow, Dossier)], name: String, to folder: String
  ) throws(SampleError) -> [OddPlace] {
    let day = frame.month.last
    let oddWriter = OddRowWriter(rows: writer, ambiguousName: ambiguousName)
    var file = try ExportFile(name: name, in: folder, hasMark: frame.dress.file.hasMark)
    var places: [OddPlace] = []
    var later: [Dossier] = []
    var order = 0
    var nextOdd = 0
    try frame.writeTop(to: &file)
    for index in 0...dossiers.count {
      // The planted rows stand in even steps between the others.
      while nextOdd < odd.count, index == (nextOdd + 1) * dossiers.count / (odd.count + 1) {
        let (row, dossier) = odd[nextOdd]
        if row.isDossier { order += 1 }
        if row == .laterState { later.append(dossier) }
        let state = row == .laterState ? dossier.received : day
        let written = oddWriter.row(row, of: dossier, order: order, on: state)
        places.append(
          OddPlace(file: name, line: file.line, rejection: row.rejection, text: row.text))
        file.bytes.append(contentsOf: written.bytes)
        try file.endRow(lines: written.lines)
        nextOdd += 1
      }
      guard index < dossiers.count else { break }
      order += 1
      writer.append(dossiers[index], order: order, on: day, to: &file.bytes)
      try file.endRow()
    }
    for dossier in later {
      order += 1
      writer.append(dossier, order: order, on: day, to: &file.bytes)
      try file.endRow()
    }
    try frame.writeBottom(rows: order, to: &file)
    try file.close()
    return places
  }
}
