/// Names of people who do not exist, and look it.
enum PeopleNames {
  private static let families = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Thạch", "Kim", "Sơn", "Võ", "Đặng",
  ]
  private static let middles = ["Văn", "Thị", "Ví", "Minh", "Ngọc"]
  private static let givens = ["Mẫu", "Thử", "Dụ", "Giả", "Thí"]

  /// "Nguyễn Văn Mẫu" …: 250 names, to be led on by a number.
  static let all: [String] = families.flatMap { family in
    middles.flatMap { middle in givens.map { "\(family) \(middle) \($0)" } }
  }

  /// The same with a space behind, as bytes.
  static let bytes: [[UInt8]] = all.map { Array("\($0) ".utf8) }

  static let companies: [[UInt8]] = [
    "Công ty TNHH Thí Dụ ", "Công ty TNHH MTV Ví Dụ ", "Hộ kinh doanh Mẫu ",
    "Doanh nghiệp tư nhân Thử ",
  ].map { Array($0.utf8) }
}
