import Intake
import Testing

/// Small exports, each awkward in the way that its name says, and what must come out of them.
@Suite struct CorpusTests {
  @Test func `something is expected of every export, and every expectation has its export`() throws
  {
    let names = try CorpusCase.names()
    #expect(names.exports == names.expected)
    #expect(names.exports.count >= 35)
  }

  @Test(arguments: try CorpusCase.names().exports)
  func `comes out as is written beside it`(name: String) async throws {
    let corpusCase = try CorpusCase(name)
    let report = CorpusReport(catalogue: try CorpusCase.catalogue())
    let text: String
    do {
      text = report.text(of: try await corpusCase.read())
    } catch let error as IntakeError {
      text = report.text(of: error)
    }
    // Bytes, because letters that look the same may not be.
    let isExpected = text.utf8.elementsEqual(corpusCase.expected.utf8)
    #expect(isExpected, "\(name) gives\n\(text)instead of\n\(corpusCase.expected)")
  }
}
