/// The looks that tell at a glance what is missed; the words or numbers in the cells say it too.
enum Conditions {
  private static let bad = ConditionalLook(color: 0x9C0006, fill: 0xFFC7CE, bold: true)
  private static let good = ConditionalLook(color: 0x006100, fill: 0xE2F0D9)

  /// For cells that say whether a target is met.
  static func verdicts(_ range: CellRange) -> [ConditionalFormat] {
    [
      ConditionalFormat(range: range, rule: .textEquals("Chưa đạt"), look: bad),
      ConditionalFormat(range: range, rule: .textEquals("Đạt"), look: good),
    ]
  }

  /// For numbers of which there should be none.
  static func aboveZero(_ range: CellRange) -> ConditionalFormat {
    ConditionalFormat(
      range: range, rule: .formula("=N(\(range.topLeft.address))>0"), look: bad)
  }
}
