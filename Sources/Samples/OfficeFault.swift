/// What is wrong with a planted row of an iOffice export.
enum OfficeFault {
  case missingCode, missingDay, noSuchDay, endedBeforeStart, unknownUnit

  /// The word of the contract (5).
  var rejection: String {
    switch self {
    case .missingCode: "missing-code"
    case .missingDay: "missing-date"
    case .noSuchDay: "bad-date"
    case .endedBeforeStart: "finished-before-received"
    case .unknownUnit: "unknown-unit"
    }
  }

  /// For the note.
  var text: String {
    switch self {
    case .missingCode: "Thiếu mã"
    case .missingDay: "Thiếu ngày đầu"
    case .noSuchDay: "Ngày đầu 31/02/2023"
    case .endedBeforeStart: "Kết thúc trước ngày bắt đầu"
    case .unknownUnit: "Đơn vị không có trong danh mục: UBND xã Không Có Thật"
    }
  }

  /// Spoils the cells of a sound row; `early` is a day before its first day.
  func spoil(_ cells: inout [String], _ columns: [OfficeColumn], early: String) {
    for (index, column) in columns.enumerated() {
      switch (self, column.role) {
      case (.missingCode, .code), (.missingDay, .firstDay), (.unknownUnit, .agencyCode):
        cells[index] = ""
      case (.noSuchDay, .firstDay): cells[index] = "31/02/2023"
      case (.endedBeforeStart, .lastDay): cells[index] = early
      case (.unknownUnit, .agencyName): cells[index] = "UBND xã Không Có Thật"
      default: break
      }
    }
  }
}
