import DataFiles
import Delivery
import Reporting

extension Failure {
  /// The words for what is wrong with a list of messages: the first faults, one a line.
  init(_ error: MailFaults) {
    let shown = error.faults.prefix(10).map(Self.sentence)
    let rest = error.faults.count - shown.count
    let more = rest > 0 ? ["… và \(NumberText.whole(rest)) lỗi khác."] : []
    let isMissing = error.faults.contains { fault in
      if case .data(.missingFile) = fault.problem { true } else { false }
    }
    self.init(
      isMissing ? .missingInput : .configuration, (shown + more).joined(separator: "\n"))
  }

  private static func sentence(_ fault: MailFault) -> String {
    let place = [fault.line, fault.column].compactMap { $0 }.map { ":\($0)" }.joined()
    // What a list says may not write lines of its own.
    let text = "\(fault.file)\(place): \(words(fault.problem))"
    return String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
  }

  private static func words(_ problem: MailProblem) -> String {
    switch problem {
    case .data(let problem): words(problem)
    case .notAnAddress(let text):
      "«\(text)» không phải địa chỉ thư. Hãy ghi như ten@travinh.gov.vn hoặc Họ Tên <ten@travinh.gov.vn>."
    case .foreignDomain(let address, let allowed):
      """
      \(address) không thuộc các tên miền được gửi tới (\(allowed.joined(separator: ", "))). Hãy sửa địa chỉ, hoặc bổ \
      sung tên miền vào mục domains nếu đúng là của cơ quan.
      """
    case .notADomain(let text): "«\(text)» không phải tên miền. Hãy ghi như travinh.gov.vn."
    case .notAHost:
      "chỗ này phải là tên máy chủ thư, ví dụ mail.travinh.gov.vn; cổng ghi ở port, tài khoản ở user."
    case .notASize: "chỗ này phải là dung lượng, ví dụ 500 KB hoặc 10 MB."
    case .passwordItself:
      """
      không ghi mật khẩu vào tệp này. Hãy ghi {env: TÊN_BIẾN} để lấy từ biến môi trường, hoặc {file: TÊN-TỆP} để lấy từ \
      tệp chỉ chủ tệp đọc được (chmod 600).
      """
    case .unprotected:
      """
      security: none chỉ dùng được với máy chủ thư ngay trên máy này (localhost) và không có tài khoản. Hãy dùng \
      starttls hoặc tls.
      """
    case .halfAnAccount: "user và password phải có cả hai hoặc không có mục nào."
    case .unknownUnit(let code, let nearest):
      "báo cáo không có đơn vị mã «\(code)».\(suggestion(nearest))"
    case .unknownRole(let role, let nearest):
      "danh bạ không có ai giữ vai trò «\(role)».\(suggestion(nearest)) Nếu là địa chỉ thì phải có @."
    case .nobodyToSendTo:
      "không có người nhận nào. Hãy bổ sung địa chỉ vào danh bạ, hoặc sửa to, cc, bcc."
    case .noReport:
      "lần chạy này không có báo cáo của cấp đó. Hãy sửa for-each hoặc attachments, hoặc lập lại báo cáo."
    case .notTied(let address, let unit, let file):
      """
      \(address) không được nhận \(file): địa chỉ chưa gắn với \(unit) hay đơn vị cấp trên của \(unit) trong danh bạ. Hãy \
      sửa người nhận, hoặc bổ sung một dòng vào danh bạ.
      """
    case .emptySubject(let unit): "thư của \(unit) không có tiêu đề. Hãy sửa mục subject."
    case .noSuchFile(let pattern, let unit):
      "lần chạy này không có tệp «\(pattern)» của \(unit). Hãy sửa đường dẫn, hoặc lập lại báo cáo với dạng tệp đó."
    case .tooLarge(let name, let size, let limit, let unit):
      """
      \(name) của \(unit) có \(SizeText.of(size)), quá mức \(SizeText.of(limit)) của một thư. Hãy dùng over-limit: zip hoặc \
      split, bớt tệp, hoặc nâng limits.attachments nếu máy chủ thư cho phép.
      """
    case .changedOutput(let path):
      "\(path) đã bị thay đổi sau lần lập báo cáo (khác manifest.json) nên không gửi. Hãy lập lại báo cáo."
    case .sameName(let name, let unit):
      "có hai tệp đính kèm cùng tên «\(name)» trong thư của \(unit). Hãy sửa mục name."
    case .noFigures:
      """
      thư có bảng số liệu chính, mà lần chạy này không có figures.csv, targets.csv. Hãy lập lại báo cáo với dạng csv (hoặc \
      không ghi --format).
      """
    }
  }

