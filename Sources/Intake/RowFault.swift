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

/// Why a text is kept but counts as empty.
package enum RowWarning: String, CaseIterable, Hashable, Sendable {
  case unknownValue = "unknown-value"
  case badNumber = "bad-number"

  /// As a person reads it.
  package var sentence: String {
    switch self {
    case .unknownValue: "Từ chưa có trong mẫu đọc, tính như để trống"
    case .badNumber: "Số không đọc được, tính như để trống"
    }
  }
}

/// A row that is not counted, and why.
package struct RejectedRow: Hashable, Sendable {
  /// First physical line, from 1.
  package var line: Int
  package var fault: RowFault
  /// The field that is wrong; empty where the whole row is.
  package var field: String
  /// What stands in the field; empty where the field is personal or has none.
  package var text: String
}

/// A row whose place a later one took, because both are the same dossier, document or task.
package struct SupersededRow: Hashable, Sendable {
  /// Path of its file, and its first physical line, from 1.
  package var file: String
  package var line: Int
  /// Empty where the profile calls codes personal.
  package var code: String
  /// Path and line of the row that took its place.
  package var winnerFile: String
  package var winnerLine: Int
}

/// A text that no mapping knows, once for every distinct one.
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
}
