/// A template whose names are resolved and whose partials stand in their places: a list of steps
/// that hold numbers only, so that a report of many thousand cells counts no references.
struct CompiledTemplate: Sendable {
  /// What is done.
  enum Step: Sendable {
    /// Bytes of ``texts`` are written as they stand.
    case text(from: Int32, to: Int32)
    /// The value of a lookup is written, escaped.
    case value(lookup: Int32, TextEscaping)
    /// The steps up to a place are done for what a lookup gives, as often as it says.
    case section(lookup: Int32, end: Int32)
    /// They are done where it gives nothing.
    case inverted(lookup: Int32, end: Int32)
  }

  /// How a value is found.
  struct Lookup: Sendable {
    /// What is found before the transform.
    enum Origin: Sendable {
      /// The innermost text.
      case innermostText
      /// The item of the innermost list that is being written.
      case item
      /// A name of one of the values that are known, counted from the outermost.
      case name(frame: Int, place: Int)
    }

    enum PathPart: Sendable {
      /// A place in the table of the group before.
      case place(Int)
      /// A key of figures or of narrative.
      case key(String)
    }

    var origin: Origin
    var transform: Transform?
    /// What follows the name behind points; `nil` where nothing does.
    var path: [PathPart]?
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

  private(set) var steps: [Step] = []
  private(set) var texts: [UInt8] = []
  private(set) var lookups: [Lookup] = []
  /// The style sheets and scripts that it holds.
  var parts = PageParts([])

  // MARK: - Compiling

  mutating func addText(_ text: String) {
    let start = Int32(texts.count)
    texts += text.utf8
    steps.append(.text(from: start, to: Int32(texts.count)))
  }

  mutating func addValue(_ lookup: Lookup, _ escaping: TextEscaping) {
    lookups.append(lookup)
    steps.append(.value(lookup: Int32(lookups.count - 1), escaping))
  }

  /// Adds a section whose steps a closure adds.
  mutating func addSection(
    _ lookup: Lookup, isInverted: Bool, _ addSteps: (inout CompiledTemplate) -> Void
  ) {
    let number = Int32(lookups.count)
    lookups.append(lookup)
    let start = steps.count
    steps.append(.text(from: 0, to: 0))
    addSteps(&self)
    let end = Int32(steps.count)
    steps[start] =
      isInverted ? .inverted(lookup: number, end: end) : .section(lookup: number, end: end)
  }
}
