import Intake
import Logging
import Registers
import Reporting

/// What reading gave, in lines for a person.
struct QualitySummary {
  let intake: [KindIntake]
  let registers: RegisterIntake

  /// A line for every kind of source.
  func lines() -> [String] {
    QualityRow.all(intake, registers).map { sum in
      "\(FirstLetter.capital(sum.source)): "
        + "\(NumberText.whole(sum.files)) tệp, \(NumberText.whole(sum.rows)) dòng, "
        + "nhận \(NumberText.whole(sum.accepted)), trùng \(NumberText.whole(sum.duplicates)), "
        + "loại \(NumberText.whole(sum.rejected))."
    }
  }

  func log(to log: Logger) {
    for line in lines() { log.info("\(line)") }
  }

  /// Where a finished run lists what was not counted or not understood.
  func logLists(to log: Logger) {
    let rejected = intake.reduce(0) { sum, kind in sum + kind.rejected.reduce(0) { $0 + $1.count } }
    let warned =
      intake.reduce(0) { $0 + $1.warnings.count }
      + registers.warnings.values.reduce(0) { $0 + $1.count }
    if rejected > 0 {
      log.warning("Có \(NumberText.whole(rejected)) dòng bị loại: xem rejected.csv.")
    }
    if warned > 0 {
      log.warning("Có \(NumberText.whole(warned)) điều cần xem lại: xem warnings.csv.")
    }
  }
}
