import DelimitedText
import Registers
import Reporting

extension Failure {
  /// The words for hand-kept tables that cannot be used: the first faults, one a line.
  init(_ error: RegisterFaults) {
    let shown = error.faults.prefix(10).map(Self.sentence)
    let rest = error.faults.count - shown.count
    let more = rest > 0 ? ["… và \(NumberText.whole(rest)) lỗi khác trong các tệp nhập tay."] : []
    let status: ExitStatus =
      if case .file(.missing)? = error.faults.first?.problem { .missingInput } else { .badData }
    self.init(status, (shown + more).joined(separator: "\n"))
  }

  private static func sentence(_ fault: RegisterFault) -> String {
    if case .file(let problem) = fault.problem {
      return Failure(problem, file: fault.file).sentence
    }
    let place = fault.line.map { "\(fault.file):\($0)" } ?? fault.file
    let column = fault.column.isEmpty ? "" : "cột «\(fault.column)»: "
    return "\(place): \(column)\(words(fault.problem))"
  }

  private static func words(_ problem: RegisterProblem) -> String {
    switch problem {
    case .file:
      "không đọc được tệp."
    case .noHeader(let titles):
      "trong 50 dòng đầu không có dòng tiêu đề nào đủ các cột bắt buộc "
        + "(\(titles.joined(separator: ", "))). Hãy giữ dòng tiêu đề mà «baocao init» tạo ra."
    case .brokenQuote:
      "dấu ngoặc kép mở ra mà không đóng. Hãy sửa dòng này."
    case .badEncoding:
      "có chữ không đọc được. Hãy lưu lại tệp ở dạng CSV UTF-8."
    case .tooManyCells:
      "có ô nằm ngoài bảng. Hãy đặt trong ngoặc kép ô nào có dấu phẩy, hoặc bỏ ô thừa."
    case .missing:
      "chưa ghi. Hãy điền ô này hoặc bỏ cả dòng."
    case .notANumber(let text, let decimals):
      "«\(text)» không phải số, hoặc quá \(decimals) chữ số thập phân. Hãy ghi theo cách Việt Nam, "
        + "như 1.600 hoặc 81,93."
    case .notWhole(let text):
      "«\(text)» không phải số nguyên. Hãy ghi như 12 hoặc 1.600."
    case .notAPeriod(let text):
      "«\(text)» không phải kỳ. Hãy ghi như 2023-06, 2023-Q2, 2023-H1, 2023-9M hoặc 2023."
    case .notAYear(let text):
      "«\(text)» không phải năm. Hãy ghi như 2023."
    case .notADay(let text):
      "«\(text)» không phải thời gian. Hãy ghi ngày như 30/06/2023; ở thời hạn còn ghi được như Quý II "
        + "năm 2023, Tháng 8 năm 2023, Năm 2023, Thường xuyên, Định kỳ."
    case .unknownUnit(let text):
      "không có đơn vị «\(text)» trong danh mục đơn vị của thời gian này. Hãy sửa mã hoặc tên theo "
        + "units.csv của tỉnh."
    case .repeated(let file, let line):
      "dòng này ghi khác với \(file):\(line) về cùng một nội dung. Hãy giữ một dòng đúng."
    case .unknownIndicator, .computedIndicator, .missingParts, .valueIsNotQuotient, .partAboveWhole,
      .wrongLevel, .unknownGrade:
      catalogueWords(problem)
    }
  }

  /// The words for what the catalogue of indicators does not allow.
  private static func catalogueWords(_ problem: RegisterProblem) -> String {
    switch problem {
    case .unknownIndicator(let id, let nearest):
      "không có chỉ tiêu nhập tay «\(id)» trong Templates/indicators.\(suggestion(nearest))"
    case .computedIndicator(let id, let source):
      "chỉ tiêu «\(id)» được tính từ \(source), không nhập tay. Hãy bỏ dòng này."
    case .missingParts:
      "chỉ tiêu này được cộng từ các đơn vị rồi mới chia, nên phải ghi cả tử số và mẫu số."
    case .valueIsNotQuotient(let text, let made):
      made.isEmpty
        ? "giá trị «\(text)» ghi ra khi mẫu số là 0. Hãy để trống giá trị hoặc sửa mẫu số."
        : "giá trị «\(text)» không bằng giá trị tính từ tử số và mẫu số (\(made)). Hãy sửa một trong "
          + "các ô, hoặc để trống giá trị."
    case .partAboveWhole:
      "lớn hơn mức tối đa hoặc mẫu số cho phép. Hãy kiểm tra lại hai ô."
    case .wrongLevel(let unit, let allowed):
      "chỉ tiêu này không nhập cho \(unit), chỉ nhập cho: \(allowed)."
    case .unknownGrade(let text, let nearest, let allowed):
      "không có mức «\(text)».\(suggestion(nearest)) Các mức: \(allowed.joined(separator: ", "))."
    default:
      ""
    }
  }
}
