/// Something that is so or otherwise about a row in a period, as one of a few words.
package struct Fact: Hashable, Sendable {
  package var name: String
  /// The words, with the numbers 1, 2 … in a signature; 0 is none of them.
  package var words: [String]
}

/// Where the facts of a kind of source lie in a signature.
///
/// A ``Signature`` holds for each fact the number of its word. Rows of one unit with one
/// signature count alike in every indicator, so counting signatures is counting everything.
package struct FactLayout: Sendable {
  /// One fact and its bits.
  package struct Slot: Sendable {
    package var fact: Fact
    package var shift: UInt32
    package var width: UInt32

    /// The number of the word in a signature, 0 for none.
    package func word(in signature: Signature) -> Int {
      Int((signature >> shift) & ((1 << width) - 1))
    }

    /// The signature that says only this word, counted from 1.
    package func signature(_ word: Int) -> Signature { Signature(word) << shift }
  }

  package let slots: [Slot]

  package init(of kind: SourceKind) {
    var shift: UInt32 = 0
    slots = Self.facts(of: kind).map { fact in
      let width = UInt32(UInt32.bitWidth - UInt32(fact.words.count).leadingZeroBitCount)
      defer { shift += width }
      return Slot(fact: fact, shift: shift, width: width)
    }
  }

  /// How many bits of a signature are used.
  var width: UInt32 { slots.last.map { $0.shift + $0.width } ?? 0 }

  /// The slot of a fact; `nil` where the kind has no such fact.
  package func slot(_ name: String) -> Slot? { slots.first { $0.fact.name == name } }

  /// What tells whether two layouts mean the same by a signature.
  package var description: String {
    slots.map { "\($0.fact.name)@\($0.shift):\($0.fact.words.joined(separator: ","))" }
      .joined(separator: ";")
  }

  /// The facts that the dates decide, then those that a field says itself.
  private static func facts(of kind: SourceKind) -> [Fact] {
    let said = kind.fields.compactMap { field -> Fact? in
      switch field.role {
      case .choice(let words) where field.name != "status": Fact(name: field.name, words: words)
      case .amount: Fact(name: field.name, words: ["charged"])
      case .number: Fact(name: field.name, words: ["single", "several"])
      default: nil
      }
    }
    return dateFacts(of: kind) + said
  }

  private static func dateFacts(of kind: SourceKind) -> [Fact] {
    switch kind {
    case .dossiers:
      [
        Fact(name: "intake", words: ["received", "carried-over"]),
        Fact(
          name: "outcome",
          words: ["early", "on-time", "late", "pending-in-time", "pending-overdue", "refused"]),
      ]
    case .incomingDocuments:
      [
        Fact(name: "begun", words: ["in-period"]),
        Fact(name: "finished", words: ["by-due", "after-due"]),
      ]
    case .outgoingDocuments, .workFiles, .meetings:
      [Fact(name: "begun", words: ["in-period"])]
    case .tasks:
      [
        Fact(name: "begun", words: ["in-period"]),
        Fact(name: "finished", words: ["by-due", "after-due"]),
        Fact(name: "open", words: ["overdue"]),
      ]
    }
  }
}

/// The facts of a row in a period, packed as ``FactLayout`` says.
package typealias Signature = UInt32
