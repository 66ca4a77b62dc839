internal import DataFiles
package import Indicators
internal import Intake

/// A column of a form, numbered from 1.
package struct FormColumn: Hashable, Sendable {
  /// What its cells hold.
  package enum Content: Hashable, Sendable {
    case ordinal
    case label
    /// What the row says of itself: the identifier code of a unit, or a field of a line or dossier.
    case text(FormText)
    /// The sum of other columns of the row, by their numbers.
    case sum([Int])
    /// One column in percent of another, by their numbers.
    case rate(of: Int, by: Int)
    /// Counts added up less others.
    case figures(plus: [FormTerm], minus: [FormTerm])
    /// How many procedures of the list there are of some kind.
    case procedures(ProcedureFilter)
    /// What somebody typed for the unit that fills the form in, by the indicator's id.
    case typed(String)
    /// The value of a line's indicator.
    case value

    /// Whether its cells are texts or days beside the ordinal and the label.
    package var isText: Bool {
      if case .text = self { true } else { false }
    }

    /// Whether its cells are numbers.
    package var isNumber: Bool {
      switch self {
      case .ordinal, .label, .text: false
      case .sum, .rate, .figures, .procedures, .typed, .value: true
      }
    }
  }

  package var number: Int
  /// The heads above it from the top; neighbours with equal beginnings share a cell.
  package var heads: [String]
  package var content: Content
  /// In letters, for the workbook.
  package var width: Double
  /// Whether a number above 0 is to catch the eye.
  package var isAlarming: Bool
  /// Whether the number of a group is the sum of its rows': not so where a procedure counts once
  /// however many units have it.
  package var addsUp: Bool

  init(
    _ node: DataNode, number: Int, rows: FormRows, catalogue: IndicatorCatalogue
  ) throws(DataFileError) {
    let map = try node.mapping(of: [
      "heads", "holds", "sum", "rate", "plus", "minus", "procedures", "typed", "width", "alarm",
    ])
    self.number = number
    heads = try map.required("heads").texts()
    isAlarming = try map["alarm"]?.word(of: ["above-zero"]) != nil
    addsUp = true
    if let sum = map["sum"] {
      content = .sum(try sum.places(upTo: .max))
    } else if let rate = map["rate"] {
      let pair = try rate.mapping(of: ["of", "by"])
      content = .rate(
        of: try pair.required("of").place(upTo: .max),
        by: try pair.required("by").place(upTo: .max))
      addsUp = false
    } else if let plus = map["plus"] {
      let plus = try FormTerm.list(plus, rows: rows, catalogue: catalogue)
      let minus =
        try map["minus"].map { node throws(DataFileError) in
          try FormTerm.list(node, rows: rows, catalogue: catalogue)
        } ?? []
      content = .figures(plus: plus, minus: minus)
      addsUp = !(plus + minus).contains(where: \.isDistinct)
    } else if let procedures = map["procedures"] {
      content = .procedures(try ProcedureFilter(procedures))
      addsUp = false
    } else if let typed = map["typed"] {
      let ids = catalogue.indicators.filter(\.isTyped).map(\.id)
      content = .typed(try typed.word(of: ids))
      addsUp = false
    } else {
      content = try Self.holds(try map.required("holds"), rows: rows)
    }
    let width = try map["width"]?.integer() ?? Self.width(of: content)
    guard (3...120).contains(width) else { throw node.fault(.expected(.wholeNumber)) }
    self.width = Double(width)
  }

  /// Letters that a column of its kind takes.
  private static func width(of content: Content) -> Int {
    switch content {
    case .ordinal: 6
    case .label: 44
    case .text(let text): text.width
    case .sum, .rate, .figures, .procedures, .typed, .value: 11
    }
  }

  private static func holds(
    _ node: DataNode, rows: FormRows
  ) throws(DataFileError) -> Content {
    let texts = FormText.words(for: rows)
    let numbers = if case .lines = rows { ["value"] } else { [String]() }
    switch try node.word(of: ["ordinal", "label"] + numbers + texts.map(\.rawValue)) {
    case "ordinal": return .ordinal
    case "value": return .value
    case let word: return FormText(rawValue: word).map(Content.text) ?? .label
    }
  }

  /// Refuses columns that sums or rates name and that are not there or hold no numbers.
  static func check(_ columns: [FormColumn], in node: DataNode) throws(DataFileError) {
    for column in columns {
      let named =
        switch column.content {
        case .sum(let others): others
        case .rate(let one, let other): [one, other]
        case .ordinal, .label, .text, .figures, .procedures, .typed, .value: [Int]()
        }
      for other in named
      where !columns.contains(where: { $0.number == other && $0.content.isNumber }) {
        throw node.fault(.unknownWord("(\(other))", nearest: nil, allowed: []))
      }
    }
  }

  /// What the number row says: `(3)=(4)+(5)+(6)`.
  package var numberText: String {
    switch content {
    case .sum(let columns): "(\(number))=" + columns.map { "(\($0))" }.joined(separator: "+")
    case .rate(let one, let other): "(\(number))=(\(one))/(\(other))"
    case .ordinal, .label, .text, .figures, .procedures, .typed, .value: "(\(number))"
    }
  }
}

