internal import Administration

/// The form of a date whose every part has its place, such as `dd/MM/yyyy HH:mm`.
///
/// Eight bytes are looked at in one step: whether digits stand where digits must, and the right
/// signs between them.
struct FixedDateForm: Hashable, Sendable {
  /// What eight bytes must hold.
  private struct Word: Hashable, Sendable {
    /// First of the eight bytes.
    var place: Int8 = 0
    /// All bits of the bytes that are digits, and what carries a digit into the highest bit of its
    /// byte where it is above the largest that may stand there.
    var digits: UInt64 = 0
    var carries: UInt64 = 0
    /// All bits of the bytes that are certain signs, and these.
    var signs: UInt64 = 0
    var expected: UInt64 = 0

    @inline(__always)
    func holds(in cell: UnsafeRawPointer) -> Bool {
      let loaded = unsafe cell.loadUnaligned(fromByteOffset: Int(place), as: UInt64.self)
      let word = UInt64(littleEndian: loaded)
      guard word & signs == expected else { return false }
      let values = (word ^ 0x3030_3030_3030_3030) & digits
      let tooLarge = ((values & 0x7F7F_7F7F_7F7F_7F7F) &+ carries) | values
      return tooLarge & 0x8080_8080_8080_8080 == 0
    }
  }

  // Small numbers, because the form is copied for every cell.
  /// Bytes of a date.
  private(set) var length: Int8 = 0
  private var year: Int8 = -1
  private var month: Int8 = -1
  private var day: Int8 = -1
  private var first = Word()
  private var middle = Word()
  private var last = Word()

  /// `nil` where a part may have one digit or two, or the form has not 8 to 24 signs, or a tab.
  init?(_ parts: [DatePattern.Part]) {
    /// The sign of a place, or the largest digit that may stand there.
    var template: [UInt8] = []
    for part in parts {
      let place = Int8(truncatingIfNeeded: template.count)
      switch part {
      case .year(4):
        year = place
        template += [9, 9, 9, 9]
      case .month(2):
        month = place
        template += [9, 9]
      case .day(2):
        day = place
        template += [9, 9]
      // Hours, minutes and seconds are below 60.
      case .time(2): template += [5, 9]
      case .letter(let byte) where byte > 9: template.append(byte)
      default: return nil
      }
    }
    guard (8...24).contains(template.count) else { return nil }
    length = Int8(truncatingIfNeeded: template.count)
    first = Self.word(of: template, at: 0)
    middle = Self.word(of: template, at: min(8, template.count - 8))
    last = Self.word(of: template, at: template.count - 8)
  }

  private static func word(of template: [UInt8], at place: Int) -> Word {
    var word = Word(place: Int8(truncatingIfNeeded: place))
    for (index, byte) in template[place..<(place + 8)].enumerated() {
      let bits = UInt64(0xFF) << UInt64(8 * index)
      if byte <= 9 {
        word.digits |= bits
        word.carries |= UInt64(0x7F - byte) << UInt64(8 * index)
      } else {
        word.signs |= bits
        word.expected |= UInt64(byte) << UInt64(8 * index)
      }
    }
    return word
  }

  /// The day in a range of bytes; `nil` where they are not written in this form or no calendar
  /// has the day.
  func day(in range: Range<Int>, of bytes: Span<UInt8>) -> CalendarDay? {
    guard range.count == Int(length) else { return nil }
    return unsafe bytes.extracting(range).withUnsafeBytes { cell in
      unsafe cell.baseAddress.flatMap { start in unsafe day(at: start) }
    }
  }

  /// Likewise of a cell of ``length`` bytes.
  @inline(__always)
  func day(at cell: UnsafeRawPointer) -> CalendarDay? {
    guard unsafe holds(at: cell) else { return nil }
    let century = unsafe Self.twoDigits(cell, year)
    return unsafe CalendarDay.read(
      year: century * 100 + Self.twoDigits(cell, year + 2),
      month: Self.twoDigits(cell, month), day: Self.twoDigits(cell, day))
  }

  /// Whether a range of bytes is written in this form, be it of a day or not.
  func isForm(of range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == Int(length) else { return false }
    return unsafe bytes.extracting(range).withUnsafeBytes { cell in
      unsafe cell.baseAddress.map { start in unsafe holds(at: start) } ?? false
    }
  }

  @inline(__always)
  private func holds(at cell: UnsafeRawPointer) -> Bool {
    unsafe first.holds(in: cell) && middle.holds(in: cell) && last.holds(in: cell)
  }

  @inline(__always)
  private static func twoDigits(_ cell: UnsafeRawPointer, _ place: Int8) -> Int {
    let pair = unsafe UInt16(
      littleEndian: cell.loadUnaligned(fromByteOffset: Int(place), as: UInt16.self))
    return Int(pair & 0xF) * 10 + Int(pair >> 8 & 0xF)
  }
}
