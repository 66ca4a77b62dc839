import Administration
import Intake
import Reporting

/// Decides whether what was read is good enough to report on.
struct QualityGate {
  /// Hundredths of a percent.
  let maxRejected: Int
  let isStrict: Bool
  let units: UnitCatalogue

  /// - Throws: a failure where a source has no usable row, too many rejected rows, or with
  ///   `--strict` any.
  func check(_ intake: [KindIntake]) throws {
    for kind in intake {
      let rows = kind.ledgers.reduce(0) { $0 + $1.rows }
      let rejected = kind.ledgers.reduce(0) { $0 + $1.rejected }
      guard rejected > 0 else { continue }
      let count = "\(NumberText.whole(rejected)) trong \(NumberText.whole(rows)) dòng bị loại"
      let places = "\n" + places(kind)
      guard rejected < rows else {
        throw Failure(
          .badData, "Nguồn \(kind.kind.name): không dùng được dòng nào (\(count))." + places)
      }
      guard !isStrict else {
        throw Failure(
          .badData,
          "Nguồn \(kind.kind.name): \(count), mà lần chạy này có --strict. Hãy sửa các dòng sau trong "
            + "hệ thống nguồn rồi xuất lại, hoặc bỏ --strict." + places)
      }
      guard rejected * 10_000 <= rows * maxRejected else {
        let limit = NumberText.decimal(hundredths: maxRejected)
        throw Failure(
          .badData,
          "Nguồn \(kind.kind.name): \(count), quá mức \(limit)% của «max-rejected». Hãy sửa các dòng "
            + "sau rồi xuất lại, hoặc nâng mức này." + places)
      }
    }
  }

  /// The first rejected rows with their places.
  private func places(_ kind: KindIntake) -> String {
    let count = kind.rejected.reduce(0) { $0 + $1.count }
    let rows = zip(kind.ledgers, kind.rejected).lazy.flatMap { ledger, rows in
      rows.lazy.map { row in
        let text = row.text.isEmpty ? "" : ": «\(row.text)»"
        let place = "  \(ledger.file):\(row.line): "
        guard let choice = row.alternatives(units) else {
          return place + row.fault.sentence + text
        }
        return "\(place)\(RowFault.ambiguousUnit)\(text) – có thể là \(choice)"
      }
    }
    let rest = count > 10 ? ["  … và \(NumberText.whole(count - 10)) dòng khác"] : []
    return (Array(rows.prefix(10)) + rest).joined(separator: "\n")
  }
}
