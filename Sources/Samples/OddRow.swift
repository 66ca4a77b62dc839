/// A row that is not as it should be, or one that only looks so; planted to be found again.
enum OddRow: Hashable {
  // Rejected: see ``rejection``.
  case extraCell, cutShort, missingCode, missingDate, receivedOnNoDay, dueOnNoDay
  case receivedInWords, finishedInWords, finishedBeforeReceived, unknownUnit, unknownUnitCode
  case ambiguousUnit, badEncoding, brokenQuote
  // Kept.
  case lineBreaks, doubledQuotes, absentCells, surplusCells, unknownChannel
  case unknownSatisfaction, unreadableFee, laterState, formula, markup, bars, blankLine

  /// The word of the contract (5) for why it is rejected; `nil` where it is kept.
  var rejection: String? {
    switch self {
    case .extraCell, .cutShort: "wrong-column-count"
    case .missingCode: "missing-code"
    case .missingDate: "missing-date"
    case .receivedOnNoDay, .dueOnNoDay, .receivedInWords, .finishedInWords: "bad-date"
    case .finishedBeforeReceived: "finished-before-received"
    case .unknownUnit, .unknownUnitCode, .ambiguousUnit: "unknown-unit"
    case .badEncoding: "bad-encoding"
    case .brokenQuote: "broken-quote"
    case .lineBreaks, .doubledQuotes, .absentCells, .surplusCells, .unknownChannel,
      .unknownSatisfaction, .unreadableFee, .laterState, .formula, .markup, .bars, .blankLine:
      nil
    }
  }

  /// What is odd about it, for the note.
  var text: String {
    switch self {
    case .extraCell: "Thừa một ô có chữ ở cuối dòng"
    case .cutShort: "Dòng bị cắt trước ngày tiếp nhận"
    case .missingCode: "Thiếu mã hồ sơ"
    case .missingDate: "Thiếu ngày tiếp nhận"
    case .receivedOnNoDay: "Ngày tiếp nhận 31/02/2023"
    case .dueOnNoDay: "Ngày hẹn trả 31/02/2023"
    case .receivedInWords: "Ngày tiếp nhận ghi bằng chữ: hôm qua"
    case .finishedInWords: "Ngày kết thúc ghi bằng chữ: chờ ký"
    case .finishedBeforeReceived: "Kết thúc trước ngày tiếp nhận"
    case .unknownUnit: "Đơn vị không có trong danh mục: UBND xã Không Có Thật"
    case .unknownUnitCode: "Mã H59.999 và tên Phòng Thử Nghiệm không có trong danh mục"
    case .ambiguousUnit: "Tên trần có ở hai huyện, không có mã"
    case .badEncoding: "Chữ không phải UTF-8 (Windows-1258)"
    case .brokenQuote: "Dấu ngoặc kép mở ở ô cuối mà không đóng"
    case .lineBreaks: "Ô địa chỉ trong ngoặc kép có xuống dòng"
    case .doubledQuotes: "Ô có ngoặc kép viết đôi"
    case .absentCells: "Không có các ô trống ở cuối dòng"
    case .surplusCells: "Thừa hai ô trống ở cuối dòng"
    case .unknownChannel: "Hình thức tiếp nhận lạ: Qua Zalo"
    case .unknownSatisfaction: "Mức độ hài lòng lạ: Bình thường"
    case .unreadableFee: "Phí không đọc được: miễn phí"
    case .laterState: "Hồ sơ có hai dòng trong tệp; dòng sau ở cuối bảng là trạng thái mới hơn"
    case .formula: "Tên thủ tục bắt đầu bằng =HYPERLINK("
    case .markup: "Lĩnh vực và tên thủ tục có thẻ <b>, <script>"
    case .bars: "Lĩnh vực và tên thủ tục có dấu | và *"
    case .blankLine: "Dòng trống giữa bảng"
    }
  }

  /// Whether it is a dossier of its own, and not an empty line.
  var isDossier: Bool { self != .blankLine }

  /// The rows planted into the exports of dossiers, with the place of the month in
  /// ``SampleCalendar/months``; rejected ones first.
  static let planted: [(month: Int, row: OddRow)] = [
    (14, .receivedOnNoDay), (12, .missingCode), (13, .missingDate), (14, .unknownUnit),
    (12, .extraCell), (13, .finishedBeforeReceived), (14, .brokenQuote), (13, .badEncoding),
    (14, .ambiguousUnit), (12, .cutShort), (13, .receivedInWords), (14, .dueOnNoDay),
    (12, .finishedBeforeReceived), (14, .missingCode), (12, .unknownUnitCode),
    (14, .finishedInWords), (13, .unknownUnit), (8, .cutShort), (14, .extraCell),
    (10, .missingDate), (9, .finishedBeforeReceived),
    (12, .lineBreaks), (13, .lineBreaks), (7, .lineBreaks), (14, .doubledQuotes),
    (6, .doubledQuotes), (12, .absentCells), (11, .absentCells), (13, .surplusCells),
    (10, .surplusCells), (12, .unknownChannel), (14, .unknownChannel),
    (13, .unknownSatisfaction), (14, .unknownSatisfaction), (12, .unreadableFee),
    (13, .unreadableFee), (12, .laterState), (14, .laterState), (14, .formula), (13, .markup),
    (12, .bars), (12, .blankLine), (8, .blankLine),
  ]

  /// The planted rows of a sample of so many dossiers: in a small one fewer are rejected, so that
  /// they stay under 0.5% of the rows, and in a very small one none is planted.
  static func planted(amongRows rows: Int) -> [(month: Int, row: OddRow)] {
    guard rows >= 200 else { return [] }
    var left = rows / 200
    return planted.filter { place in
      guard place.row.rejection != nil else { return true }
      left -= 1
      return left >= 0
    }
  }
}

/// Where a planted row stands, for the note.
struct OddPlace: Hashable {
  /// Path below the folder of the sample.
  var file: String
  /// Physical line, from 1.
  var line: Int
  /// The word of the contract (5); `nil` where the row is kept.
  var rejection: String?
  var text: String
}
