import Foundation
import TestSupport
import Testing

/// What belongs to one unit stands in its own files and in those of the units above it, nowhere else.
@Suite struct CanaryTests {
  /// A commune with a name, counts, a rate and a text as no other unit can have them.
  private static let commune = "29278"
  private static let family = ["29278", "844", "84"]
  private static let name = "Chim Yến Vàng"
  private static let period = "2023-Q2"

  private let sample: SampleCopy
  private let environment: [String: String]

  init() throws {
    sample = try SampleCopy()
    environment = ["BAOCAO_TEMPLATES": sample.path("sample/Templates")]
    try FileManager.default.copyItem(
      atPath: BuiltProgram.repository + "/Templates", toPath: sample.path("sample/Templates"))
    // The exports know the commune by its old name.
    try sample.edit(
      "\n29278,Xã Huyền Hội,xã,xa,844,H59.952.05,\"",
      to: "\n29278,Xã \(Self.name),xã,xa,844,H59.952.05,\"Xã Huyền Hội|",
      in: "Templates/provinces/tra-vinh/units.csv")
  }

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: sample.path("sample/\(name)"))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Makes 7.9xx dossiers of the commune, half of them resolved, and a time to wait of 61,73 minutes.
  private func writeFigures() throws {
    var text = "Mã hồ sơ,Mã cơ quan,Lĩnh vực,Ngày tiếp nhận,Ngày hẹn trả,Ngày kết thúc xử lý\n"
    for number in 0..<7901 {
      let end = number % 2 == 0 ? "12/05/2023" : ""
      text += "YEN-\(number),29278,Chứng thực,10/05/2023,20/05/2023,\(end)\n"
    }
    try write(text, to: "exports/mot-cua/yen.csv")
    try sample.edit(
      "waiting.minutes,2023-Q2,29278,,300,20,,", to: "waiting.minutes,2023-Q2,29278,,61730,1000,,",
      in: "so-lieu-nhap-tay/chi-tieu.csv")
  }

  /// The files of units that hold what a pattern finds: pages and Markdown as they are, workbooks
  /// and packed files part by part.
  private func files(_ out: String, with pattern: String) throws -> Set<String> {
    let found = try BuiltProgram.command(
      "/bin/bash",
      [
        "-uc",
        """
        export LC_ALL=C.UTF-8
        cd "$0"
        grep -rlP --include='*.html' --include='*.md' --include='*.csv' -e "$1" tinh huyen xa
        find tinh huyen xa -name '*.xlsx' | while read -r file; do
          unzip -p "$file" | grep -qP -e "$1" && echo "$file"
        done
        true
        """, out, pattern,
      ])
    #expect(found.messages == "")
    return Set(found.output.split(separator: "\n").map(String.init))
  }

  /// The code of the unit that a file is of: the longest of all codes that its name begins with.
  private func owner(of file: String, among codes: [String]) -> String {
    let name = file.split(separator: "/").last ?? ""
    return codes.filter { name.hasPrefix($0 + ".") || name.hasPrefix($0 + "-") }
      .max { $0.count < $1.count } ?? ""
  }

  /// The numbers of a unit in figures.csv, own and of its area, which no other unit has.
  private func numbers(
    _ figures: String, of indicator: String, _ column: Int
  ) -> (
    own: Substring?, isAlone: Bool
  ) {
    let rows = figures.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let own = rows.first { $0[1] == Self.commune && $0[3] == "area" && $0[4] == indicator }?[column]
    let others = rows.filter { $0[1] != Self.commune && $0[5...11].contains(own ?? "") }
    return (own, others.isEmpty)
  }

  @Test func `a unit's name, figures and text stand in its own files and those above it only`()
    throws
  {
    try writeFigures()
    try write("Yến kêu ba lần ở Huyền Hội.\n", to: "noi-dung/2023-Q2/29278/han-che.md")
    try write("Cả tỉnh cùng nghe yến kêu.\n", to: "noi-dung/2023-Q2/han-che.md")
    let run = try sample.run(Self.period, out: "out", environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    let out = sample.path("out")

    // What is looked for, as reports and workbooks write it.
    let figures = try String(contentsOfFile: out + "/figures.csv", encoding: .utf8)
    let received = numbers(figures, of: "dossiers.received", 5)
    let waiting = numbers(figures, of: "waiting.minutes", 7)
    let count = try #require(received.own.flatMap { Int($0) })
    #expect(count >= 7901 && count < 8000 && received.isAlone)
    #expect(waiting.own == "61.73" && waiting.isAlone)
    let shown = "7\\.\(count % 1000)"
    let patterns = [
      Self.name, Self.name.uppercased(),
      "(?<![0-9.,])\(shown)(?![0-9]|[.,][0-9])", "<v>\(count)</v>",
      "(?<![0-9.,])61,73(?![0-9])", "<v>61\\.73[0-9]*</v>",
    ]
    let codes = try units(out)
    #expect(codes.count > 100)
    var holders: [String: Set<String>] = [:]
    for pattern in patterns {
      let files = try files(out, with: pattern)
      holders[pattern] = Set(files)
      #expect(!files.isEmpty, "\(pattern)")
      for file in files {
        #expect(Self.family.contains(owner(of: file, among: codes)), "\(file): \(pattern)")
      }
    }
    // It is looked for where it is: in every report of the commune, and above it.
    let own = try FileManager.default.contentsOfDirectory(atPath: out + "/xa")
      .filter { $0.hasPrefix("29278") && !$0.hasSuffix(".csv") }
    #expect(own.count >= 9)
    let named = (holders[Self.name] ?? []).union(holders[Self.name.uppercased()] ?? [])
    for file in own.map({ "xa/\($0)" }) { #expect(named.contains(file), "\(file)") }
    for file in ["huyen/844", "tinh/84"] {
      #expect(named.contains(file + ".html") && named.contains(file + ".md"))
      #expect(named.contains(file + ".xlsx"))
    }
    #expect(holders[patterns[2]]?.isSuperset(of: ["xa/29278.html", "xa/29278.md"]) == true)
    #expect(holders[patterns[3]]?.contains("xa/29278.xlsx") == true)
    #expect(holders[patterns[4]]?.isSuperset(of: ["xa/29278.html", "xa/29278.md"]) == true)

    // What people write stands in their own reports alone.
    for (text, unit) in [("Yến kêu ba lần", Self.commune), ("Cả tỉnh cùng nghe", "84")] {
      let files = try files(out, with: text)
      #expect(files.count >= 2, "\(text)")
      for file in files { #expect(owner(of: file, among: codes) == unit, "\(file): \(text)") }
    }
  }

  @Test func `a name that strays into a report of another unit is found`() throws {
    let run = try sample.run(
      Self.period, out: "out", ["--unit", "29278", "--unit", "29281", "--format", "md"],
      environment: environment)
    #expect(run.status == 0, "\(run.messages)")
    let out = sample.path("out")
    let stray = URL(fileURLWithPath: out + "/xa/29281.md")
    let text = try String(contentsOf: stray, encoding: .utf8)
    try Data((text + "\nXã \(Self.name)\n").utf8).write(to: stray)
    let codes = try units(out)
    try FileManager.default.createDirectory(
      atPath: out + "/tinh", withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      atPath: out + "/huyen", withIntermediateDirectories: true)
    let owners = try files(out, with: Self.name).map { owner(of: $0, among: codes) }
    #expect(Set(owners) == ["29278", "29281"])
  }

  private func units(_ out: String) throws -> [String] {
    struct Manifest: Decodable {
      struct Unit: Decodable { var code: String }
      var units: [Unit]
    }
    let content = try #require(FileManager.default.contents(atPath: out + "/manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: content).units.map(\.code)
  }
}
