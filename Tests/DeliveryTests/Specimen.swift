import Crypto
import Delivery
import Foundation
import Runs
import TestSupport

/// A small finished run with a list of messages and contacts.
struct Specimen {
  private let scratch: ScratchFolder

  /// The units: a province, two districts, a commune in the first.
  static let units = [
    ReportedUnit(code: "84", name: "Tỉnh Trà Vinh", level: "tinh", parent: ""),
    ReportedUnit(code: "84-SNV", name: "Sở Nội vụ", level: "tinh", parent: "84"),
    ReportedUnit(code: "842", name: "Thành phố Trà Vinh", level: "huyen", parent: "84"),
    ReportedUnit(code: "844", name: "Huyện Càng Long", level: "huyen", parent: "84"),
    ReportedUnit(code: "29239", name: "Phường 1", level: "xa", parent: "842"),
  ]

  static let contacts = """
    unit,role,name,address
    84,lãnh đạo,Nguyễn Văn Ánh,chutich@travinh.gov.vn
    84,tổng hợp,,tonghop@travinh.gov.vn
    842,lãnh đạo,Trần Thị Bé,tptv@travinh.gov.vn
    844,lãnh đạo,"Lê, Văn Cường",canglong@travinh.gov.vn
    29239,lãnh đạo,,phuong1@travinh.gov.vn

    """

  static let head = """
    server: {host: localhost, port: 2525, security: none}
    sender: Văn phòng UBND tỉnh <bao-cao@travinh.gov.vn>
    domains: [travinh.gov.vn]
    contacts: danh-ba.csv

    """

  static let messages = """
    messages:
      - id: huyen
        for-each: huyen
        to: [lãnh đạo]
        cc: ["tinh:tổng hợp"]
        subject: "Báo cáo của {{unit}}"
        attachments:
          - file: "{level}/{code}.xlsx"
            name: "Báo cáo {{unit}}.xlsx"

    """

  init(
    units: [ReportedUnit] = Self.units, contacts: String = Self.contacts, head: String = Self.head,
    messages: String = Self.messages
  ) throws {
    scratch = try ScratchFolder()
    for (path, size) in [
      ("tinh/84.xlsx", 900), ("tinh/84-SNV.xlsx", 500), ("huyen/842.xlsx", 700),
      ("huyen/844.xlsx", 800), ("huyen/844.html", 600), ("xa/29239.xlsx", 400),
      ("figures.csv", 300),
    ] {
      try write(String(repeating: path, count: size), to: "run/\(path)")
    }
    try seal(units)
    try write(contacts, to: "danh-ba.csv")
    try write(head + messages, to: "mail.yaml")
  }

  func path(_ name: String) -> String { scratch.path(name) }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path(name)))
  }

  /// Writes the manifest of what is there.
  func seal(_ units: [ReportedUnit] = Self.units) throws {
    struct Entry: Encodable {
      var path: String
      var size: Int
      var sha256: String
    }
    struct Manifest: Encodable {
      var period = "2023-Q2"
      var asOf = "2023-07-05T08:30:00+07:00"
      var outputs: [Entry]
      var units: [ReportedUnit]
    }
    let names =
      FileManager.default.enumerator(atPath: path("run"))?.compactMap { $0 as? String } ?? []
    let outputs = try names.sorted().filter { $0.contains(".") }.map { name in
      let content = try read("run/\(name)")
      return Entry(
        path: name, size: content.count, sha256: SHA256.hash(data: content).hexadecimalText)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try encoder.encode(Manifest(outputs: outputs, units: units))
      .write(to: URL(fileURLWithPath: path("run/manifest.json")))
  }

  var list: MailList { get throws { try MailList(path: path("mail.yaml")) } }
  var run: MailRun { get throws { try MailRun(folder: path("run")) } }

  /// Plans the messages and gives their bytes by their files.
  func planned() throws -> (plan: MailPlan, contents: [String: Data]) {
    let contents = Kept()
    let list = try list
    let plan = try PlanMaker(list, of: run, writer: PlainWriter(run: try run)) { file, content in
      contents.files[file] = content
    }.make()
    return (plan, contents.files)
  }

  private final class Kept {
    var files: [String: Data] = [:]
  }

  func rehearse() throws -> MailPlan {
    let folder = try MailFolder(run: path("run"))
    return try folder.rehearse(list, of: run, writer: PlainWriter(run: try run))
  }

  func rehearsed() throws -> MailPlan {
    let folder = try MailFolder(run: path("run"))
    return try folder.rehearsed(list, of: run, writer: PlainWriter(run: try run))
  }

  /// What is wrong with the list, problem by problem.
  func problems() throws -> [MailProblem] {
    do {
      _ = try planned()
      return []
    } catch let error as MailFaults {
      return error.faults.map(\.problem)
    }
  }
}

/// Writes the name of the unit where a template says so.
struct PlainWriter: MailWriter {
  let run: MailRun

  func line(_ template: String, of unit: Int) -> String {
    template.replacing("{{unit}}", with: run.families.units[unit].name)
  }

  func texts(of message: ListedMessage, _ subject: MailSubject) -> MailTexts {
    let part = subject.parts > 1 ? " (\(subject.part)/\(subject.parts))" : ""
    return MailTexts(
      subject: line(message.title, of: subject.unit) + part, plain: "Kính gửi\n",
      html: "<p>Kính gửi</p>\n")
  }
}
