internal import Foundation

extension AuditedBook {
  private static let main = "xl/workbook.xml"

  /// Reads a workbook.
  ///
  /// - Throws: ``BookDamage`` where a part is missing or cannot be read.
  init(path: String) throws(BookDamage) {
    let parts = try BookParts(path: path)
    let relations = try Relations(of: Self.main, in: parts)
    let content = try BookContent(try parts.required(Self.main), part: Self.main)
    styles = try StyleSheet.styles(of: parts)
    let texts = try SharedTexts.texts(of: parts)
    names = content.names
    properties = try AuditedProperties(parts)
    sheets = []
    for sheet in content.sheets {
      guard let part = relations.targets[sheet.relation] else {
        throw BookDamage(.deadReference, part: Self.main)
      }
      var audited = try SheetReader(name: sheet.name, part: part, parts: parts, texts: texts)
        .sheet(styles: styles.count)
      audited.repeatedRows = content.repeatedRows(ofSheet: sheets.count)
      sheets.append(audited)
    }
  }
}

/// Where the relations of a part lead.
struct Relations {
  /// The path of a part, or an address outside, by the relation's name.
  private(set) var targets: [String: String] = [:]
  /// The names of the relations of each kind, such as `drawing`.
  private(set) var names: [String: [String]] = [:]

  /// A part without relations has none.
  init(of part: String, in parts: BookParts) throws(BookDamage) {
    let path = NSString(string: part)
    let folder = path.deletingLastPathComponent
    let file = "\(folder)/_rels/\(path.lastPathComponent).rels"
    guard let content = parts.contents[file] else { return }
    var targets: [String: String] = [:]
    var names: [String: [String]] = [:]
    try readXML(content, part: file) { event in
      guard case .start("Relationship", let attributes) = event,
        let name = attributes["Id"], let target = attributes["Target"]
      else { return }
      let kind = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
      names[kind, default: []].append(name)
      targets[name] =
        attributes["TargetMode"] == "External" ? target : Self.path(target, from: folder)
    }
    self.targets = targets
    self.names = names
  }

  /// The path of a target within the file: `../charts/chart1.xml` or `/xl/charts/chart1.xml`.
  private static func path(_ target: String, from folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." {
        steps = steps.dropLast()
      } else if step != "." {
        steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}

/// The sheets and the names of a book as `xl/workbook.xml` lists them.
struct BookContent {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var names: [AuditedName] = []

  init(_ content: Data, part: String) throws(BookDamage) {
    var sheets: [(name: String, relation: String)] = []
    var names: [AuditedName] = []
    var attributes: [String: String] = [:]
    try readXML(content, part: part) { event in
      switch event {
      case .start("sheet", let found):
        sheets.append((found["name"] ?? "", found["r:id"] ?? ""))
      case .start("definedName", let found):
        attributes = found
      case .end("definedName", let text):
        names.append(
          AuditedName(
            name: attributes["name"] ?? "", sheet: attributes["localSheetId"].flatMap { Int($0) },
            formula: text))
      default:
        break
      }
    }
    self.sheets = sheets
    self.names = names
  }

  /// The rows of a sheet that every printed page repeats.
  func repeatedRows(ofSheet number: Int) -> ClosedRange<Int>? {
    let name = names.first { $0.name == "_xlnm.Print_Titles" && $0.sheet == number }
    // 'Chỉ tiêu'!$A:$A,'Chỉ tiêu'!$5:$5 – the rows have no letters.
    guard let area = name?.formula.split(separator: "!").last else { return nil }
    let ends = area.replacing("$", with: "").split(separator: ":").map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first > 0, first <= last
    else {
      return nil
    }
    return (first - 1)...(last - 1)
  }
}
