package import Indicators

/// How numbers are written, the same in every output: `1.234`, `98,25%`, `+2,30`.
package enum NumberText {
  /// A whole number with a point between thousands: `1.234.567`.
  package static func whole(_ number: Int) -> String {
    guard number.magnitude >= 1000 else { return String(number) }
    let (thousands, rest) = number.quotientAndRemainder(dividingBy: 1000)
    return whole(thousands) + "." + padded(rest.magnitude, to: 3)
  }

  /// Hundredths with a decimal comma and two decimals: `1.234,50`.
  package static func decimal(hundredths: Int) -> String {
    let (whole, cents) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "-" : "") + Self.whole(Int(whole)) + "," + padded(cents, to: 2)
  }

  /// A number with zeros before it up to so many digits.
  private static func padded(_ number: UInt, to count: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < count { digits = "0" + digits }
    return digits
  }

  /// A value of an indicator with its sign of unit: `1.234`, `98,25%`, `Nhóm B`.
  package static func value(_ value: FigureValue, of indicator: Indicator) -> String {
    switch value {
    case .count(let count): whole(count)
    case .percent(let hundredths): decimal(hundredths: hundredths) + "%"
    case .quotient(let hundredths): decimal(hundredths: hundredths)
    case .amount(let hundredths): short(hundredths: hundredths)
    case .grade: indicator.plain(value)
    }
  }

  /// The value of a figure, or the mark for a rate without cases.
  package static func value(of figure: Figure) -> String {
    figure.value.map { value($0, of: figure.indicator) } ?? EmptyMark.noCases
  }

  /// Hundredths without needless decimals: `60`, `81,93`.
  package static func short(hundredths: Int) -> String {
    hundredths % 100 == 0 ? whole(hundredths / 100) : points(hundredths * 100)
  }

  /// Ten-thousandths with as many decimals as they need: `10,1352`, `0,5`, `-0,01`.
  package static func points(_ tenThousandths: Int) -> String {
    let size = tenThousandths.magnitude
    var decimals = String(10_000 + size % 10_000).dropFirst()
    while decimals.last == "0" { decimals = decimals.dropLast() }
    let sign = tenThousandths < 0 ? "-" : ""
    return sign + whole(Int(size / 10_000)) + (decimals.isEmpty ? "" : ",\(decimals)")
  }

  /// A bar of a target without needless decimals: `60%`, `0`, `81,93%`, `Nhóm C`.
  package static func bar(hundredths: Int, of indicator: Indicator) -> String {
    guard indicator.scale.isEmpty else { return indicator.plain(.grade(hundredths / 100)) }
    let text = short(hundredths: hundredths)
    return indicator.isPercent ? text + "%" : text
  }

  /// A count in a sentence; below 10 with a leading zero, as official papers write it: `04`.
  package static func inSentence(_ count: Int) -> String {
    (1...9).contains(count) ? "0\(count)" : whole(count)
  }
}
