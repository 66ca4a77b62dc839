/// The widths of one face, looked up by character.
struct FaceTable: Sendable {
  static let regular = FaceTable(.regular)
  static let bold = FaceTable(.bold)

  /// Parts that the size of the typeface is divided into.
  static let unitsPerEm = 2048.0

  /// By character up to U+27FF; ``FaceTable/unlisted`` where the face says nothing.
  private let widths: [UInt16]

  /// A capital of middle width.
  private static let unlisted: UInt16 = 1479

  private init(_ face: FaceWidths) {
    var widths = [UInt16](repeating: Self.unlisted, count: 0x2800)
    let invisible: [ClosedRange<Int>] = [
      0x00...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
      0x20D0...0x20FF,
    ]
    for range in invisible {
      for scalar in range { widths[scalar] = 0 }
    }
    for (first, run) in face.runs {
      widths.replaceSubrange(Int(first)..<(Int(first) + run.count), with: run)
    }
    for (scalar, width) in face.singles { widths[Int(scalar)] = width }
    self.widths = widths
  }

  /// The width of a character; a combining mark has none, since it stands over another.
  func units(_ scalar: Unicode.Scalar) -> Int {
    let value = Int(scalar.value)
    if value < widths.count { return Int(widths[value]) }
    switch value {
    case 0xFE00...0xFE0F, 0xFEFF: return 0
    case 0x2E80...: return 2048  // Chinese characters and pictures are as wide as high.
    default: return Int(Self.unlisted)
    }
  }
}
