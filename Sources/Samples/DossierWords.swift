/// The words of one dress for states, channels and answers, as bytes.
struct DossierWords {
  /// By ``Dossier/Channel``.
  let channel: [[UInt8]]
  /// By ``SampleProcedure/ServiceLevel``, in its order.
  let serviceLevel: [[UInt8]]
  /// By ``Dossier/State``.
  let state: [[UInt8]]
  /// Online, in person.
  let payment: [[UInt8]]
  /// Yes, no.
  let digitised: [[UInt8]]
  /// None, then very satisfied, satisfied, dissatisfied.
  let satisfaction: [[UInt8]]

  /// - Parameter dress: number of the dress of headers, 0…2.
  init(dress: Int) {
    let words = { (lists: [[String]]) in
      lists.map { Array($0[dress % $0.count].utf8) }
    }
    channel = words([
      ["Trực tuyến", "Nộp trực tuyến", "Qua mạng"],
      ["Bưu chính công ích", "BCCI", "Qua bưu điện"],
      ["Trực tiếp", "Tại quầy", "Nhận trực tiếp"],
    ])
    serviceLevel = words([
      ["Toàn trình", "DVC trực tuyến toàn trình", "Mức độ 4"],
      ["Một phần", "DVC trực tuyến một phần", "Mức độ 3"],
      ["Cung cấp thông tin", "Dịch vụ cung cấp thông tin", "Mức độ 2"],
    ])
    state = words([
      ["Mới tiếp nhận", "Được tiếp nhận", "Mới đăng ký"],
      ["Đang xử lý", "Đang giải quyết", "Đang xử lý"],
      ["Yêu cầu bổ sung", "Chờ bổ sung", "Tạm dừng"],
      ["Đã có kết quả", "Đã xử lý xong", "Đã có kết quả"],
      ["Đã trả kết quả", "Đã trả kết quả", "Hoàn thành"],
      ["Xin rút", "Công dân yêu cầu rút hồ sơ", "Đã hủy/Xin rút"],
      ["Không tiếp nhận", "Từ chối tiếp nhận", "Không được tiếp nhận"],
    ])
    payment = words([
      ["Trực tuyến", "Thanh toán trực tuyến", "PayPlat"],
      ["Trực tiếp", "Tiền mặt", "Tại quầy"],
    ])
    digitised = words([["Có", "Đã số hóa", "x"], ["Không", "Chưa số hóa", ""]])
    satisfaction = words([
      [""], ["Rất hài lòng"], ["Hài lòng"], ["Không hài lòng", "Chưa hài lòng"],
    ])
  }
}
