package import Indicators

/// How numbers are written, the same in every output: `1.234`, `98,25%`, `+2,30`.
package enum NumberText {
  /// A whole number with a point between thousands: `1.234.567`.
  package static func whole(_ number: Int) -> String {
    let digits = String(number.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(".") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// Hundredths with a decimal comma and two decimals: `1.234,50`.
  package static func decimal(hundredths: Int) -> String {
    let cents = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    let whole = whole(Int(hundredths.magnitude / 100))
    return "\(sign)\(whole),\(cents < 10 ? "0" : "")\(cents)"
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
