import ArgumentParser

/// The words of the argument parser, in Vietnamese.
enum UsageWords {
  /// Prints help, a version or what is wrong with the command line; gives the exit status.
  static func report(_ error: any Error) -> Int32 {
    let code = Baocao.exitCode(for: error)
    let message = Baocao.fullMessage(for: error)
    guard code != .success else {
      print(translated(message))
      return 0
    }
    StandardError.write(translated(message) + "\n")
    return code == .validationFailure ? ExitStatus.usage.rawValue : code.rawValue
  }

  /// What the parser says, and what we say for it; longer texts first where one holds another.
  private static let words: [(String, String)] = [
    ("OVERVIEW:", "TỔNG QUAN:"), ("USAGE:", "CÁCH DÙNG:"), ("Usage:", "Cách dùng:"),
    ("ARGUMENTS:", "THAM SỐ:"), ("OPTIONS:", "TÙY CHỌN:"), ("SUBCOMMANDS:", "CÁC LỆNH:"),
    ("Show the version.", "In phiên bản."), ("Show help information.", "In phần trợ giúp này."),
    ("Show subcommand help information.", "In phần trợ giúp của một lệnh."),
    ("(default: ", "(mặc định: "), ("; default: ", "; mặc định: "), ("(values:", "(một trong:"),
    (
      "See 'baocao help <subcommand>' for detailed help.",
      "Xem «baocao help LỆNH» để biết chi tiết của từng lệnh."
    ),
    ("See 'baocao --help' for more information.", "Xem «baocao --help» để biết thêm."),
    (" --help' for more information.", " --help» để biết thêm."),
    ("  See 'baocao", "  Xem «baocao"),
    ("Error: Missing expected argument ", "Lỗi: Thiếu tham số bắt buộc "),
    ("Error: Missing value for ", "Lỗi: Thiếu giá trị của "),
    ("Error: Unknown option ", "Lỗi: Không có tùy chọn "),
    ("Error: Unexpected argument ", "Lỗi: Thừa tham số "),
    (" unexpected arguments: ", " tham số thừa: "),
    (". Did you mean ", ". Có phải là "), ("The value ", "Giá trị "),
    (" is invalid for ", " không dùng được cho "),
    (". Please provide one of ", ". Hãy dùng một trong "), (" and ", " và "), (" or ", " hoặc "),
    ("Error: ", "Lỗi: "), ("Help:  ", "Trợ giúp:  "), ("<subcommand>", "<lệnh>"),
    ("<options>", "<tùy-chọn>"),
  ]

  private static func translated(_ text: String) -> String {
    words.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
