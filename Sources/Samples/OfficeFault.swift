/// What is wrong with a planted row of an iOffice export.
enum OfficeFault {
  case missingCode, missingDay, noSuchDay, unknownUnit

  /// The word of the contract (5).
  var rejection: String {
    switch self {
    case .missingCode: "missing-code"
    case .missingDay: "missing-date"
    case .noSuchDay: "bad-date"
    case .unknownUnit: "unknown-unit"
    }
  }

  /// For the note.
  var text: String {
    switch self {
    case .missingCode: "Thiếu mã"
    case .missingDay: "Thiếu ngày đầu"
    case .noSuchDay: "Ngày đầu 31/02/2023"
    case .unknownUnit: "Đơn vị không có trong danh mục: UBND xã Không Có Thật"
    }
  }

  /// Spoils the cells of a sound row.
  func spoil(_ cells: inout [String], _ columns: [OfficeColumn]) {
    for (index, column) in columns.enumerated() {
      switch (self, column.role) {
      case (.missingCode, .code), (.missingDay, .firstDay), (.unknownUnit, .agencyCode):
        cells[index] = ""
      case (.noSuchDay, .firstDay): cells[index] = "31/02/2023"
      case (.unknownUnit, .agencyName): cells[index] = "UBND xã Không Có Thật"
      default: break
      }
    }
  }
}
