/// Numbers for the formats that cells need, from 0 in the order of their first use and the same
/// for equal ones.
///
/// Hashing a style takes longer than all else that is done for a cell, so what the cell above had
/// is looked at first.
struct FormatNumbers {
  /// By number.
  private(set) var keys: [FormatKey] = []

  private var numbers: [FormatKey: Int] = [:]
  /// The last number of each column, the columns of a wide sheet sharing them; -1 for none.
  private var recent = [Int](repeating: -1, count: 64)

  mutating func number(of style: CellStyle, isDay: Bool = false, column: Int) -> Int {
    let place = column & 63
    let last = recent[place]
    if last >= 0, keys[last].isDay == (isDay && style.numberFormat == nil),
      keys[last].style == style
    {
      return last
    }
    let number = number(of: FormatKey(style: style, isDay: isDay))
    recent[place] = number
    return number
  }

  private mutating func number(of key: FormatKey) -> Int {
    if let number = numbers[key] { return number }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }
}
