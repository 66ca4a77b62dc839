import DataFiles
import Foundation
import Testing

@testable import Delivery

@Suite struct MailListTests {
  private static func list(_ head: String) throws -> MailList {
    try Specimen(head: head).list
  }

  private static func problem(_ head: String) throws -> MailProblem? {
    do {
      _ = try list(head)
      return nil
    } catch let error as MailFaults {
      return error.faults.first?.problem
    }
  }

  /// The head of a list with another server.
  private static func head(server: String) -> String {
    Specimen.head.replacing("{host: localhost, port: 2525, security: none}", with: server)
  }

  @Test func `STARTTLS is asked for where the list says nothing`() throws {
    let server = try Self.list(Self.head(server: "{host: mail.travinh.gov.vn}")).server
    #expect(server.security == .starttls)
    #expect(server.port == 587)
    #expect(server.timeout == 300)
  }

  @Test(arguments: [
    ("{host: mail.travinh.gov.vn, security: none}", MailProblem.unprotected),
    ("{host: localhost, security: none, user: a, password: {env: A}}", .unprotected),
    ("{host: \"smtp://u:p@x.vn\"}", .notAHost),
    ("{host: mail.x.vn, user: a}", .halfAnAccount),
    ("{host: mail.x.vn, password: {env: A}}", .halfAnAccount),
    ("{host: mail.x.vn, user: a, password: bi-mat}", .passwordItself),
    ("{host: mail.x.vn, user: a, password: {bi-mat: x}}", .passwordItself),
    ("{host: mail.x.vn, user: a, password: {env: A, file: b}}", .passwordItself),
    ("{host: mail.x.vn, port: 0}", .data(.expected(.wholeNumber))),
  ])
  func `a server that is not safe or not whole is refused`(
    server: String, problem: MailProblem
  ) throws {
    #expect(try Self.problem(Self.head(server: server)) == problem)
  }

  @Test(arguments: [
    ("attachments: 10", MailProblem.notASize), ("attachments: 0 MB", .notASize),
    ("attachments: 10 GB", .notASize), ("tries: 0", .data(.expected(.wholeNumber))),
    ("per-minute: nhanh", .data(.expected(.wholeNumber))),
    ("atachments: 1 MB", .data(.unknownKey("atachments", nearest: "attachments"))),
  ])
  func `limits that are none are refused`(limit: String, problem: MailProblem) throws {
    #expect(try Self.problem(Specimen.head + "limits: {\(limit)}\n") == problem)
  }

  @Test func `limits are read`() throws {
    let text = "limits: {attachments: 25 MB, per-minute: 30, tries: 3, pause: 60}\n"
    let limits = try Self.list(Specimen.head + text).limits
    #expect(limits.attachments == 25_000_000)
    #expect(limits.perMinute == 30)
    #expect(limits.tries == 3)
    #expect(limits.pause == 60)
  }

  @Test func `a domain of one word is none`() throws {
    let head = Specimen.head.replacing("[travinh.gov.vn]", with: "[vn]")
    #expect(try Self.problem(head) == .notADomain("vn"))
  }

  @Test func `an id names files, so it is plain`() throws {
    for id in ["../x", "a b", "Á", ""] {
      let messages = Specimen.messages.replacing("id: huyen", with: "id: \"\(id)\"")
      #expect(throws: MailFaults.self) { try Specimen(messages: messages).list }
    }
  }
}

@Suite struct PasswordTests {
  @Test func `a file that others can read is refused`() throws {
    let specimen = try Specimen()
    try specimen.write("bi-mat\n", to: "mat-khau")
    let path = specimen.path("mat-khau")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(throws: PasswordProblem.readableByOthers(path)) {
      try PasswordPlace.file(path).password()
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try PasswordPlace.file(path).password() == "bi-mat")
  }

  @Test func `what is not there is said`() throws {
    #expect(throws: PasswordProblem.notSet("KHONG_CO_BIEN_NAY")) {
      try PasswordPlace.environment("KHONG_CO_BIEN_NAY").password()
    }
    #expect(throws: PasswordProblem.noFile("/khong-co")) {
      try PasswordPlace.file("/khong-co").password()
    }
  }
}
