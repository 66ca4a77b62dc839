package import Administration
package import DelimitedText
import Foundation

/// Writes a work folder of made-up exports.
package struct SampleFolder {
  private let province: String
  private let catalogue: UnitCatalogue
  private let procedures: SmallTable
  private let handKept: [HandKeptFile]
  private let rows: Int
  private let seed: UInt64

  /// - Parameters:
  ///   - province: the folder of the province, as `baocao.yaml` names it.
  ///   - catalogue: its units.
  ///   - procedures: the table `procedures.csv`.
  ///   - handKept: the tables that an office keeps by hand; they are copied.
  ///   - rows: number of dossiers; the iOffice lists have rows to match.
  ///   - seed: the same seed gives the same bytes.
  package init(
    province: String, catalogue: UnitCatalogue, procedures: SmallTable,
    handKept: [HandKeptFile], rows: Int, seed: UInt64
  ) {
    self.province = province
    self.catalogue = catalogue
    self.procedures = procedures
    self.handKept = handKept
    self.rows = max(rows, 0)
    self.seed = seed
  }

  /// Writes the folder, which must be empty or not be there.
  package func write(to folder: String) throws(SampleError) {
    _ = try writeAll(to: folder)
  }

  /// Writes the folder, and says where the planted rows stand.
  func writeAll(to folder: String) throws(SampleError) -> [OddPlace] {
    let units = UnitPool(catalogue)
    let procedures = try ProcedurePool(procedures, units: units)
    try makeFolders(in: folder)
    var places = try DossierExports(units: units, procedures: procedures, rows: rows, seed: seed)
      .write(to: folder)
    places += try OfficeExports(IncomingDocuments(), count: rows / 6, units: units, seed: seed)
      .write(to: folder)
    places += try OfficeExports(OutgoingDocuments(), count: rows / 6, units: units, seed: seed)
      .write(to: folder)
    places += try OfficeExports(WorkFiles(), count: rows / 10, units: units, seed: seed)
      .write(to: folder)
    places += try OfficeExports(AssignedTasks(), count: rows / 20, units: units, seed: seed)
      .write(to: folder)
    for file in handKept {
      try WholeFile.write(file.text, name: "\(HandKeptFile.folder)/\(file.name)", in: folder)
    }
    try WholeFile.write(
      ProjectFile.text(province: province, handKept: handKept), name: ProjectFile.name, in: folder)
    let note = SampleNote(
      calendar: units.calendar, rows: rows, seed: seed, places: places, handKept: handKept)
    try WholeFile.write(note.text, name: SampleNote.name, in: folder)
    return places
  }

  private func makeFolders(in folder: String) throws(SampleError) {
    let files = FileManager.default
    if let names = try? files.contentsOfDirectory(atPath: folder), !names.isEmpty {
      throw SampleError(path: folder, problem: .folderNotEmpty)
    }
    let ours = [DossierExports.folder, OfficeFiles.folder]
    for name in ours + (handKept.isEmpty ? [] : [HandKeptFile.folder]) {
      let path = "\(folder)/\(name)"
      do {
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      } catch {
        throw SampleError(path: path, problem: .cannotCreate(error.localizedDescription))
      }
    }
  }
}
