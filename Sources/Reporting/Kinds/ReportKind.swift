internal import Administration
internal import DataFiles
package import Indicators

/// A report that is made of units for periods; an entry of `reports:` in `province.yaml`.
package struct ReportKind: Hashable, Sendable {
  /// How the report is laid out.
  package enum Layout: String, CaseIterable, Hashable, Sendable {
    /// An official paper with its annexes (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    case paper
    /// One page for leadership.
    case page
  }

  /// What entries may name.
  package struct Vocabulary: Sendable {
    /// The ids of the forms.
    package var forms: [String]
    /// The areas of the catalogue of indicators.
    package var areas: [String]

    package init(forms: [String], catalogue: IndicatorCatalogue) {
      self.forms = forms
      areas = Set(catalogue.indicators.map(\.area)).sorted()
    }
  }

  /// "quy", "kiem-soat-tthc": the end of the names of its files.
  package var name: String
  /// Its text in Templates/reports, without `.md.mustache`.
  package var text: String
  package var layout: Layout
  package var annexes: [Annex]
  /// The areas of the indicators that it lists; empty for all.
  package var areas: Set<String>
  /// What it is about, before and behind the name of the period.
  private var subject: [String]
  /// Kinds of units that make it; empty for all.
  private var units: Set<String>
  private var lengths: Set<Period.Length>
  /// To whom units of some kinds send it, where that is not as their letterhead says.
  private var addressees: [Addressees]

  /// Receivers by the kinds of the units that report.
  private struct Addressees: Hashable {
    var units: Set<String>
    var names: [String]
  }

  package init(name: String, layout: Layout = .paper, subject: String, annexes: [Annex]) {
    self.name = name
    text = name
    self.layout = layout
    self.annexes = annexes
    self.subject = Self.parts(subject)
    areas = []
    units = []
    lengths = []
    addressees = []
  }

  init(_ node: DataNode, _ vocabulary: Vocabulary) throws(DataFileError) {
    let map = try node.mapping(of: [
      "kind", "text", "layout", "subject", "units", "periods", "addressees", "annexes", "areas",
    ])
    let kind = try map.required("kind")
    name = try kind.text()
    guard name.utf8.allSatisfy(Self.isOfFileNames) else { throw kind.fault(.expected(.text)) }
    text = try map["text"]?.text() ?? name
    layout = try map["layout"]?.word(Layout.self) ?? .paper
    subject = Self.parts(try map.required("subject").text())
    units = Set(try map["units"]?.texts() ?? [])
    var lengths: Set<Period.Length> = []
    for item in try map.required("periods").items() {
      lengths.insert(try item.word(Period.Length.self))
    }
    self.lengths = lengths
    var addressees: [Addressees] = []
    for item in map["addressees"]?.items() ?? [] {
      let entry = try item.mapping(of: ["units", "names"])
      addressees.append(
        Addressees(
          units: Set(try entry.required("units").texts()),
          names: try entry.required("names").texts()))
    }
    self.addressees = addressees
    var annexes: [Annex] = []
    for item in map["annexes"]?.items() ?? [] {
      annexes.append(Annex(try item.word(of: Annex.words + vocabulary.forms)))
    }
    self.annexes = annexes
    var areas: Set<String> = []
    for item in map["areas"]?.items() ?? [] {
      areas.insert(try item.word(of: vocabulary.areas))
    }
    self.areas = areas
  }

  /// Small letters, digits and hyphens.
  private static func isOfFileNames(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2D, 0x30...0x39, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether a unit makes it for a period.
  func concerns(_ unit: Unit, _ period: Period) -> Bool {
    (units.isEmpty || units.contains(unit.kind)) && lengths.contains(period.length)
  }

  /// What it is about: "Công tác cải cách hành chính quý II năm 2023".
  package func subject(of periodName: String) -> String {
    subject.joined(separator: periodName)
  }

  private static func parts(_ subject: String) -> [String] {
    subject.split(separator: "{period}", omittingEmptySubsequences: false).map(String.init)
  }

  /// Its receivers, with places for names; `nil` where those of the letterhead stand.
  func addressees(of unit: Unit) -> [String]? {
    addressees.first { $0.units.contains(unit.kind) }?.names
  }

  /// The ids of the forms among its annexes.
  package var forms: [String] {
    annexes.compactMap { if case .form(let id) = $0 { id } else { nil } }
  }
}
