import Delivery
import Foundation
import Runs
import Testing

@Suite struct PlanTests {
  @Test func `everybody gets the pack of his unit, and the office above a copy`() throws {
    let (plan, contents) = try Specimen().planned()
    #expect(
      plan.messages.map(\.id) == [
        "huyen.842.tptv@travinh.gov.vn", "huyen.842.tonghop@travinh.gov.vn",
        "huyen.844.canglong@travinh.gov.vn", "huyen.844.tonghop@travinh.gov.vn",
      ])
    #expect(plan.messages.map(\.field) == ["to", "cc", "to", "cc"])
    #expect(plan.messages.allSatisfy { contents[$0.file]?.count == $0.size })
    #expect(plan.messages[2].attachments.map(\.name) == ["Báo cáo Huyện Càng Long.xlsx"])
  }

  @Test func `the same run and list give the same bytes`() throws {
    let specimen = try Specimen()
    let first = try specimen.planned()
    let second = try specimen.planned()
    #expect(first.contents == second.contents)
    #expect(first.plan.csv == second.plan.csv)
  }

  @Test func `no two messages have one Message-ID, and no words change it`() throws {
    let first = try Specimen().planned().plan
    #expect(Set(first.messages.map(\.messageID)).count == first.messages.count)
    let other = try Specimen(
      messages: Specimen.messages.replacing("Báo cáo của", with: "Gửi báo cáo của")
    ).planned().plan
    #expect(other.messages.map(\.messageID) == first.messages.map(\.messageID))
    #expect(other.messages.map(\.sha256) != first.messages.map(\.sha256))
  }

  @Test func `a message has the headers that mail programs ask for`() throws {
    let (plan, contents) = try Specimen().planned()
    let text = String(decoding: contents[plan.messages[2].file] ?? Data(), as: UTF8.self)
    #expect(text.contains("Date: Wed, 05 Jul 2023 08:30:00 +0700\r\n"))
    #expect(text.contains("Message-Id: <\(plan.messages[2].messageID)>\r\n"))
    #expect(text.contains("<canglong@travinh.gov.vn>"))
    #expect(text.contains("Cc: tonghop@travinh.gov.vn\r\n"))
    #expect(text.contains("name=\"Bao cao Huyen Cang Long.xlsx\""))
    #expect(text.contains("filename*"))
    #expect(!text.replacing("\r\n", with: "").contains { $0 == "\n" || $0 == "\r" })
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(text.split(separator: "\r\n").allSatisfy { $0.utf8.count <= 998 })
  }

  @Test func `those of bcc are named nowhere`() throws {
    let messages = """
      messages:
        - {id: a, to: [lãnh đạo], bcc: [tonghop@travinh.gov.vn], subject: S, attachments: [tinh/84.xlsx]}
        - {id: b, bcc: [tonghop@travinh.gov.vn], subject: S, attachments: [tinh/84.xlsx]}

      """
    let (plan, contents) = try Specimen(messages: messages).planned()
    #expect(plan.messages.map(\.field) == ["to", "bcc", "bcc"])
    for content in contents.values {
      let text = String(decoding: content, as: UTF8.self)
      #expect(!text.contains("tonghop@") && !text.lowercased().contains("bcc"))
    }
    let last = String(decoding: contents[plan.messages[2].file] ?? Data(), as: UTF8.self)
    #expect(last.contains("To: undisclosed-recipients:;\r\n"))
  }

  @Test func `whoever stands in two fields gets one message`() throws {
    let messages = """
      messages:
        - id: a
          to: [lãnh đạo, chutich@travinh.gov.vn]
          cc: [CHUTICH@travinh.gov.vn]
          subject: S
          attachments: [tinh/84.xlsx]

      """
    #expect(try Specimen(messages: messages).planned().plan.messages.count == 1)
  }

  @Test func `units without anybody or without report are told, and the others served`() throws {
    let contacts = Specimen.contacts.split(separator: "\n").filter { !$0.hasPrefix("844") }
    let plan = try Specimen(contacts: contacts.joined(separator: "\n")).planned().plan
    #expect(plan.withoutRecipient.map(\.unit) == ["844"])
    #expect(Set(plan.messages.map(\.unit)) == ["842"])
    let xa = Specimen.messages.replacing("for-each: huyen", with: "for-each: xa")
    var units = Specimen.units
    units.append(ReportedUnit(code: "29242", name: "Phường 2", level: "xa", parent: "842"))
    #expect(
      try Specimen(units: units, messages: xa).planned().plan.withoutReport.map(\.unit) == ["29242"]
    )
  }

  // MARK: - What is refused

  @Test(arguments: [
    ("84,lãnh đạo,,abc", MailProblem.notAnAddress("abc")),
    ("84,lãnh đạo,,a@gmail.com", .foreignDomain("a@gmail.com", allowed: ["travinh.gov.vn"])),
    ("8444,lãnh đạo,,a@travinh.gov.vn", .unknownUnit("8444", nearest: "844")),
  ])
  func `a faulty row of the contacts sends nothing`(row: String, problem: MailProblem) throws {
    let specimen = try Specimen(contacts: Specimen.contacts + row + "\n")
    let error = #expect(throws: MailFaults.self) { try specimen.planned() }
    #expect(error?.faults.map(\.problem) == [problem])
    #expect(error?.faults.map(\.line) == [7])
  }

  @Test func `nobody in the contacts is a fault`() throws {
    let problems = try Specimen(contacts: "unit,role,name,address\n").problems()
    #expect(problems == [.nobodyToSendTo])
    #expect(try Specimen(messages: "messages: []\n").problems() == [.nobodyToSendTo])
  }

  @Test(arguments: [
    // A district's contact for the province's pack, and for another district's.
    ("tptv@travinh.gov.vn", "tinh/84.xlsx", "Tỉnh Trà Vinh"),
    ("tptv@travinh.gov.vn", "huyen/844.xlsx", "Huyện Càng Long"),
    // The whole run is the province's.
    ("tptv@travinh.gov.vn", "figures.csv", "Tỉnh Trà Vinh"),
    ("phuong1@travinh.gov.vn", "huyen/842.xlsx", "Thành phố Trà Vinh"),
    ("ai-do@travinh.gov.vn", "huyen/842.xlsx", "Thành phố Trà Vinh"),
  ])
  func `a pack goes to nobody who is neither of the unit nor above`(
    address: String, file: String, unit: String
  ) throws {
    let messages = "messages:\n  - {id: a, to: [\(address)], subject: S, attachments: [\(file)]}\n"
    #expect(
      try Specimen(messages: messages).problems() == [.notTied(address, unit: unit, file: file)])
  }

  @Test(arguments: [
    ("tptv@travinh.gov.vn", "xa/29239.xlsx"), ("chutich@travinh.gov.vn", "xa/29239.xlsx"),
    ("chutich@travinh.gov.vn", "figures.csv"),
  ])
  func `a pack goes to those above`(address: String, file: String) throws {
    let messages = "messages:\n  - {id: a, to: [\(address)], subject: S, attachments: [\(file)]}\n"
    #expect(try Specimen(messages: messages).problems() == [])
  }

  @Test(arguments: [
    ("to: [lanh dao tinh]", MailProblem.unknownRole("lanh dao tinh", nearest: "lanh dao")),
    ("to: [\"a@\"]", .notAnAddress("a@")),
    ("to: [a@gmail.com]", .foreignDomain("a@gmail.com", allowed: ["travinh.gov.vn"])),
    ("unit: \"900\", to: [lãnh đạo]", .unknownUnit("900", nearest: nil)),
    ("subject: S", .nobodyToSendTo),
  ])
  func `a faulty message sends nothing`(text: String, problem: MailProblem) throws {
    let subject = text.hasPrefix("subject") ? "" : ", subject: S"
    let specimen = try Specimen(
      messages: "messages:\n  - {id: a, \(text)\(subject), attachments: [tinh/84.xlsx]}\n")
    let problems = try specimen.problems()
    #expect(problems.contains(problem))
  }

  @Test func `a file that the run does not have is a fault`() throws {
    let messages =
      "messages:\n  - {id: a, to: [lãnh đạo], subject: S, attachments: [tinh/84.pdf]}\n"
    #expect(
      try Specimen(messages: messages).problems() == [
        .noSuchFile("tinh/84.pdf", unit: "Tỉnh Trà Vinh")
      ])
  }

  @Test func `a star does not reach the files of a department`() throws {
    let messages =
      "messages:\n  - {id: a, to: [lãnh đạo], subject: S, attachments: [\"tinh/{code}*.xlsx\"]}\n"
    let plan = try Specimen(messages: messages).planned().plan
    #expect(plan.messages[0].attachments.map(\.name) == ["84.xlsx"])
  }

  @Test func `an output that was changed after the run is not sent`() throws {
    let specimen = try Specimen()
    try specimen.write("khác", to: "run/huyen/844.xlsx")
    #expect(try specimen.problems() == [.changedOutput("huyen/844.xlsx")])
  }

  // MARK: - Injection

  @Test(arguments: ["../84", "84/1", "8\r\n4", ".84", ""])
  func `a run whose codes cannot name files is none`(code: String) throws {
    var units = Specimen.units
    units[3].code = code
    #expect(throws: RunFolderError.self) { try Specimen(units: units).run }
  }

  @Test func `nothing that data say adds a header, a recipient or a line`() throws {
    let evil = "Phường\r\nBcc: x@evil.vn\r\n\r\n<script>\u{0}\u{202E}"
    var units = Specimen.units
    units[3].name = evil
    let contacts = Specimen.contacts.replacing(
      "\"Lê, Văn Cường\"", with: "\"Lê\r\nBcc: y@evil.vn\"")
    let (plan, contents) = try Specimen(units: units, contacts: contacts).planned()
    #expect(plan.messages.count == 4)
    for content in contents.values {
      let text = String(decoding: content, as: UTF8.self)
      let head = text.split(separator: "\r\n\r\n")[0]
      let names = head.split(separator: "\r\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("\t") }
        .map { $0.prefix { $0 != ":" }.lowercased() }
      #expect(
        names.allSatisfy {
          [
            "mime-version", "date", "from", "to", "cc", "subject", "message-id", "auto-submitted",
            "content-type",
          ].contains($0)
        })
      #expect(Set(names).count == names.count)
      #expect(!text.contains("\0"))
    }
  }
}
