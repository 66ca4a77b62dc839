package import Administration

/// The formats of a unit's report.
package enum ReportFormat: String, CaseIterable, Hashable, Sendable {
  case html, xlsx
  case markdown = "md"

  /// As a link calls it.
  var name: String {
    switch self {
    case .html: "HTML"
    case .xlsx: "Excel"
    case .markdown: "Markdown"
    }
  }
}

/// Which reports a run writes, so that none links to one that is not there.
package struct WrittenReports: Sendable {
  package var formats: Set<ReportFormat>
  /// Codes of the units; `nil` for all.
  package var codes: Set<String>?
  /// Whether `index.html` is written.
  package var hasIndex: Bool

  package init(
    formats: Set<ReportFormat> = Set(ReportFormat.allCases), codes: Set<String>? = nil,
    hasIndex: Bool = true
  ) {
    self.formats = formats
    self.codes = codes
    self.hasIndex = hasIndex
  }

  func contains(_ code: String) -> Bool { codes?.contains(code) ?? true }
}

/// Where the report of a unit stands in the folder of a run (contract, 7).
package enum ReportPath {
  /// `huyen/842.html`; `huyen/842-kiem-soat-tthc.html` of a report that is not the main one.
  package static func path(
    level: Level, code: String, format: ReportFormat, kind: String? = nil
  ) -> String {
    "\(level.rawValue)/\(name(code: code, format: format, kind: kind))"
  }

  /// Likewise within the folder of the level.
  static func name(code: String, format: ReportFormat, kind: String?) -> String {
    "\(code)\(kind.map { "-\($0)" } ?? "").\(format.rawValue)"
  }

  /// The path as a link from the run's folder, with letters as links may hold them.
  static func link(level: Level, code: String, format: ReportFormat) -> String {
    encoded(path(level: level, code: code, format: format))
  }

  /// Writes what a link may not hold as `%` and two digits a byte.
  static func encoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}
