@testable import Documents
import Foundation
import Testing

@Suite struct TemplateNotesTests {
  /// Every name that a kind of value has, and those of the values within it.
  private func names(of scope: any TemplateScope.Type) -> Set<String> {
    var names: Set<String> = []
    for (name, meaning) in scope.meanings {
      names.insert(name)
      switch meaning {
      case .list(let inner, _), .group(let inner, _), .figures(let inner, _):
        names.formUnion(self.names(of: inner))
      case .text, .texts, .flag, .markup, .narrative, .written: break
      }
    }
    return names
  }

  /// The names among some that the notes of a folder do not name.
  private func unnamed(_ names: Set<String>, in folder: String) throws -> [String] {
    let notes = try #require(FileManager.default.contents(atPath: folder + "/GHI-CHU.md"))
    let text = String(decoding: notes, as: UTF8.self)
    return names.sorted().filter { !text.contains("`\($0)`") }
  }

  @Test func `the notes for those who edit templates name every name`() throws {
    let all = names(of: ReportScope.self).union(names(of: IndexScope.self))
      .union(names(of: ComparisonScope.self))
    #expect(try unnamed(all, in: Specimen.folder) == [])
    #expect(try unnamed(names(of: MailScope.self), in: Specimen.mailFolder) == [])
  }
}
