package import DataFiles
package import Intake

/// Which rows count: for some facts, the words that the row may have.
package struct Condition: Hashable, Sendable {
  /// One fact and its words.
  private struct Clause: Hashable, Sendable {
    var shift: UInt32
    var width: UInt32
    /// Bit n is set where the word n will do; bit 0 stands for none.
    var words: UInt32
  }

  private var clauses: [Clause] = []
  /// What the catalogue says: each fact with the words that will do.
  package private(set) var facts: [FactWords] = []

  /// A fact and some of its words; `none` is no word at all.
  package struct FactWords: Hashable, Sendable {
    package var fact: String
    package var words: [String]
  }

  /// Reads a mapping of facts to one or several of their words; `none` is no word at all.
  package init(_ node: DataNode, kind: SourceKind) throws(DataFileError) {
    let layout = FactLayout(of: kind)
    let map = try node.mapping(of: layout.slots.map(\.fact.name))
    for slot in layout.slots {
      guard let value = map[slot.fact.name] else { continue }
      var words: UInt32 = 0
      var names: [String] = []
      for item in value.items() {
        let word = try item.word(of: ["none"] + slot.fact.words)
        names.append(word)
        let number = slot.fact.words.firstIndex(of: word).map { $0 + 1 } ?? 0
        words |= 1 << UInt32(number)
      }
      clauses.append(Clause(shift: slot.shift, width: slot.width, words: words))
      facts.append(FactWords(fact: slot.fact.name, words: names))
    }
  }

  /// Whether a row with these facts counts.
  package func holds(for signature: Signature) -> Bool {
    clauses.allSatisfy { clause in
      let word = (signature >> clause.shift) & ((1 << clause.width) - 1)
      return clause.words & (1 << word) != 0
    }
  }
}
