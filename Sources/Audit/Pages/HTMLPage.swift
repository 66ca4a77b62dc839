/// A page as its file has it: elements and texts in their order, each below another.
struct HTMLPage: Sendable {
  struct Node: Sendable {
    /// In small letters; empty for a text.
    var name: String
    var attributes: [PageAttribute] = []
    /// Of a text, a script or a style sheet.
    var text = ""
    /// Counted from 1.
    var line: Int
    /// The number of the element that holds it; `nil` at the top.
    var parent: Int?
    /// The number behind the last node that it holds.
    var end: Int

    /// The value of an attribute; empty where only the name stands, `nil` where not even that.
    func attribute(_ name: String) -> String? {
      attributes.first { $0.name == name }?.value
    }

    /// Whether one of its classes is so called.
    func hasClass(_ name: String) -> Bool {
      attribute("class")?.split(separator: " ").contains { $0 == name } ?? false
    }
  }

  let nodes: [Node]
  /// The numbers of the elements of every name.
  private let numbers: [String: [Int]]
  /// The numbers of the elements by their `id`; of a double one the first.
  let ids: [String: Int]

  /// - Throws: ``PageDamage`` where the page holds what no page of ours should.
  init(_ html: String) throws(PageDamage) {
    nodes = try PageTree.nodes(of: html)
    var numbers: [String: [Int]] = [:]
    var ids: [String: Int] = [:]
    for (number, node) in nodes.enumerated() where !node.name.isEmpty {
      numbers[node.name, default: []].append(number)
      if let id = node.attribute("id"), ids[id] == nil { ids[id] = number }
    }
    self.numbers = numbers
    self.ids = ids
  }

  /// The numbers of the elements of a name, in their order.
  func elements(_ name: String) -> [Int] { numbers[name] ?? [] }

  /// The numbers of the elements of some names that an element holds, in their order.
  func elements(_ names: Set<String>, in number: Int) -> [Int] {
    ((number + 1)..<nodes[number].end).filter { names.contains(nodes[$0].name) }
  }

  /// The numbers of what an element holds right below.
  func children(of number: Int) -> [Int] {
    var children: [Int] = []
    var next = number + 1
    while next < nodes[number].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  /// The numbers of the elements that hold a node, the innermost first.
  func ancestors(of number: Int) -> [Int] {
    var ancestors: [Int] = []
    var next = nodes[number].parent
    while let parent = next {
      ancestors.append(parent)
      next = nodes[parent].parent
    }
    return ancestors
  }

  /// What a reader sees of an element, with a space for every tag that is not within a line.
  func text(of number: Int) -> String { text(of: number..<nodes[number].end) }

  /// What a reader sees of the whole page.
  var readableText: String { text(of: nodes.indices) }

  private func text(of range: Range<Int>) -> String {
    var text = ""
    for node in nodes[range] {
      if !node.name.isEmpty {
        text += " "
      } else if !isCode(node) {
        text += node.text
      }
    }
    return text
  }

  /// Whether a text is that of a script or of a style sheet.
  func isCode(_ node: Node) -> Bool {
    guard let parent = node.parent else { return false }
    return nodes[parent].name == "style" || nodes[parent].name == "script"
  }

  /// The code of every script or style sheet that stands in the page, with its element's number.
  func code(_ name: String) -> [(number: Int, text: String)] {
    elements(name).map { number in
      (number, children(of: number).map { nodes[$0].text }.joined())
    }
  }
}
