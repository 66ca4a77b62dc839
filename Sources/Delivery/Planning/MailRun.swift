internal import Administration
internal import Crypto
internal import Foundation
package import Runs

/// A finished run whose files are to be mailed.
package struct MailRun: Sendable {
  package let folder: String
  package let manifest: RunManifest
  package let families: UnitFamilies
  /// Number of the unit above all others.
  package let top: Int
  /// Of `manifest.json`.
  let fingerprint: String
  /// The moment of the run as headers write it.
  let date: String

  /// - Throws: ``RunFolderError`` where the folder is no finished run that lists its units.
  package init(folder: String) throws(RunFolderError) {
    self.folder = folder
    manifest = try RunManifest(folder: folder)
    let file = "\(folder)/\(RunManifest.name)"
    guard let units = manifest.units, let date = MailMoment.header(of: manifest.asOf),
      Period(manifest.period) != nil, units.allSatisfy({ Self.isCode($0.code) }),
      let content = FileManager.default.contents(atPath: file)
    else { throw .unreadableManifest(file) }
    families = UnitFamilies(units)
    guard let top = units.indices.first(where: { units[$0].parent.isEmpty }) else {
      throw .unreadableManifest(file)
    }
    self.top = top
    self.date = date
    fingerprint = SHA256.hash(data: content).hexadecimalText
  }

  /// Codes name files: letters, digits, hyphens, points within.
  private static func isCode(_ code: String) -> Bool {
    guard let first = code.first, first != "." else { return false }
    return code.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
  }

  /// The files whose paths a pattern with a unit in it means, in the order of their paths.
  func entries(_ pattern: String, of unit: Int) -> [RunManifest.Entry] {
    let subject = families.units[unit]
    let path = pattern.replacing("{level}", with: subject.level)
      .replacing("{code}", with: subject.code)
    let isOfUnit = pattern.contains("{code}")
    let pieces = path.split(separator: "*", omittingEmptySubsequences: false)
    return manifest.outputs.filter { entry in
      Self.matches(entry.path, pieces)
        // "84*.xlsx" is not to take the files of 84-SNV.
        && (!isOfUnit || pieces.count == 1 || owner(of: entry.path) == unit)
    }.sorted { $0.path < $1.path }
  }

  /// Whether a path is made of some pieces with anything but slashes between them.
  private static func matches(_ path: String, _ pieces: [Substring]) -> Bool {
    guard let first = pieces.first, let last = pieces.last, path.hasPrefix(first) else {
      return false
    }
    guard pieces.count > 1 else { return path == first }
    var rest = path.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let place = rest.firstRange(of: piece), !rest[..<place.lowerBound].contains("/") else {
        return false
      }
      rest = rest[place.upperBound...]
    }
    return rest.hasSuffix(last) && !rest.dropLast(last.count).contains("/")
  }

  /// The unit whose file it is; the files of the run as a whole are the top unit's.
  func owner(of path: String) -> Int { families.owner(ofFile: path)?.number ?? top }
}
