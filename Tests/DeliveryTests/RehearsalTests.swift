import Delivery
import Foundation
import Testing

@Suite struct RehearsalTests {
  @Test func `a rehearsal writes the messages, the plan, and what it was of`() throws {
    let specimen = try Specimen()
    let plan = try specimen.rehearse()
    let names = try FileManager.default.contentsOfDirectory(atPath: specimen.path("run/mail"))
    #expect(
      Set(names) == Set(plan.messages.map(\.file) + ["plan.csv", "rehearsal.json", "lock"]))
    #expect(try specimen.read("run/mail/plan.csv") == plan.csv)
    #expect(try specimen.rehearsed().messages == plan.messages)
  }

  @Test func `a later rehearsal leaves nothing of the one before`() throws {
    let specimen = try Specimen()
    _ = try specimen.rehearse()
    try specimen.write(
      Specimen.head + Specimen.messages.replacing("id: huyen", with: "id: khac"), to: "mail.yaml")
    _ = try specimen.rehearse()
    let names = try FileManager.default.contentsOfDirectory(atPath: specimen.path("run/mail"))
    #expect(names.filter { $0.hasSuffix(".eml") }.allSatisfy { $0.hasPrefix("khac.") })
  }

  @Test func `what a killed rehearsal left is gone after the next`() throws {
    let specimen = try Specimen()
    _ = try specimen.rehearse()
    let names = try FileManager.default.contentsOfDirectory(atPath: specimen.path("run/mail"))
    for file in ["plan.csv.part", "rehearsal.json.part"] {
      try specimen.write("half", to: "run/mail/\(file)")
    }
    let part = specimen.path("run/mail/messages.part")
    try FileManager.default.createDirectory(atPath: part, withIntermediateDirectories: false)
    try specimen.write("half", to: "run/mail/messages.part/x.eml")
    _ = try specimen.rehearse()
    let left = try FileManager.default.contentsOfDirectory(atPath: specimen.path("run/mail"))
    #expect(Set(left) == Set(names))
  }

  @Test func `without a rehearsal nothing is sent`() throws {
    let specimen = try Specimen()
    #expect(throws: MailFolderProblem.notRehearsed) { try specimen.rehearsed() }
  }

  @Test(arguments: [
    ("mail.yaml", "mail.yaml"), ("danh-ba.csv", "danh-ba.csv"),
    ("run/mail/plan.csv", "mail/plan.csv"),
    (
      "run/mail/huyen.844.canglong@travinh.gov.vn.eml", "mail/huyen.844.canglong@travinh.gov.vn.eml"
    ),
  ])
  func `what was changed after the rehearsal is not sent`(file: String, told: String) throws {
    let specimen = try Specimen()
    _ = try specimen.rehearse()
    let text = String(decoding: try specimen.read(file), as: UTF8.self)
    try specimen.write(text + "\n", to: file)
    let error = #expect(throws: MailFolderProblem.self) { try specimen.rehearsed() }
    guard case .changed(let name)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name.hasSuffix(told))
  }

  @Test func `an address that was changed after the rehearsal is not sent to`() throws {
    let specimen = try Specimen()
    _ = try specimen.rehearse()
    try specimen.write(
      Specimen.contacts.replacing("canglong@", with: "khac@"), to: "danh-ba.csv")
    #expect(throws: MailFolderProblem.self) { try specimen.rehearsed() }
  }

  @Test func `an output that was changed after the rehearsal is not sent`() throws {
    let specimen = try Specimen()
    _ = try specimen.rehearse()
    try specimen.write("khác", to: "run/huyen/844.xlsx")
    #expect(throws: MailFaults.self) { try specimen.rehearsed() }
    // Nor where the run was made anew.
    try specimen.seal()
    #expect(throws: MailFolderProblem.self) { try specimen.rehearsed() }
  }

  @Test func `two at once: the second is told of the first`() throws {
    let specimen = try Specimen()
    let first = try MailFolder(run: specimen.path("run"))
    #expect(throws: MailFolderProblem.inUse(by: Int(getpid()))) { try specimen.rehearse() }
    _ = consume first
    _ = try specimen.rehearse()
  }

  @Test func `a faulty list leaves the last rehearsal as it was`() throws {
    let specimen = try Specimen()
    let plan = try specimen.rehearse()
    try specimen.write(Specimen.contacts + "899,x,,a@travinh.gov.vn\n", to: "danh-ba.csv")
    #expect(throws: MailFaults.self) { try specimen.rehearse() }
    try specimen.write(Specimen.contacts, to: "danh-ba.csv")
    #expect(try specimen.rehearsed().messages == plan.messages)
  }
}
