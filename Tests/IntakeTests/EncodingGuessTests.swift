import Administration
import DataFiles
import Foundation
import Testing
import TestSupport

@testable import Intake

/// Files whose beginning shows another encoding than all of their bytes.
@Suite struct EncodingGuessTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static let profile = """
    columns: {code: Ma, field: Linh vuc, agencyName: Don vi, receivedAt: Ngay}
    dates: [dd/MM/yyyy]
    """

  /// More than a guess is made by, without a letter beyond ASCII.
  private static let beginning: [UInt8] = {
    let rows = (0..<33_000).map { "\($0),x,Xa A,0\($0 % 9 + 1)/04/2023\n" }
    return Array("Ma,Linh vuc,Don vi,Ngay\n".utf8) + Array(rows.joined().utf8)
  }()

  private static let ends: [[UInt8]] = [
    Array("a1,Đất đai,Xa A,05/04/2023\na2,Hộ tịch,Xa A,31/04/2023\n".utf8),
    // Windows-1258, and UTF-8 that was read as Windows-1252.
    Array(
      "a1,\u{D0}\u{E2}\u{301}t \u{F0}ai,Xa A,05/04/2023\n".unicodeScalars.map {
        $0 == "\u{301}" ? 0xEC : UInt8(truncatingIfNeeded: $0.value)
      }),
    Array(String(repeating: "a1,Ä\u{90}áº¥t Ä‘ai,Xa A,05/04/2023\n", count: 40).utf8),
    // One broken row, a lost letter, a letter that the end of the file cuts, and NUL bytes.
    Array("a1,\u{FFFD},Xa A,05/04/2023\n".utf8),
    Array("a1,Đất đai,Xa A,05/04/2023\na2,x".utf8) + [0xFF] + Array(",Xa A,05/04/2023\n".utf8),
    Array("a1,Đất đai,Xa A,05/04/2023\na2,Đ".utf8).dropLast(1),
    [UInt8](repeating: 0, count: 200) + Array("\na1,x,Xa A,05/04/2023\n".utf8),
    Array("a1,\"quên,Xa A,05/04/2023\na2,x,Xa A,05/04/2023\n".utf8),
  ].map { Array($0) }

  @Test(arguments: ends.indices)
  func `a guess that is wrong changes nothing`(number: Int) async throws {
    let path = scratch.path("a.csv")
    try Data(Self.beginning + Self.ends[number]).write(to: URL(fileURLWithPath: path))
    let certain = try await intake(path, guessedFrom: .max)
    let guessed = try await intake(path, guessedFrom: 0)
    #expect(guessed.ledgers == certain.ledgers)
    #expect(guessed.rejected.map(Array.init) == certain.rejected.map(Array.init))
    #expect(guessed.warnings == certain.warnings)
    #expect(guessed.subjects == certain.subjects)
    #expect(Array(guessed.superseded) == Array(certain.superseded))
    #expect(guessed.counts.map(\.count) == certain.counts.map(\.count))
    #expect(guessed.counts.map(\.key) == certain.counts.map(\.key))
  }

  private func intake(_ path: String, guessedFrom: Int) async throws -> KindIntake {
    let profile = try SourceProfile(
      DataNode(text: Self.profile, name: "p.yaml"), kind: .dossiers)
    let day = try #require(CalendarDay(year: 2023, month: 4, day: 1))
    var intake = SourceIntake(
      kind: .dossiers,
      sources: [Source(profile: profile, files: [.init(path: path, name: "a.csv")])],
      catalogue: UnitCatalogue(
        entries: [Unit(code: "1", name: "Xã A", kind: "xã", level: .commune, parent: "")]),
      days: DaySpan(first: day, last: day.adding(90)), rules: CountingRules(),
      progress: ReadingProgress())
    intake.guessedFrom = guessedFrom
    return try await intake.read()
  }
}
