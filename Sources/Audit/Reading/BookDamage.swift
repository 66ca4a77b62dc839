/// Why a workbook cannot be read.
struct BookDamage: Error, Hashable, Sendable {
  enum Problem: Hashable, Sendable {
    case notAZipFile
    case missingPart
    /// The part cannot be unpacked, or stands in the file twice.
    case damagedPart
    case tooLargeUnpacked
    /// The part is not well-formed XML.
    case badXML
    /// A cell points to a shared text, a style or a sheet that is not there.
    case deadReference
  }

  var problem: Problem
  /// The path of the part within the workbook; empty for the file as a whole.
  var part: String

  init(_ problem: Problem, part: String = "") {
    self.problem = problem
    self.part = part
  }

  var sentence: String {
    let place = part.isEmpty ? "" : " (phần \(part))"
    return switch problem {
    case .notAZipFile: "không mở được như một tệp Excel\(place)"
    case .missingPart: "thiếu một phần bắt buộc của tệp Excel\(place)"
    case .damagedPart: "một phần của tệp Excel bị hỏng\(place)"
    case .tooLargeUnpacked: "tệp nở ra quá lớn khi giải nén\(place)"
    case .badXML: "một phần của tệp Excel không đúng cú pháp XML\(place)"
    case .deadReference: "có ô trỏ đến chữ, kiểu ô hoặc trang tính không tồn tại\(place)"
    }
  }
}
