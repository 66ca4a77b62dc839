import Foundation
import Testing
import TestSupport

@Suite struct SameBytesTests {
  @Test func `the same inputs give the same bytes in any locale, zone or thread`() throws {
    let sample = try SampleCopy()
    let locale = try VietnameseLocale()
    let environments: [[String: String]] = [
      [:],
      ["LC_ALL": "vi_VN.UTF-8", "LANG": "vi_VN.UTF-8", "LOCPATH": locale.folder],
      ["TZ": "America/New_York"],
      ["LIBDISPATCH_COOPERATIVE_POOL_STRICT": "1"],
    ]
    var trees: [[String: Data]] = []
    for (number, environment) in environments.enumerated() {
      let run = try sample.run("2023-Q2", out: "out\(number)", environment: environment)
      #expect(run.status == 0, "\(run.messages)")
      trees.append(try files(of: sample.path("out\(number)")))
    }
    let first = try #require(trees.first)
    #expect(first.count > 400)
    for tree in trees.dropFirst() {
      #expect(tree.keys.sorted() == first.keys.sorted())
      #expect(first.filter { tree[$0.key] != $0.value }.keys.sorted() == [])
    }
  }

  @Test(arguments: [
    ("tra-vinh-2023", "tra-vinh", "2023"), ("vinh-long-2026", "vinh-long-2025", "2026"),
  ])
  func `the samples are what the generator makes of their seeds`(
    name: String, province: String, seed: String
  ) throws {
    let scratch = try ScratchFolder()
    let sample = try BuiltProgram.run([
      "sample", "--province", province, "--rows", "6000", "--seed", seed, "--out",
      scratch.path("sample"),
    ])
    #expect(sample.status == 0, "\(sample.messages)")
    var committed = try files(of: BuiltProgram.repository + "/SampleData/\(name)")
    for name in committed.keys where name.hasPrefix("history.sqlite") { committed[name] = nil }
    let made = try files(of: scratch.path("sample"))
    #expect(made.keys.sorted() == committed.keys.sorted())
    #expect(made.filter { committed[$0.key] != $0.value }.keys.sorted() == [])
  }

  private func files(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = try #require(FileManager.default.enumerator(atPath: folder))
    for case let name as String in names {
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { continue }
      files[name] = data
    }
    return files
  }
}
