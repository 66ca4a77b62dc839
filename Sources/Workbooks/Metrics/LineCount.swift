/// Breaks a text into lines word by word and counts them; widths are in units of the face.
struct LineCount {
  let face: FaceTable
  /// The width of a line; a character that is wider still gets a line of its own.
  let limit: Int
  /// At least 1.
  private(set) var lines = 1

  /// What stands on the last line, with the spaces behind it.
  private var line = 0
  /// The word that has begun and may not fit on the last line.
  private var word = 0

  init(face: FaceTable, limit: Int) {
    self.face = face
    self.limit = limit
  }

  mutating func take(_ text: String) {
    let scalars = text.unicodeScalars
    var wordStart = scalars.startIndex
    var isAfterReturn = false
    for index in scalars.indices {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch scalar {
      case "\n", "\r":
        place(scalars[wordStart..<index])
        if !(scalar == "\n" && isAfterReturn) { endLine() }
        wordStart = next
      case " ", "\t":
        place(scalars[wordStart..<index])
        // Spaces at the end of a line hang over its edge.
        line += face.units(" ")
        wordStart = next
      case "-", "\u{2010}":
        word += face.units(scalar)
        place(scalars[wordStart..<next])
        wordStart = next
      default:
        word += face.units(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    place(scalars[wordStart...])
  }

  /// Puts the word on the last line, or on lines of its own.
  private mutating func place(_ scalars: Substring.UnicodeScalarView) {
    guard word > 0 else { return }
    defer { word = 0 }
    if line + word <= limit {
      line += word
      return
    }
    if line > 0 { endLine() }
    guard word > limit else {
      line = word
      return
    }
    for scalar in scalars {
      let width = face.units(scalar)
      if line > 0 && line + width > limit { endLine() }
      line += width
    }
  }

  private mutating func endLine() {
    lines += 1
    line = 0
  }
}
