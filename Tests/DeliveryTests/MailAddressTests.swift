import Delivery
import Testing

@Suite struct MailAddressTests {
  @Test(arguments: [
    ("a@travinh.gov.vn", "a@travinh.gov.vn"),
    ("Le.Van-A+1@SoNoiVu.TraVinh.gov.vn", "Le.Van-A+1@sonoivu.travinh.gov.vn"),
  ])
  func `takes an address and writes its domain small`(text: String, written: String) {
    #expect(MailAddress(text)?.text == written)
  }

  @Test(arguments: [
    "", "abc", "a@", "@b.vn", "a@b", "a@@b.vn", "a b@c.vn", "a@b.vn\r\nBcc: x@y.vn", "\"a b\"@c.vn",
    "a@b.vn,c@d.vn", ".a@b.vn", "a..b@c.vn", "a@-b.vn", "a@b..vn", "ă@b.vn", "a@tràvinh.vn",
    "<a@b.vn>",
    "a@b.vn ", "a\u{0}@b.vn", "../a@b.vn", "a*@b.vn",
  ])
  func `refuses what is none`(text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test func `a mailbox is the same in small and capital letters`() {
    #expect(MailAddress("Le.A@b.vn") == MailAddress("le.a@B.VN"))
    #expect(Set(["X@b.vn", "x@b.vn"].compactMap { MailAddress($0) }).count == 1)
  }

  @Test func `a domain holds those below it and none that only ends alike`() throws {
    let domains = ["travinh.gov.vn"]
    #expect(try #require(MailAddress("a@travinh.gov.vn")).belongs(to: domains))
    #expect(try #require(MailAddress("a@snv.travinh.gov.vn")).belongs(to: domains))
    #expect(try !#require(MailAddress("a@xtravinh.gov.vn")).belongs(to: domains))
    #expect(try !#require(MailAddress("a@gov.vn")).belongs(to: domains))
  }

  @Test func `a name before the address loses what could end a header`() throws {
    let mailbox = try #require(Mailbox("\"Lê\r\nBcc: x@y.vn\" <a@b.vn>"))
    #expect(mailbox.name == "Lê Bcc: x@y.vn")
    #expect(mailbox.address.text == "a@b.vn")
  }
}