/// What a row says of itself in words.
package enum FormText: String, CaseIterable, Hashable, Sendable {
  /// Always empty, for people to write into.
  case note
  /// The identifier code of the row's unit.
  case unitCode = "unit-code"
  /// How many late dossiers of the row have which cause, where exports tell.
  case causes
  /// Of a line: what it is counted in, and its note or the parts of its value.
  case lineUnit = "line-unit", lineNote = "line-note"
  /// Of a dossier.
  case dossierCode = "dossier-code", dossierUnit = "dossier-unit", dossierField = "dossier-field"
  case dossierProcedure = "dossier-procedure", dossierState = "dossier-state"
  case receivedOn = "received-on", dueOn = "due-on", finishedOn = "finished-on"
  case daysLate = "days-late", cause

  /// Letters that its column takes.
  var width: Int {
    switch self {
    case .receivedOn, .dueOn, .finishedOn: 12
    case .daysLate: 9
    case .lineUnit, .unitCode, .dossierState: 17
    case .note, .lineNote, .cause: 24
    case .dossierCode: 28
    case .dossierUnit, .dossierField, .causes: 30
    case .dossierProcedure: 46
    }
  }

  /// Those that rows of a form can say.
  static func words(for rows: FormRows) -> [FormText] {
    switch rows {
    case .groups: [.note, .unitCode, .causes]
    case .lines: [.note, .lineUnit, .lineNote]
    case .lateDossiers:
      [
        .note, .dossierCode, .dossierUnit, .dossierField, .dossierProcedure, .dossierState,
        .receivedOn, .dueOn, .finishedOn, .daysLate, .cause,
      ]
    }
  }
}

/// A number of an indicator that a column adds or takes away.
package struct FormTerm: Hashable, Sendable {
  /// The parts of a rate, of which a count has only the first.
  package enum Side: String, CaseIterable, Hashable, Sendable {
    case numerator, denominator
  }

  package var indicator: String
  package var side: Side
  /// Whether its cases are counted once however many units have them.
  let isDistinct: Bool

  /// One or several, each the id of a count or `{of: id, part: denominator}`.
  ///
  /// By field of administration only what counts rows of exports can be told apart.
  static func list(
    _ node: DataNode, rows: FormRows, catalogue: IndicatorCatalogue
  ) throws(DataFileError) -> [FormTerm] {
    let usable = catalogue.indicators.filter { indicator in
      switch indicator.content {
      case .rows: true
      case .procedures: !rows.areByField
      case .rowsPerStaff, .unitsWith, .unitsReaching, .planTasks, .typed: false
      }
    }
    var terms: [FormTerm] = []
    for item in node.items() { terms.append(try FormTerm(item, usable)) }
    return terms
  }

  private init(_ node: DataNode, _ usable: [Indicator]) throws(DataFileError) {
    let counts = usable.filter { $0.measure == .count }
    if let map = try? node.mapping(of: ["of", "part"]) {
      indicator = try map.required("of").word(of: usable.map(\.id))
      side = try map.required("part").word(Side.self)
    } else {
      indicator = try node.word(of: counts.map(\.id))
      side = .numerator
    }
    let id = indicator
    isDistinct = usable.contains { $0.id == id && $0.rollUp == .distinct }
  }

  /// Its number in a part; `nil` where the part has no such side.
  func number(in part: Part) -> Int? {
    side == .numerator ? part.numerator : part.denominator
  }
}
