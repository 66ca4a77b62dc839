/// A template whose names are resolved and whose partials stand in their places.
struct CompiledTemplate: Sendable {
  /// What is done one after another.
  indirect enum Step: Sendable {
    /// Bytes that are written as they stand.
    case text([UInt8])
    /// A text, escaped.
    case value(Lookup, TextEscaping)
    case section(Lookup, [Step])
    case inverted(Lookup, [Step])
  }

  /// How a value is found.
  struct Lookup: Sendable {
    /// What is found before the transform.
    enum Origin: Sendable {
      /// The innermost text.
      case innermostText
      /// The item of the innermost list that is being written.
      case item
      /// A name of one of the values that are known, counted from the outermost, and what follows
      /// the name behind points.
      case name(frame: Int, place: Int, path: [PathPart])
    }

    enum PathPart: Sendable {
      /// A place in the table of the group before.
      case place(Int)
      /// A key of figures or of narrative.
      case key(String)
    }

    var origin: Origin
    var transform: Transform?
  }

  /// The words that may stand before the brackets of `word(name)`.
  enum Transform: String, CaseIterable, Sendable {
    case uppercased, lowercased
    case empty
    case first, last, even, odd

    static let ofTexts: [Transform] = [.uppercased, .lowercased]
    static let ofLists: [Transform] = [.empty]
    static let ofItems: [Transform] = [.first, .last, .even, .odd]
  }

  var steps: [Step]
  /// The style sheets and scripts that it holds.
  var parts: PageParts
}
