/// A column of a dossier export.
enum DossierField: CaseIterable {
  case order, code, procedure, procedureName, field, agencyCode, agencyName, receivingCode
  case receivingName, applicant, phone
  case address, channel, serviceLevel, received, due, finished, returned, status, fee, payment
  case components, result, satisfaction, officer

  /// Names of the column in the three dresses of headers.
  var headers: [String] {
    switch self {
    case .order: ["STT", "Stt", "STT"]
    case .code: ["Mã hồ sơ", "Số hồ sơ", "MÃ SỐ HỒ SƠ"]
    case .procedure: ["Mã TTHC", "Mã thủ tục", "MÃ SỐ TTHC"]
    case .procedureName: ["Tên thủ tục hành chính", "Tên thủ tục", "THỦ TỤC HÀNH CHÍNH"]
    case .field: ["Lĩnh vực", "Tên lĩnh vực", "LĨNH VỰC"]
    case .agencyCode: ["Mã cơ quan", "Mã đơn vị", "MÃ ĐỊNH DANH CƠ QUAN"]
    case .agencyName: ["Cơ quan/đơn vị", "Đơn vị tiếp nhận", "CƠ QUAN GIẢI QUYẾT"]
    case .receivingCode:
      ["Mã đơn vị tiếp nhận", "Mã cơ quan tiếp nhận", "MÃ ĐƠN VỊ TIẾP NHẬN HỒ SƠ"]
    case .receivingName: ["Nơi tiếp nhận", "Đơn vị tiếp nhận", "BỘ PHẬN TIẾP NHẬN"]
    case .applicant: ["Chủ hồ sơ", "Người nộp", "TÊN TỔ CHỨC, CÁ NHÂN"]
    case .phone: ["Số điện thoại", "Điện thoại", "SĐT"]
    case .address: ["Địa chỉ", "Địa chỉ liên hệ", "ĐỊA CHỈ"]
    case .channel: ["Hình thức tiếp nhận", "Kênh tiếp nhận", "HÌNH THỨC NỘP"]
    case .serviceLevel: ["Mức độ", "Mức độ dịch vụ công", "MỨC ĐỘ DVC"]
    case .received: ["Ngày tiếp nhận", "Ngày nhận", "NGÀY GIỜ TIẾP NHẬN"]
    case .due: ["Ngày hẹn trả", "Ngày hẹn trả kết quả", "HẠN TRẢ"]
    case .finished: ["Ngày kết thúc xử lý", "Ngày hoàn thành", "NGÀY CÓ KẾT QUẢ"]
    case .returned: ["Ngày trả kết quả", "Ngày trả", "NGÀY TRẢ KẾT QUẢ"]
    case .status: ["Trạng thái hồ sơ", "Tình trạng hồ sơ", "TRẠNG THÁI"]
    case .fee: ["Phí, lệ phí", "Lệ phí", "PHÍ, LỆ PHÍ"]
    case .payment: ["Hình thức thanh toán", "Hình thức nộp phí", "KÊNH THANH TOÁN"]
    case .components: ["Số hóa thành phần hồ sơ", "Số hóa TPHS", "SỐ HÓA HỒ SƠ"]
    case .result: ["Số hóa kết quả", "Số hóa KQ", "KẾT QUẢ SỐ HÓA"]
    case .satisfaction: ["Mức độ hài lòng", "Đánh giá hài lòng", "ĐÁNH GIÁ"]
    case .officer: ["Cán bộ xử lý hiện tại", "Cán bộ thụ lý", "CÁN BỘ XỬ LÝ"]
    }
  }

  /// Whether it tells where a dossier was received.
  var isOfReceiver: Bool { self == .receivingCode || self == .receivingName }

  /// What the column holds, for the note.
  var meaning: String {
    switch self {
    case .order: "Số thứ tự dòng trong tệp"
    case .code: "Mã hồ sơ: mã cơ quan, ngày nhận (năm tháng ngày), số trong ngày của cơ quan"
    case .procedure: "Mã thủ tục hành chính"
    case .procedureName: "Tên thủ tục hành chính"
    case .field: "Lĩnh vực của thủ tục"
    case .agencyCode: "Mã đơn vị (842, 29263, 84-SNV) hoặc mã định danh (H59.951); có tệp không có"
    case .agencyName: "Tên đơn vị tiếp nhận, giải quyết"
    case .receivingCode: "Mã đơn vị có Bộ phận Một cửa đã nhận hồ sơ; chỉ có từ 7/2025"
    case .receivingName: "Tên đơn vị có Bộ phận Một cửa đã nhận hồ sơ; chỉ có từ 7/2025"
    case .applicant: "Tên người, tổ chức nộp (bịa; cá nhân)"
    case .phone: "Số điện thoại 0900 000 xxx (bịa; cá nhân)"
    case .address: "Địa chỉ Ấp Mẫu, Khóm Mẫu … (bịa; cá nhân)"
    case .channel: "Trực tuyến, trực tiếp hoặc bưu chính"
    case .serviceLevel: "Toàn trình, một phần hoặc cung cấp thông tin"
    case .received: "Ngày tiếp nhận"
    case .due: "Ngày hẹn trả; khoảng 1% để trống"
    case .finished: "Ngày có kết quả; trống khi chưa xong hoặc không tiếp nhận"
    case .returned: "Ngày trả kết quả; trống khi chưa trả"
    case .status: "Trạng thái vào cuối tháng của tệp"
    case .fee: "Phí, lệ phí của thủ tục, đồng"
    case .payment: "Thanh toán trực tuyến hay trực tiếp; trống khi không thu phí"
    case .components: "Đã số hóa thành phần hồ sơ khi tiếp nhận hay chưa"
    case .result: "Đã số hóa kết quả hay chưa; trống khi chưa có kết quả"
    case .satisfaction: "Đánh giá của người nộp; phần lớn để trống"
    case .officer: "Cán bộ đang giữ hồ sơ (bịa); trống khi đã trả kết quả"
    }
  }

  /// The columns in the order of a dress of headers; the last two are often empty.
  static func order(ofDress dress: Int) -> [DossierField] {
    switch dress {
    case 1:
      [
        .order, .code, .procedureName, .procedure, .field, .agencyName, .agencyCode,
        .receivingName, .receivingCode, .received,
        .due, .finished, .returned, .status, .applicant, .phone, .address, .channel,
        .serviceLevel, .fee, .payment, .components, .result, .satisfaction, .officer,
      ]
    case 2:
      [
        .order, .agencyCode, .agencyName, .receivingCode, .receivingName, .field, .procedure,
        .procedureName, .code, .channel,
        .received, .due, .status, .finished, .returned, .applicant, .address, .phone,
        .serviceLevel, .components, .result, .fee, .payment, .officer, .satisfaction,
      ]
    default: Array(allCases)
    }
  }
}
