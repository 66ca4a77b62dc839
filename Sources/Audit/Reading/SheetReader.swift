internal import Foundation

/// Reads one sheet with its charts.
struct SheetReader {
  let name: String
  /// The path of the sheet's part.
  let part: String
  let parts: BookParts
  let texts: [String]

  /// `styles` is the number of styles that cells may point to.
  func sheet(styles: Int) throws(BookDamage) -> AuditedSheet {
    let state = State(AuditedSheet(name: name))
    try readXML(try parts.required(part), part: part) { state.take($0, texts, styles: styles) }
    guard !state.isDead else { throw BookDamage(.deadReference, part: part) }
    var sheet = state.sheet
    for (number, cell) in sheet.cells.enumerated() where cell.value != .none || cell.formula != nil
    {
      sheet.places[cell.place] = number
    }
    let relations = try Relations(of: part, in: parts)
    for drawing in relations.names["drawing"] ?? [] {
      guard let target = relations.targets[drawing] else { continue }
      sheet.charts += try DrawingReader(part: target, parts: parts).charts()
    }
    return sheet
  }
}

/// What has been read of a sheet so far; a class, because the parser's calls share it.
private final class State {
  private(set) var sheet: AuditedSheet
  /// Whether a cell points to something that is not there.
  private(set) var isDead = false
  private var attributes: [String: String] = [:]
  private var value: String?
  private var formula: String?
  private var inlineText: String?

  init(_ sheet: AuditedSheet) { self.sheet = sheet }

  func take(_ event: XMLEvent, _ texts: [String], styles: Int) {
    switch event {
    case .start("c", let found):
      attributes = found
      (value, formula, inlineText) = (nil, nil, nil)
    case .end("v", let text): value = text
    case .end("f", let text): formula = text
    case .end("t", let text): inlineText = (inlineText ?? "") + text
    case .end("c", _): endCell(texts, styles: styles)
    case .start(let element, let found): setUp(element, found)
    case .end: break
    }
  }

  private func endCell(_ texts: [String], styles: Int) {
    let style = attributes["s"].flatMap { Int($0) } ?? 0
    guard let place = AuditedPlace(attributes["r"] ?? ""), (0..<styles).contains(style),
      let content = content(texts)
    else {
      isDead = true
      return
    }
    sheet.cells.append(
      AuditedCell(place: place, value: content, formula: formula, style: style))
  }

  /// `nil` where the cell's value cannot be read as what the cell says it is.
  private func content(_ texts: [String]) -> AuditedValue? {
    let type = attributes["t"] ?? "n"
    if type == "inlineStr" { return .text(inlineText ?? "") }
    guard let value else { return AuditedValue.none }
    switch type {
    case "s":
      guard let number = Int(value), texts.indices.contains(number) else { return nil }
      return .text(texts[number])
    case "str": return .text(value)
    case "b": return .truth(value == "1")
    case "e": return .error(value)
    default:
      // Excel itself takes a formula's empty value for none.
      guard !value.isEmpty else { return AuditedValue.none }
      return Double(value).flatMap { $0.isFinite ? .number($0) : nil }
    }
  }

  private func setUp(_ element: String, _ found: [String: String]) {
    switch element {
    case "col":
      guard let first = found["min"].flatMap({ Int($0) }),
        let last = found["max"].flatMap({ Int($0) }),
        let width = found["width"].flatMap({ Double($0) }), first >= 1, first <= last
      else { return }
      sheet.columnWidths.append(((first - 1)...(last - 1), found["hidden"] == "1" ? 0 : width))
    case "row":
      guard let number = found["r"].flatMap({ Int($0) }),
        let height = found["ht"].flatMap({ Double($0) })
      else { return }
      sheet.rowHeights[number - 1] = height
    case "mergeCell":
      if let range = AuditedRange(found["ref"] ?? "") { sheet.merges.append(range) }
    case "pageSetUpPr":
      // Fitting is to one page across unless the sheet says otherwise.
      sheet.page.fitsWidth = found["fitToPage"] == "1"
    case "pageMargins":
      let sides = ["left", "right"].compactMap { found[$0].flatMap { Double($0) } }
      sheet.page.margins = sides.reduce(0, +)
    case "pageSetup":
      sheet.page.paper = found["paperSize"].flatMap { Int($0) }
      sheet.page.isLandscape = found["orientation"] == "landscape"
      sheet.page.scale = found["scale"].flatMap { Int($0) } ?? 100
      if let width = found["fitToWidth"], width != "1" { sheet.page.fitsWidth = false }
    default:
      break
    }
  }
}
