package import Administration
internal import DelimitedText
package import Indicators

/// A figure with its rule and its rows, for whoever has to account for it.
package struct FigureExplanation: Sendable {
  let figure: Figure
  let evidence: FigureEvidence
  let period: Period
  let days: DaySpan

  package init(figure: Figure, evidence: FigureEvidence, period: Period, days: DaySpan) {
    self.figure = figure
    self.evidence = evidence
    self.period = period
    self.days = days
  }

  /// Whether the rows make exactly the figure.
  package var closes: Bool {
    guard let part = figure.part, part.hasParts else { return true }
    let sums = evidence.sums
    return part.numerator == sums.numerator
      && (part.denominator ?? sums.denominator) == sums.denominator
  }

  /// What the figure is and how it is made, line by line.
  package var head: [String] {
    let indicator = figure.indicator
    var lines = [
      "Chỉ tiêu: \(indicator.name) (\(indicator.id)), đơn vị tính: \(indicator.unit)",
      "Đơn vị: \(figure.unit.name) (\(figure.unit.code)), phạm vi: \(scope)",
      "Kỳ: \(period.name). \(DayText.span(days))",
    ]
    lines += RuleText.sentences(of: indicator)
    if evidence.isByReceiver {
      lines.append(
        "Hồ sơ tính cho đơn vị tiếp nhận; dòng không ghi đơn vị tiếp nhận thì tính cho đơn vị giải quyết."
      )
    }
    if let part = figure.part, part.hasParts {
      let numerator = NumberText.whole(part.numerator)
      if let denominator = part.denominator {
        lines.append(
          "Tử số \(numerator), mẫu số \(NumberText.whole(denominator)), kết quả \(value).")
      } else {
        lines.append("Kết quả: \(value).")
      }
    } else {
      lines.append("Kết quả: \(value).")
    }
    return lines
  }

  private var value: String {
    guard figure.part != nil else { return "chưa có số liệu" }
    guard let value = figure.value else { return "không phát sinh (0/0)" }
    return NumberText.value(value, of: figure.indicator)
  }

  private var scope: String {
    switch figure.scope {
    case .own: "riêng đơn vị"
    case .area: "toàn địa bàn"
    case .level(let level): "các đơn vị \(level.name)"
    }
  }

  /// The rows, with a heading over those of the numerator and those of the rest.
  package func forEachLine(_ body: (String) -> Void) {
    let hasRest = figure.part?.denominator != nil
    body("\(hasRest ? "Tử số" : "Số đếm") (\(NumberText.whole(evidence.numerator.count)) dòng):")
    for row in evidence.numerator { body(Self.line(row)) }
    guard hasRest else { return }
    let rest = NumberText.whole(evidence.rest.count)
    body(evidence.isShare ? "Phần còn lại của mẫu số (\(rest) dòng):" : "Mẫu số (\(rest) dòng):")
    for row in evidence.rest { body(Self.line(row)) }
  }

  private static func line(_ row: EvidenceRow) -> String {
    let place = row.file.isEmpty ? "" : "\(row.file):\(row.line)  "
    let weight = row.weight == 1 ? "" : "  (\(NumberText.whole(row.weight)))"
    return "  \(place)\(row.code)\(weight)"
  }

  /// All rows as a table.
  package var csv: [UInt8] {
    var text = CSVText(header: ["part", "unit", "file", "line", "code", "weight"])
    for (part, rows) in [("numerator", evidence.numerator), ("rest", evidence.rest)] {
      for row in rows {
        text.append([
          evidence.isShare || part == "numerator" ? part : "denominator", row.unit, row.file,
          row.line == 0 ? "" : "\(row.line)", CSVText.guarded(row.code), "\(row.weight)",
        ])
      }
    }
    return text.bytes
  }
}
