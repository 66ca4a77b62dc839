import Administration
import DataFiles
import DelimitedText
import Foundation

@testable import Intake

/// What the bytes of an input are read with.
struct Reading {
  let profile: SourceProfile
  /// Bytes of a chunk in the reading that is cut.
  let chunkSize: Int
  /// Bytes that the row reader searches at a time in the reading that is cut.
  let blockSize: Int

  /// The folder of the repository, found from this file as the tests do.
  private static let templates = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Templates").path

  static let catalogue: UnitCatalogue = {
    do {
      return try UnitCatalogue(
        path: templates + "/provinces/tra-vinh/units.csv", name: "units.csv")
    } catch {
      fatalError("units.csv: \(error)")
    }
  }()

  private static let files: [(kind: SourceKind, name: String)] = [
    (.dossiers, "igate"), (.incomingDocuments, "ioffice-incoming"),
    (.outgoingDocuments, "ioffice-outgoing"), (.workFiles, "ioffice-work-files"),
    (.tasks, "ioffice-tasks"),
  ]

  /// For every kind the profile with each encoding, first as it is, then with the order of day
  /// and month left to the columns.
  private static let profiles: [[SourceProfile]] = files.map { kind, name in
    do {
      let text = try String(contentsOfFile: "\(templates)/sources/\(name).yaml", encoding: .utf8)
      let dates = text.firstRange(of: #/dates: .*/#)
      return try [false, true].flatMap { asksColumns in
        try TextEncodingChoice.allCases.map { encoding in
          var changed = text
          if let dates, asksColumns { changed.replaceSubrange(dates, with: "dates: auto") }
          changed = changed.replacing("encoding: auto", with: "encoding: \(encoding.rawValue)")
          return try SourceProfile(DataNode(text: changed, name: "\(name).yaml"), kind: kind)
        }
      }
    } catch {
      fatalError("\(name).yaml: \(error)")
    }
  }

  /// Chosen by the last byte and the length of the input: a file that ends as texts do is one of
  /// dossiers, in an encoding to be found out.
  init(of bytes: Span<UInt8>) {
    let choice = bytes.isEmpty ? 0 : Int(bytes[bytes.count - 1])
    let profiles = Self.profiles[choice < 0x80 ? 0 : choice % Self.files.count]
    profile = profiles[choice < 0x80 ? 0 : choice / Self.files.count % profiles.count]
    chunkSize = max(1, bytes.count / [2, 3, 5, 9, 17][bytes.count % 5] + choice % 7)
    blockSize = [1, 2, 7, 64, 300][bytes.count / 5 % 5]
  }
}
