/// The outline of a shape, as SVG writes it; lengths in tenths.
struct ChartPath: Hashable, Sendable {
  private(set) var text = ""

  mutating func move(_ x: Int, _ y: Int) { add("M", [x, y]) }

  mutating func line(_ x: Int, _ y: Int) { add("L", [x, y]) }

  private mutating func add(_ letter: String, _ lengths: [Int]) {
    text += letter + lengths.map(ChartLength.text).joined(separator: " ")
  }

  static func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) -> Self {
    var path = Self()
    path.move(x1, y1)
    path.line(x2, y2)
    return path
  }

  static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Self {
    var path = Self()
    path.move(x, y)
    path.add("h", [width])
    path.add("v", [height])
    path.add("h", [-width])
    path.text += "z"
    return path
  }

  /// Lines from one known point to the next; a point that is not known leaves a gap, and one between
  /// two gaps a line without length, which a round end makes a dot.
  static func lines(_ points: [(x: Int, y: Int)?]) -> Self {
    var path = Self()
    var isDrawing = false
    for (index, point) in points.enumerated() {
      if let point {
        if isDrawing {
          path.line(point.x, point.y)
        } else {
          path.move(point.x, point.y)
          if index + 1 == points.count || points[index + 1] == nil { path.line(point.x, point.y) }
        }
      }
      isDrawing = point != nil
    }
    return path
  }

  /// The sign of a series at a point: a disc, a square, a triangle, and a diamond.
  static func sign(_ number: Int, at x: Int, _ y: Int, size: Int = 42) -> Self {
    var path = Self()
    switch number {
    case 0:
      path.move(x - size, y)
      let radius = ChartLength.text(size)
      for way in [2 * size, -2 * size] {
        path.text += "a\(radius) \(radius) 0 1 0 \(ChartLength.text(way)) 0"
      }
      path.text += "z"
    case 1: return rectangle(x - size, y - size, 2 * size, 2 * size)
    case 2:
      path.move(x, y - size - 5)
      path.line(x + size + 5, y + size)
      path.line(x - size - 5, y + size)
      path.text += "z"
    default:
      path.move(x, y - size - 8)
      path.line(x + size + 8, y)
      path.line(x, y + size + 8)
      path.line(x - size - 8, y)
      path.text += "z"
    }
    return path
  }
}
