/// A selector of a style sheet whose elements are not shown on the screen.
///
/// Only selectors of one element, made of its name, its classes and its attributes without a
/// value, are followed; others are taken for states that a reader or a script brings about.
struct HidingStyle: Sendable {
  let selector: String
  private let name: String
  private let classes: [String]

  /// The selectors of a style sheet whose rules hide, but those for paper.
  static func selectors(in sheet: String) -> [Self] {
    var found: [Self] = []
    /// The beginnings of the blocks that are open, the outermost first.
    var open: [String] = []
    var text = ""
    for character in sheet {
      switch character {
      case "{":
        open.append(text.trimmed)
        text = ""
      case "}":
        if hides(text), let head = open.last, !open.contains(where: isForPaper) {
          found += head.split(separator: ",").compactMap { Self(String($0).trimmed) }
        }
        open = open.dropLast()
        text = ""
      case ";" where open.isEmpty: text = ""
      default: text.append(character)
      }
    }
    return found
  }

  /// Whether declarations hide what they are for.
  static func hides(_ declarations: String) -> Bool {
    declarations.split(separator: ";").contains { declaration in
      let letters = declaration.lowercased().filter { !$0.isWhitespace }
      return letters.hasPrefix("display:none") || letters.hasPrefix("visibility:hidden")
    }
  }

  private static func isForPaper(_ head: String) -> Bool {
    head.hasPrefix("@media") && head.contains("print")
  }

  /// `nil` for a selector that is not followed.
  private init?(_ selector: String) {
    guard !selector.isEmpty,
      selector.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" })
    else { return nil }
    let pieces = selector.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    self.selector = selector
    name = pieces.first ?? ""
    classes = Array(pieces.dropFirst())
  }

  func fits(_ node: HTMLPage.Node) -> Bool {
    (name.isEmpty || name == node.name) && classes.allSatisfy(node.hasClass)
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
