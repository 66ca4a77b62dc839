/// The marks for the kinds of nothing; zero is written as 0 and is none of them.
package enum EmptyMark {
  /// No cases, so that there is no rate (0/0); with the number of a note, a value that is known and
  /// not compared with.
  package static let noCases = "-"
  /// Nothing is known: not reported, or no run of that period.
  package static let notKnown = "…"
  /// There is no target, or the thing does not exist for this unit.
  package static let notApplicable = "x"

  /// What a legend says of them.
  package static let legend =
    "Ký hiệu: 0 – có theo dõi, không phát sinh; - – không có trường hợp nào để tính tỷ lệ, hoặc "
    + "không so sánh (lý do ở ghi chú có số trong ngoặc); "
    + "… – chưa có số liệu; x – không áp dụng."
}
