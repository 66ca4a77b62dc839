import Foundation
import TestSupport
import Testing

@testable import Samples

@Suite struct SampleBytesTests {
  @Test func `the same seed gives the same bytes`() throws {
    let first = try SampleFixture(rows: 600, seed: 7)
    let second = try SampleFixture(rows: 600, seed: 7)
    let names = try first.files()
    #expect(names.count == 35)
    #expect(try second.files() == names)
    for name in names {
      #expect(try first.bytes(name) == second.bytes(name), "\(name)")
    }
  }

  @Test func `another seed gives other bytes in every export`() throws {
    let first = try SampleFixture(rows: 600, seed: 7)
    let second = try SampleFixture(rows: 600, seed: 8)
    for name in try first.files() where name.hasPrefix("exports/") {
      #expect(try first.bytes(name) != second.bytes(name), "\(name)")
    }
  }

  @Test func `a folder that holds something is left alone`() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("notes.txt")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    let sample = try SampleFixture.sample(SampleFixture.catalogue(), rows: 10, seed: 1)
    let folder = scratch.url.path
    #expect(throws: SampleError(path: folder, problem: .folderNotEmpty)) {
      try sample.write(to: folder)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
  }

  @Test(arguments: [0, 1, 40, 199])
  func `a sample of few dossiers is written too`(rows: Int) throws {
    let fixture = try SampleFixture(rows: rows, seed: 3)
    #expect(try fixture.files().count == 35)
    #expect(fixture.places.isEmpty)
    let rowsWritten = try fixture.dossierTables().flatMap(\.lines).map { $0["Mã hồ sơ"] }
    #expect(Set(rowsWritten).count == rows)
  }

  @Test func `the generator gives the numbers of SplitMix64`() {
    var random = SplitMix(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in random.next() } == expected)
  }
}
