/// Why a row is rejected, with the word of the contract (5) for it.
package enum RowFault: String, CaseIterable, Hashable, Sendable {
  case brokenQuote = "broken-quote"
  case badEncoding = "bad-encoding"
  case wrongColumnCount = "wrong-column-count"
  case missingCode = "missing-code"
  case missingDate = "missing-date"
  case badDate = "bad-date"
  case finishedBeforeReceived = "finished-before-received"
  case unknownUnit = "unknown-unit"

  /// As a person reads it of a row whose text means several units.
  package static let ambiguousUnit = "Đơn vị không rõ"

  /// As a person reads it.
  package var sentence: String {
    switch self {
    case .brokenQuote: "Dấu ngoặc kép mở ra mà không đóng"
    case .badEncoding: "Chữ không đúng bảng mã UTF-8"
    case .wrongColumnCount: "Số ô không khớp với dòng tiêu đề"
    case .missingCode: "Thiếu mã"
    case .missingDate: "Thiếu ngày đầu (tiếp nhận, ban hành, giao…)"
    case .badDate: "Ngày không đọc được hoặc không có trong lịch"
    case .finishedBeforeReceived: "Kết thúc trước khi tiếp nhận"
    case .unknownUnit: "Không xác định được đơn vị trong danh mục"
    }
  }
}

/// Why rows that are kept should be looked at.
package enum RowWarning: String, CaseIterable, Hashable, Sendable {
  /// A text or number that counts as empty (contract, 5).
  case unknownValue = "unknown-value"
  case badNumber = "bad-number"
  /// Two rows of one dossier differ in what never changes: procedure, unit, day received.
  case conflictingFact = "conflicting-fact"
  /// A total that the export prints is not the number of rows that it holds.
  case totalDiffers = "total-differs"
  /// A procedure that the list of procedures does not have.
  case unknownProcedure = "unknown-procedure"
  /// A text of rejected rows that means several units.
  case ambiguousUnit = "ambiguous-unit"
  /// The text of the unit that received rows, which means none or several; they count where they
  /// are resolved.
  case unknownReceiver = "unknown-receiving-unit"
  /// A unit that was split, whose rows all count for the one that got the larger part.
  case splitUnit = "split-unit"

  /// As a person reads it.
  package var sentence: String {
    switch self {
    case .unknownValue: "Từ chưa có trong mẫu đọc, tính như để trống"
    case .badNumber: "Số không đọc được, tính như để trống"
    case .conflictingFact: "Cùng một hồ sơ nhưng các bản xuất ghi khác nhau"
    case .unknownProcedure: "Thủ tục không có trong danh mục TTHC"
    case .ambiguousUnit: "Đơn vị không rõ, các dòng này bị loại"
    case .unknownReceiver: "Không xác định được đơn vị tiếp nhận, tính cho đơn vị giải quyết"
    case .splitUnit: "Đơn vị đã chia cho nhiều đơn vị, cần xem lại từng dòng (split.csv)"
    case .totalDiffers: "Tổng số in trên bản xuất khác số dòng đếm được"
    }
  }
}

/// A text or a fact of rows that were kept, which somebody should look at.
package struct WarnedText: Hashable, Sendable {
  package var warning: RowWarning
  package var field: String
  /// Empty where the field is personal.
  package var text: String
  package var count: Int
  /// Path of the first file that holds it.
  package var file: String
  /// First physical line in that file, from 1.
  package var line: Int

  package init(
    warning: RowWarning, field: String, text: String, count: Int, file: String, line: Int
  ) {
    self.warning = warning
    self.field = field
    self.text = text
    self.count = count
    self.file = file
    self.line = line
  }
}
