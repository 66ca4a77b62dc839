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

  package var document: PlanDocument
  /// Place in the document: "mục I.2.e".
  package var clause: String
  package var comparison: Comparison
  /// The bar of each level that has one, in hundredths of the indicator's unit.
  package var values: [Level: Int]
  /// First and last year that it is set for.
  package var years: ClosedRange<Int>

  private static let keys = ["document", "clause", "comparison", "values", "from", "to"]

  init(_ node: DataNode, documents: [PlanDocument]) throws(DataFileError) {
    let map = try node.mapping(of: Self.keys)
    let id = try map.required("document")
    let word = try id.word(of: documents.map(\.id))
    guard let document = documents.first(where: { $0.id == word }) else {
      throw id.fault(.unknownWord(word, nearest: nil, allowed: documents.map(\.id)))
    }
    self.document = document
    clause = try map.required("clause").text()
    comparison = try map["comparison"]?.word(Comparison.self) ?? .atLeast
    let levels = try map.required("values")
    let values = try levels.mapping(of: Level.allCases.map(\.rawValue))
    var bars: [Level: Int] = [:]
    for level in Level.allCases {
      guard let value = values[level.rawValue] else { continue }
      guard let bar = Self.hundredths(try value.text()) else {
        throw value.fault(.expected(.decimal))
      }
      bars[level] = bar
    }
    self.values = bars
    let from = try map.required("from").integer()
    // A target without a last year stands until another takes its place.
    years = from...max(from, try map["to"]?.integer() ?? 9999)
  }

  /// Hundredths of a text such as `60` or `81.5`.
  private static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), whole >= 0 else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].count), let cents = Int(parts[1]) else { return nil }
    return whole * 100 + (parts[1].count == 1 ? cents * 10 : cents)
  }

  /// Whether a value meets the bar of a level; `nil` where there is no value or no bar.
  package func isMet(by value: FigureValue?, level: Level) -> Bool? {
    guard let value = value?.hundredths, let bar = values[level] else { return nil }
    return switch comparison {
    case .atLeast: value >= bar
    case .moreThan: value > bar
    case .atMost: value <= bar
    case .lessThan: value < bar
    }
  }

  /// The document and the clause, as `figures.csv` and reports cite them.
  package var source: String { "\(document.number), \(clause)" }
}
