import DataFiles
import Reporting

extension Failure {
  /// The words for a fault in a file that people edit.
  init(_ error: DataFileError) {
    let status: ExitStatus = .configuration
    self.init(status, Self.sentence(error))
  }

  /// The words for all faults of such a file: the first ones, one a line.
  init(_ error: DataFileFaults) {
    let shown = error.faults.prefix(10).map(Self.sentence)
    let rest = error.faults.count - shown.count
    let file = error.faults.last?.file ?? ""
    let more = rest > 0 ? ["… và \(NumberText.whole(rest)) lỗi khác trong \(file)."] : []
    let status: ExitStatus = .configuration
    self.init(status, (shown + more).joined(separator: "\n"))
  }

  private static func sentence(_ error: DataFileError) -> String {
    let place = [error.line, error.column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(error.file)\(place): \(words(error.problem))"
  }

  static func words(_ problem: DataFileProblem) -> String {
    switch problem {
    case .missingFile:
      "không có tệp này hoặc không đọc được. Hãy kiểm tra đường dẫn."
    case .syntax(let reason):
      "không đúng cú pháp (\(reason)). Hãy xem lại dấu hai chấm, ngoặc và khoảng thụt đầu dòng."
    case .unknownKey(let key, let nearest):
      "không có mục «\(key)».\(suggestion(nearest))"
    case .missingKey(let key):
      "thiếu mục «\(key)». Hãy bổ sung mục này."
    case .expected(let expected):
      "chỗ này phải là \(words(expected))."
    case .unknownWord(let word, let nearest, let allowed):
      "không hiểu «\(word)».\(suggestion(nearest))\(list(allowed))"
    case .tooMany(let key, let most):
      "có quá nhiều điều kiện «\(key)» khác nhau, chỉ dùng được \(most). Hãy bỏ bớt chỉ tiêu."
    case .repeated(let name):
      "«\(name)» đã được ghi ở trên. Hãy bỏ một chỗ."
    case .unit(let problem):
      words(problem)
    }
  }

  private static func words(_ expected: DataFileProblem.Expected) -> String {
    switch expected {
    case .text: "một dòng chữ"
    case .list: "một danh sách"
    case .mapping: "các mục dạng «tên: giá trị»"
    case .wholeNumber: "số nguyên trong phạm vi cho phép"
    case .decimal: "số, phần thập phân sau dấu chấm, ví dụ 60 hoặc 81.5"
    case .day: "ngày hợp lệ, ví dụ 2023-06-30"
    case .datePattern: "mẫu ngày, ví dụ dd/MM/yyyy HH:mm, d/M/yy, yyyy-MM-dd, iso, excel hoặc auto"
    case .identifier: "mã gồm chữ thường không dấu, chữ số và gạch nối"
    case .percentage: "tỷ lệ phần trăm, ví dụ 1% hoặc 0.5%"
    }
  }

  static func suggestion(_ nearest: String?) -> String {
    nearest.map { " Có phải là «\($0)»?" } ?? ""
  }

  private static func list(_ allowed: [String]) -> String {
    // A long list helps nobody; the nearest word has been named.
    (1...12).contains(allowed.count) ? " Được dùng: \(allowed.joined(separator: ", "))." : ""
  }
}