  /// The words for a folder of messages that cannot be used.
  init(_ problem: MailFolderProblem) {
    switch problem {
    case .inUse(let process):
      let who = process.map { " (tiến trình \($0))" } ?? ""
      self.init(
        .notAllAccepted,
        "Đang có một lần gửi hoặc tập dượt khác từ thư mục này\(who), nên lần này không gửi gì. Hãy chờ lần kia xong."
      )
    case .cannotWrite(let path, let reason):
      self.init(.cannotCreate, "\(path): không ghi được (\(SystemWords.reason(reason))).")
    case .unreadable(let path):
      self.init(.missingInput, "\(path): không đọc được tệp. Hãy kiểm tra đường dẫn.")
    case .notRehearsed:
      self.init(
        .configuration,
        "Chưa tập dượt nên chưa gửi gì. Hãy chạy «baocao mail» không có --send, xem mail/plan.csv, rồi gửi."
      )
    case .lostLedger(let path):
      self.init(
        .configuration,
        "\(path): mất sổ gửi thư, mà ledger.csv cho thấy đã có thư gửi đi, nên không gửi gì. Hãy khôi phục tệp này từ bản "
          + "sao lưu; muốn gửi lại từ đầu cho mọi người thì xóa ledger.csv.")
    case .changed(let file):
      self.init(
        .configuration,
        "\(file): đã thay đổi sau lần tập dượt nên không gửi gì. Hãy chạy «baocao mail» không có --send, xem lại "
          + "mail/plan.csv, rồi gửi.")
    }
  }

  /// The words for a ledger that SQLite cannot use.
  init(_ error: MailLedgerError) {
    self.init(
      .readOrWriteFailed,
      "\(error.path): không đọc hoặc ghi được sổ gửi thư (\(error.reason)). Hãy kiểm tra quyền ghi và chỗ trống của "
        + "đĩa; đừng xóa tệp này, nó giữ cho không ai nhận thư hai lần.")
  }

  init(_ problem: PasswordProblem) {
    switch problem {
    case .notSet(let name):
      self.init(
        .configuration,
        "Biến môi trường \(name) chưa có mật khẩu của hộp thư gửi. Hãy đặt biến này rồi gửi lại.")
    case .noFile(let path):
      self.init(
        .missingInput, "\(path): không đọc được tệp mật khẩu, hoặc tệp rỗng. Hãy kiểm tra.")
    case .readableByOthers(let path):
      self.init(
        .configuration,
        "\(path): người khác cũng đọc được tệp mật khẩu. Hãy chạy «chmod 600» cho tệp này rồi gửi lại."
      )
    }
  }
}

extension SendingStop {
  /// Why nothing more was sent, and the way out.
  func sentence(_ server: MailServer) -> String {
    let place = "Máy chủ thư \(server.host):\(server.port)"
    switch self {
    case .unreachable(.unknownHost):
      return
        "\(place): không tìm thấy tên máy này. Hãy kiểm tra host trong mục server và đường mạng."
    case .unreachable(.refused):
      return
        "\(place): không kết nối được. Hãy kiểm tra port, đường mạng, hoặc chờ máy chủ chạy lại."
    case .unreachable(.timeout):
      return "\(place): không trả lời trong \(server.timeout) giây. Hãy thử lại sau."
    case .unreachable(.broken):
      return "\(place): nhiều lần cắt kết nối giữa chừng. Hãy thử lại sau."
    case .notSecure(.noStartTLS):
      return
        "\(place): không có STARTTLS nên thư sẽ đi không mã hóa; không gửi gì. Hãy dùng security: tls nếu máy chủ có, "
        + "hoặc hỏi người quản trị máy chủ."
    case .notSecure(.certificate):
      return
        "\(place): chứng thư không hợp lệ (hết hạn, sai tên máy, hoặc không do nơi cấp được tin cậy ký); không gửi gì. "
        + "Hãy hỏi người quản trị máy chủ; máy chủ dùng nơi cấp riêng thì ghi ca-file."
    case .notSecure(.authorities):
      return
        "\(server.authorities ?? ""): không đọc được chứng thư của nơi cấp (ca-file). Hãy kiểm tra tệp này."
    case .notSecure(.handshake):
      return
        "\(place): không lập được kết nối TLS; không gửi gì. Hãy kiểm tra port và security (starttls hay tls)."
    case .account(let words):
      return
        "\(place): không nhận tài khoản hoặc mật khẩu («\(words)»). Hãy kiểm tra user và mật khẩu."
    case .noLogin:
      return
        "\(place): không cho đăng nhập trên kết nối này nên không gửi gì. Hãy kiểm tra port và security, hoặc bỏ user và "
        + "password nếu máy chủ không cần tài khoản."
    case .sender(let words):
      return
        "\(place): không cho địa chỉ sender gửi thư («\(words)»). Hãy kiểm tra sender và tài khoản."
    case .server(let words): return "\(place): từ chối làm việc («\(words)»). Hãy thử lại sau."
    case .interrupted: return "Đã dừng theo yêu cầu. Chạy lại với --send thì chỉ gửi phần còn lại."
    }
  }

  /// What the program ends with.
  var status: ExitStatus {
    switch self {
    case .interrupted: .notAllAccepted
    default: .serverUnreachable
    }
  }
}

/// Sizes as people read them.
enum SizeText {
  /// `75 KB`, `10,5 MB`: thousands, as the limits of the list are.
  static func of(_ bytes: Int) -> String {
    guard bytes >= 1_000_000 else { return "\(max(1, (bytes + 500) / 1000)) KB" }
    return "\(NumberText.short(hundredths: (bytes + 50_000) / 100_000 * 10)) MB"
  }
}
