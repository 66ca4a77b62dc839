/// How sentences say that a value went up or down.
enum Movement {
  /// "tăng 1,20 điểm phần trăm so với quý I năm 2023"; `size` writes how far, without a sign.
  static func text(_ difference: Int, since base: String, size: (Int) -> String) -> String {
    guard difference != 0 else { return "không đổi so với \(base)" }
    return "\(difference > 0 ? "tăng" : "giảm") \(size(abs(difference))) so với \(base)"
  }
}
