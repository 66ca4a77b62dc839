@testable import Documents
import Foundation
import Testing

@Suite struct TemplateNotesTests {
  /// Every name that a kind of value has, and those of the values within it.
  private func names(of scope: any TemplateScope.Type) -> Set<String> {
    var names: Set<String> = []
    for (name, kind) in scope.kinds {
      names.insert(name)
      switch kind {
      case .list(let inner), .group(let inner): names.formUnion(self.names(of: inner))
      case .figures: names.formUnion(self.names(of: FigureScope.self))
      case .text, .texts, .flag, .markup, .narrative: break
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
