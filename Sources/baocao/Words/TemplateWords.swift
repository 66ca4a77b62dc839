import Documents
import Workbooks

extension Failure {
  /// The words for a fault in a report template.
  init(_ error: TemplateError) {
    let place = [error.line, error.column].compactMap { $0 }.map { ":\($0)" }.joined()
    self.init(.configuration, "\(error.file)\(place): \(Self.words(error.problem))")
  }

  private static func words(_ problem: TemplateProblem) -> String {
    switch problem {
    case .missingFile:
      "không có mẫu này hoặc không đọc được dưới dạng UTF-8."
    case .unfinishedTag:
      "có «{{» mà thiếu «}}»."
    case .unclosedSection(let name):
      "phần «\(name)» được mở mà không đóng. Hãy thêm {{/\(name)}}."
    case .wrongClose(let name, let open):
      "đóng phần «\(name)» trong khi đang mở \(open.map { "«\($0)»" } ?? "không phần nào")."
    case .unknownName(let name, let nearest):
      "không có tên «\(name)».\(suggestion(nearest))"
    case .unknownIndicator(let id, let nearest):
      "danh mục chỉ tiêu không có mã «\(id)».\(suggestion(nearest))"
    case .unknownPartial(let name, let nearest):
      "không có mẫu con «\(name)».\(suggestion(nearest))"
    case .unknownTransform(let name, let nearest):
      "không có cách ghi «\(name)».\(suggestion(nearest))"
    case .notAText(let name):
      "«\(name)» không phải một dòng chữ nên không in thẳng ra được. Hãy dùng {{#\(name)}}…{{/\(name)}}."
    case .includesItself(let name):
      "mẫu con «\(name)» gọi lại chính nó."
    case .onlyInMarkdown(let name):
      "«\(name)» là chữ Markdown nên chỉ dùng được trong phần lời (tệp .md.mustache) của báo cáo."
    case .notPlain(let sign):
      "tệp định dạng (.css) và tệp lệnh (.js) được đưa vào nguyên văn nên không được có \(sign)."
    case .notUsed:
      """
      không báo cáo nào, trang nào dùng mẫu này nên lỗi trong đó không được kiểm tra. Hãy đưa vào một mẫu khác \
      bằng {{>tên-tệp}}, ghi tên vào mục text của một báo cáo trong province.yaml, hoặc xóa tệp này.
      """
    case .notAllowed(let tag):
      "không dùng được «\(tag)» trong mẫu báo cáo."
    }
  }

  /// The words for a workbook that could not be written.
  init(_ error: WorkbookError, file: String) {
    let sheet = error.sheet.map { ", trang tính «\($0)»" } ?? ""
    let cell = error.cell?.label.map { ", ô \($0)" } ?? ""
    let reason: String
    var status = ExitStatus.readOrWriteFailed
    switch error.problem {
    case .textTooLong(let length):
      reason = "chữ dài \(length) ký tự, quá mức Excel cho phép. Hãy rút ngắn chữ này trong nguồn"
      status = .badData
    case .emptySheetName, .sheetNameTooLong, .illegalSheetName, .duplicateSheetName:
      reason = "tên trang tính không dùng được. Hãy sửa mục «id» của biểu trong Templates/forms"
      status = .configuration
    case .temporaryFolderFull(let needed, let free):
      reason =
        "thư mục tạm không đủ chỗ (cần \(needed / 1024) KB, còn \(free / 1024) KB). Hãy dọn chỗ"
    case .cannotCreateFile, .cannotRenameFile, .illegalPath:
      reason = "không ghi được tệp. Hãy kiểm tra quyền ghi và chỗ trống của đĩa"
    default:
      reason = "\(error.problem)"
    }
    self.init(status, "\(file)\(sheet)\(cell): \(reason).")
  }
}
