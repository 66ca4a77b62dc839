package import Administration
internal import DataFiles

/// A target (mức phấn đấu) that a document sets for an indicator.
package struct Target: Hashable, Sendable {
  /// How a value is held against it.
  package enum Comparison: String, CaseIterable, Hashable, Sendable {
    case atLeast = ">="
    case moreThan = ">"
    case atMost = "<="
    case lessThan = "<"
  }

  /// What a level must reach.
  package enum Goal: Hashable, Sendable {
    /// A bar in hundredths of the indicator's unit; for grades a hundred times the place.
    case bar(Int)
    /// So many hundredths more than in the same period last year, until a bar is reached.
    case growth(Int, until: Int?)
    /// Words without a number: "theo lộ trình".
    case stated(String)
  }

  package var document: PlanDocument
  /// Place in the document: "mục I.2.e".
  package var clause: String
  /// Number of the target in the list of all targets of the documents: "000-6"; empty where it
  /// has none.
  package var reference: String
  package var comparison: Comparison
  /// What each level that it is set for must reach.
  package var goals: [Level: Goal]
  /// First and last year that it is set for.
  package var years: ClosedRange<Int>
  /// The lengths of period that it is for; all where it is empty.
  package var lengths: Set<Period.Length>
  /// What is to be known of it and no number says; mostly empty.
  package var note: String

  private static let keys = [
    "document", "clause", "ref", "comparison", "values", "growth", "until", "stated", "levels",
    "periods", "from", "to", "note",
  ]

  init(
    _ node: DataNode, documents: [PlanDocument], scale: [String]
  ) throws(DataFileError) {
    let map = try node.mapping(of: Self.keys)
    let id = try map.required("document")
    let word = try id.word(of: documents.map(\.id))
    guard let document = documents.first(where: { $0.id == word }) else {
      throw id.fault(.unknownWord(word, nearest: nil, allowed: documents.map(\.id)))
    }
    self.document = document
    clause = try map.required("clause").text()
    reference = try map["ref"]?.text() ?? ""
    comparison = try map["comparison"]?.word(Comparison.self) ?? .atLeast
    goals = try Self.goals(map, scale: scale)
    let from = try map.required("from").integer()
    // A target without a last year stands until another takes its place.
    years = from...max(from, try map["to"]?.integer() ?? 9999)
    var lengths: Set<Period.Length> = []
    for item in map["periods"]?.items() ?? [] { lengths.insert(try item.word(Period.Length.self)) }
    self.lengths = lengths
    note = try map["note"]?.text() ?? ""
  }

  private static func goals(
    _ map: DataMapping, scale: [String]
  ) throws(DataFileError) -> [Level: Goal] {
    var goals: [Level: Goal] = [:]
    if let stated = map["stated"] {
      let text = try stated.text()
      for item in try map.required("levels").items() {
        goals[try item.word(Level.self)] = .stated(text)
      }
      return goals
    }
    let until = try map["until"].map { node throws(DataFileError) in try node.hundredths() }
    let isGrowth = map["growth"] != nil
    let node = try map.required(isGrowth ? "growth" : "values")
    let values = try node.mapping(of: Level.allCases.map(\.rawValue))
    for level in Level.allCases {
      guard let value = values[level.rawValue] else { continue }
      if isGrowth {
        goals[level] = .growth(try value.hundredths(), until: until)
      } else if scale.isEmpty {
        goals[level] = .bar(try value.hundredths())
      } else {
        let word = try value.word(of: scale)
        goals[level] = .bar(((scale.firstIndex(of: word) ?? 0) + 1) * 100)
      }
    }
    return goals
  }

  /// The document and the clause, as `figures.csv` and reports cite them.
  package var source: String { "\(document.number), \(clause)" }
}

extension DataNode {
  /// Hundredths of a number such as `60`, `81.5` or `-10`.
  func hundredths() throws(DataFileError) -> Int {
    let text = try text()
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard text.prefix(2) != "--", (1...2).contains(parts.count), let whole = Int(parts[0]),
      whole >= 0
    else { throw fault(.expected(.decimal)) }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard (1...2).contains(parts[1].count), let cents = Int(parts[1]), cents >= 0 else {
        throw fault(.expected(.decimal))
      }
      hundredths += parts[1].count == 1 ? cents * 10 : cents
    }
    return text.hasPrefix("-") ? -hundredths : hundredths
  }
}
