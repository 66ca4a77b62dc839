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

  @Test func `the notes for those who edit templates name every name`() throws {
    let path = Specimen.folder + "/GHI-CHU.md"
    let notes = String(
      decoding: try #require(FileManager.default.contents(atPath: path)), as: UTF8.self)
    let all = names(of: ReportScope.self).union(names(of: IndexScope.self))
      .union(names(of: ComparisonScope.self))
    #expect(all.sorted().filter { !notes.contains("`\($0)`") } == [])
  }
}
