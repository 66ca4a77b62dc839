import Delivery
import Foundation
import TestSupport
import Testing

@Suite struct PackTests {
  /// Two files of 8,400 and 11,200 bytes.
  private static func specimen(_ overLimit: String, limit: String = "10 KB") throws -> Specimen {
    try Specimen(
      head: Specimen.head + "limits: {attachments: \(limit)}\n",
      messages: """
        messages:
          - id: a
            unit: "844"
            to: [lãnh đạo]
            subject: S
            attachments: ["huyen/844*"]
            over-limit: \(overLimit)

        """)
  }

  @Test func `a pack over the limit is refused with its size`() throws {
    #expect(
      try Self.specimen("refuse").problems() == [
        .tooLarge("844.html, 844.xlsx", size: 19_600, limit: 10_000, unit: "Huyện Càng Long")
      ])
  }

  @Test func `it is split where the list says so, each part with a Message-ID of its own`() throws {
    #expect(try Self.specimen("split").problems() != [])
    let plan = try Self.specimen("split", limit: "12 KB").planned().plan
    #expect(
      plan.messages.map(\.id) == [
        "a.844.canglong@travinh.gov.vn", "a.844.canglong@travinh.gov.vn.2",
      ])
    #expect(plan.messages.map(\.subject) == ["S (1/2)", "S (2/2)"])
    #expect(plan.messages.flatMap(\.attachments).map(\.name) == ["844.html", "844.xlsx"])
    #expect(Set(plan.messages.map(\.messageID)).count == 2)
  }

  @Test func `it is zipped where the list says so, and the zip opens`() throws {
    let specimen = try Self.specimen("zip")
    let (plan, contents) = try specimen.planned()
    #expect(plan.messages[0].attachments.map(\.name) == ["844-2023-Q2.zip"])
    let text = String(decoding: contents[plan.messages[0].file] ?? Data(), as: UTF8.self)
    let part = try #require(text.components(separatedBy: "application/zip").last)
    let body = try #require(part.components(separatedBy: "\r\n\r\n").dropFirst().first)
    let base64 = body.components(separatedBy: "--=_")[0]
    let zip = try #require(Data(base64Encoded: base64, options: .ignoreUnknownCharacters))
    let path = specimen.path("pack.zip")
    try zip.write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-q", path, "-d", specimen.path("out")]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for name in ["844.html", "844.xlsx"] {
      #expect(try specimen.read("out/\(name)") == specimen.read("run/huyen/\(name)"))
    }
  }

  @Test func `a zip that is still too large is refused`() throws {
    let specimen = try Self.specimen("zip", limit: "1 KB")
    var random = SeededGenerator(seed: 1)
    let letters = (0..<5000).map { _ in UInt8.random(in: 33...126, using: &random) }
    try specimen.write(String(decoding: letters, as: UTF8.self), to: "run/huyen/844.html")
    try specimen.seal()
    let problem = try #require(try specimen.problems().first)
    guard case .tooLarge("844-2023-Q2.zip", let size, limit: 1000, unit: _) = problem else {
      Issue.record("\(problem)")
      return
    }
    #expect(size > 1000)
  }
}
