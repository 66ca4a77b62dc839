package import Indicators
internal import Intake

/// How an indicator is made, in words.
package enum RuleText {
  /// A sentence for the numerator and one for the denominator, where it has one.
  package static func sentences(of indicator: Indicator) -> [String] {
    switch indicator.content {
    case .rows(let kind, let numerator, let denominator):
      guard let denominator else { return ["Số đếm: \(kind.name) \(words(numerator))."] }
      return [
        "Tử số: trong các dòng của mẫu số, \(kind.name) \(words(numerator)).",
        "Mẫu số: \(kind.name) \(words(denominator)).",
      ]
    case .rowsPerStaff(let kind, let numerator):
      return [
        "Tử số: \(kind.name) \(words(numerator)).", "Mẫu số: số người trực tại Bộ phận Một cửa.",
      ]
    case .unitsWith(let kind, let condition, _):
      return [
        "Tử số: số đơn vị có ít nhất một dòng \(kind.name) \(words(condition)).",
        "Mẫu số: số đơn vị thuộc diện tính.",
      ]
    case .unitsReaching(let base, let bar, _):
      return [
        "Tử số: số đơn vị có chỉ tiêu \(base) đạt từ \(NumberText.decimal(hundredths: bar))% trở lên.",
        "Mẫu số: số đơn vị thuộc diện tính và có phát sinh.",
      ]
    case .procedures(let condition, _):
      return [
        "Tử số: số thủ tục của mẫu số có ít nhất một hồ sơ \(words(condition)).",
        "Mẫu số: số thủ tục trong danh mục thuộc diện tính, của các cấp trong phạm vi; mỗi thủ tục tính một lần.",
      ]
    case .planTasks:
      return [
        "Tử số: nhiệm vụ kế hoạch đã hoàn thành đến hết kỳ, trong các nhiệm vụ của mẫu số.",
        "Mẫu số: nhiệm vụ kế hoạch đến hạn chậm nhất vào ngày cuối kỳ.",
      ]
    case .typed:
      return ["Số nhập tay, lấy đúng như đã ghi; cấp trên cộng từ các đơn vị nếu được cộng."]
    }
  }

  private static func words(_ condition: Condition) -> String {
    guard !condition.facts.isEmpty else { return "(mọi dòng)" }
    return condition.facts.map { fact in
      let words = fact.words.map { Self.words[fact.fact]?[$0] ?? Self.common[$0] ?? $0 }
      let name = names[fact.fact] ?? fact.fact
      return "\(name) \(words.joined(separator: " hoặc "))"
    }.joined(separator: "; ")
  }

  private static let names = [
    "intake": "thuộc diện", "outcome": "kết quả", "begun": "phát sinh", "finished": "xong",
    "open": "chưa xong,", "channel": "hình thức", "serviceLevel": "mức độ dịch vụ công",
    "fee": "phí, lệ phí", "paymentChannel": "thanh toán",
    "componentsDigitised": "số hóa thành phần:",
    "resultDigitised": "số hóa kết quả:", "satisfaction": "đánh giá", "sentAs": "hình thức gửi",
    "secret": "mật:", "digitallySigned": "ký số:", "processedOnline": "xử lý trên môi trường mạng:",
    "online": "trực tuyến:", "paperless": "không giấy:", "tiers": "số cấp dự",
  ]

  private static let common = ["yes": "có", "no": "không", "none": "để trống"]

  private static let words: [String: [String: String]] = [
    "intake": ["received": "tiếp nhận trong kỳ", "carried-over": "kỳ trước chuyển qua"],
    "outcome": [
      "early": "đã giải quyết trước hạn", "on-time": "đã giải quyết đúng hạn",
      "late": "đã giải quyết quá hạn", "pending-in-time": "đang giải quyết trong hạn",
      "pending-overdue": "đang giải quyết quá hạn", "refused": "không tiếp nhận",
    ],
    "begun": ["in-period": "trong kỳ"],
    "finished": ["by-due": "trong kỳ, đúng hạn", "after-due": "trong kỳ, quá hạn"],
    "open": ["overdue": "đã quá hạn"],
    "channel": [
      "online": "trực tuyến", "in-person": "trực tiếp", "postal": "bưu chính công ích",
    ],
    "serviceLevel": [
      "full": "toàn trình", "partial": "một phần", "information": "cung cấp thông tin",
    ],
    "fee": ["charged": "lớn hơn 0"],
    "paymentChannel": ["online": "trực tuyến", "in-person": "trực tiếp"],
    "satisfaction": [
      "very-satisfied": "rất hài lòng", "satisfied": "hài lòng", "dissatisfied": "không hài lòng",
    ],
    "tiers": ["single": "một cấp", "several": "từ hai cấp trở lên"],
    "sentAs": ["electronic": "điện tử", "paper": "bản giấy", "both": "điện tử và giấy"],
  ]
}
