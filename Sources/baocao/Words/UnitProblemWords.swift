import DataFiles

extension Failure {
  /// The words for a unit that does not go with the others of its catalogue.
  static func words(_ problem: UnitProblem) -> String {
    switch problem {
    case .endsBeforeItBegins:
      "ngày ở cột «valid_to» sớm hơn ngày ở cột «valid_from». Hãy sửa một trong hai ngày."
    case .unreadableSuccessor(let text):
      "không hiểu «\(text)» ở cột «successor». Hãy ghi mỗi mã một lần, cách nhau bằng dấu |, sau mã "
        + "chỉ được thêm một dấu ?."
    case .successorWithoutEnd:
      "có đơn vị tiếp nhận ở cột «successor» mà không có ngày kết thúc. Hãy điền cột «valid_to» hoặc "
        + "bỏ đơn vị tiếp nhận."
    case .noSuchSuccessor(let code, let nearest):
      "đơn vị tiếp nhận «\(code)» không có trong danh mục.\(suggestion(nearest))"
    case .successorNotAlive(let code, let day):
      "đơn vị tiếp nhận «\(code)» không hoạt động ngày \(day), ngày ngay sau khi đơn vị này kết thúc. "
        + "Hãy xem lại ngày của hai đơn vị."
    case .successorsInACircle(let codes):
      "đơn vị tiếp nhận đi thành vòng: \(codes.joined(separator: " → ")). Hãy sửa cột «successor»."
    case .noHeir:
      "đơn vị kết thúc mà không có đơn vị tiếp nhận, hồ sơ của đơn vị không biết về đâu. Hãy điền cột "
        + "«successor»."
    case .gapBeforeNextLife(let begins):
      "mã này được dùng lại từ ngày \(begins), không liền ngay sau ngày kết thúc. Hãy điền cột "
        + "«successor» hoặc sửa ngày."
    case .parentNotAlive(let parent, let first, let last):
      "đơn vị cấp trên «\(parent)» không hoạt động \(span(first, last)), còn đơn vị này thì có. Hãy "
        + "sửa ngày hoặc cột «parent»."
    case .levelNotBelow(let parent):
      "cấp của đơn vị không thấp hơn cấp của đơn vị cấp trên «\(parent)». Hãy sửa cột «level» hoặc "
        + "«parent»; mã của sở, ban, ngành phải bắt đầu bằng «\(parent)-»."
    case .sharedCode(let code, let other, let line):
      "mã «\(code)» cũng chỉ đơn vị «\(other)» (dòng \(line)) trong cùng thời gian. Hãy bỏ một chỗ."
    case .notOneRoot(let codes):
      codes.isEmpty
        ? "ngày cuối của danh mục không có đơn vị nào không có cấp trên. Hãy xem lại ngày của tỉnh."
        : "ngày cuối của danh mục có nhiều đơn vị không có cấp trên: "
          + "\(codes.joined(separator: ", ")). Chỉ được có một tỉnh."
    }
  }

  private static func span(_ first: String?, _ last: String?) -> String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "ngày \(first)" : "từ ngày \(first) đến \(last)"
    case (let first?, nil): "từ ngày \(first)"
    case (nil, let last?): "đến ngày \(last)"
    case (nil, nil): "ngày nào"
    }
  }
}
