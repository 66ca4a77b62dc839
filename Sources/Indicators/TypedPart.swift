internal import Administration
internal import DataFiles
internal import Registers

/// Makes the part of a figure of what somebody typed, or says what is wrong with it.
struct TypedPart {
  let row: TypedValue
  let indicator: Indicator
  /// The unit that the row is about.
  let unit: Unit

  func part() throws(RegisterFault) -> Part {
    try checkLevel()
    switch indicator.measure {
    case .count: return try count()
    case .percent, .quotient: return try rate(indicator.measure)
    case .typedPercent:
      return row.denominator == nil ? try amount(.typedPercent) : try rate(.percent)
    case .typedAmount:
      return row.denominator == nil ? try amount(.typedAmount) : try rate(.quotient)
    case .grade: return try grade()
    }
  }

  private func checkLevel() throws(RegisterFault) {
    let isWhole = indicator.rollUp == .none
    guard indicator.levels.contains(unit.level),
      !isWhole || unit.level != .province || unit.parent.isEmpty
    else {
      let names = Level.allCases.filter(indicator.levels.contains).map { level in
        isWhole && level == .province ? "toàn tỉnh" : level.name
      }
      throw row.fault(
        row.titles.unit, .wrongLevel(unit.name, allowed: names.joined(separator: ", ")))
    }
  }

  private func number(decimals: Int) throws(RegisterFault) -> VietnameseNumber? {
    guard !row.value.isEmpty else { return nil }
    guard let number = VietnameseNumber(row.value, decimals: decimals),
      number.tenThousandths >= 0
    else { throw row.fault(row.titles.value, .notANumber(row.value, decimals: decimals)) }
    return number
  }

  private func count() throws(RegisterFault) -> Part {
    let value = try number(decimals: 4)
    if let value, value.whole == nil || value.isPercent {
      throw row.fault(row.titles.value, .notWhole(row.value))
    }
    guard let count = row.numerator ?? value?.whole, row.denominator == nil else {
      throw row.fault(row.titles.numerator, .missing)
    }
    if let whole = value?.whole, whole != count {
      throw row.fault(row.titles.value, .valueIsNotQuotient(row.value, made: "\(count)"))
    }
    return Part(numerator: count, denominator: nil, measure: .count)
  }

  private func rate(_ measure: Part.Measure) throws(RegisterFault) -> Part {
    guard let numerator = row.numerator, let denominator = row.denominator else {
      throw row.fault(row.titles.numerator, .missingParts)
    }
    let part = Part(numerator: numerator, denominator: denominator, measure: measure)
    if let typed = try number(decimals: 2)?.hundredths, typed != part.value?.hundredths {
      let made = part.value.map { Hundredths.plain($0.hundredths).replacing(".", with: ",") }
      throw row.fault(
        row.titles.value, .valueIsNotQuotient(row.value, made: made ?? ""))
    }
    return part
  }

  private func amount(_ measure: Part.Measure) throws(RegisterFault) -> Part {
    guard let hundredths = try number(decimals: 2)?.hundredths else {
      throw row.fault(row.titles.value, .missing)
    }
    guard row.numerator == nil else {
      throw row.fault(row.titles.numerator, .missingParts)
    }
    return Part(numerator: hundredths, denominator: nil, measure: measure)
  }

  private func grade() throws(RegisterFault) -> Part {
    let folded = FoldedText.of(row.value)
    guard let place = indicator.scale.firstIndex(where: { FoldedText.of($0) == folded }) else {
      throw row.fault(
        row.titles.value,
        .unknownGrade(
          row.value, nearest: NearestName.of(row.value, among: indicator.scale),
          allowed: indicator.scale))
    }
    return Part(numerator: place + 1, denominator: nil, measure: .grade)
  }
}
