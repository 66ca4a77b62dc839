internal import Crypto
internal import Foundation
internal import Runs

/// Reads the files of a run and packs them so that messages can carry them.
struct PackMaker {
  /// A file of the run and the name to attach it by.
  struct Choice {
    var entry: RunManifest.Entry
    var name: String
  }

  let folder: String
  /// Bytes of the attachments of one message at most.
  let limit: Int
  /// Of the unit, for messages.
  let unit: String

  /// The attachments of each message that the pack takes: one, or some where it is split.
  ///
  /// - Throws: ``MailProblem/tooLarge(_:size:limit:unit:)`` where no allowed way makes it fit.
  func packs(
    of choices: [Choice], _ overLimit: ListedMessage.OverLimit, zipName: String
  ) throws(MailProblem) -> [[PackedFile]] {
    let size = choices.reduce(0) { $0 + $1.entry.size }
    guard size > limit else { return [try read(choices)] }
    switch overLimit {
    case .refuse:
      throw .tooLarge(
        choices.map(\.name).joined(separator: ", "), size: size, limit: limit, unit: unit)
    case .zip: return [[try zip(try read(choices), name: zipName)]]
    case .split:
      var packs: [[PackedFile]] = []
      for part in try split(choices) { packs.append(try read(part)) }
      return packs
    }
  }

  /// As few parts as the order of the files allows.
  private func split(_ choices: [Choice]) throws(MailProblem) -> [[Choice]] {
    var parts: [[Choice]] = []
    var room = 0
    for choice in choices {
      guard choice.entry.size <= limit else {
        throw .tooLarge(choice.name, size: choice.entry.size, limit: limit, unit: unit)
      }
      if parts.isEmpty || choice.entry.size > room {
        parts.append([])
        room = limit
      }
      parts[parts.count - 1].append(choice)
      room -= choice.entry.size
    }
    return parts
  }

  private func zip(_ files: [PackedFile], name: String) throws(MailProblem) -> PackedFile {
    let entries = files.map { (name: ASCIIName.of($0.name), content: $0.content) }
    let size = files.reduce(0) { $0 + $1.content.count }
    guard let content = ZipFile.of(entries) else {
      throw .tooLarge(name, size: size, limit: limit, unit: unit)
    }
    guard content.count <= limit else {
      throw .tooLarge(name, size: content.count, limit: limit, unit: unit)
    }
    return PackedFile(name: name, content: content, paths: files.flatMap(\.paths))
  }

  private func read(_ choices: [Choice]) throws(MailProblem) -> [PackedFile] {
    var files: [PackedFile] = []
    for choice in choices {
      let path = choice.entry.path
      guard let content = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        throw .changedOutput(path)
      }
      let file = PackedFile(name: choice.name, content: content, paths: [path])
      guard file.sha256 == choice.entry.sha256 else { throw .changedOutput(path) }
      files.append(file)
    }
    return files
  }
}
