/// Where the cells of a table stand, as browsers lay them out.
enum PageGrid {
  struct Cell {
    /// The number of the element.
    var number: Int
    /// The first of its columns, from 0.
    var column: Int
  }

  /// The cells of the rows of a table, but those of its head.
  static func cells(of table: Int, in page: HTMLPage) -> [Cell] {
    page.elements(["tbody", "tfoot"], in: table).flatMap { part -> [Cell] in
      /// For every column how many further rows its last cell covers.
      var covered: [Int] = []
      var cells: [Cell] = []
      for row in page.children(of: part) where page.nodes[row].name == "tr" {
        var column = 0
        var next = covered.map { max($0 - 1, 0) }
        for number in page.children(of: row) where !page.nodes[number].name.isEmpty {
          while column < covered.count, covered[column] > 0 { column += 1 }
          cells.append(Cell(number: number, column: column))
          let node = page.nodes[number]
          let columns = node.attribute("colspan").flatMap { Int($0) } ?? 1
          let rows = node.attribute("rowspan").flatMap { Int($0) } ?? 1
          for place in column..<(column + max(min(columns, 1000), 1)) {
            while next.count <= place { next.append(0) }
            next[place] = max(rows - 1, 0)
          }
          column += max(columns, 1)
        }
        covered = next
      }
      return cells
    }
  }
}
