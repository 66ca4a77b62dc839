import DelimitedText
import Documents
import History
import Intake
import Reporting
import Samples
import Workbooks

extension Failure {
  /// The words for a source that cannot be read.
  init(_ error: IntakeError) {
    switch error.problem {
    case .file(let problem):
      self.init(problem, file: error.file)
    case .noHeader(let fields):
      self.init(
        .badData,
        "\(error.file): trong \(50) dòng đầu không có dòng tiêu đề nào đủ các cột bắt buộc "
          + "(\(fields.joined(separator: ", "))). Hãy thêm tên cột của bản xuất vào mẫu đọc "
          + "trong Templates/sources.")
    case .shiftedBody(let heads, let cells, let column):
      self.init(
        .badData,
        "\(error.file): thân bảng lệch so với tiêu đề: tiêu đề có \(heads) cột, các dòng chỉ có \(cells) "
          + "ô và cột «\(column)» chứa ngày tháng. Hãy xuất lại danh sách, hoặc sửa dòng tiêu đề cho khớp "
          + "với các ô; không đọc tệp này để tránh sai số liệu.")
    case .ambiguousDates(let column):
      self.init(
        .badData,
        "\(error.file): cột «\(column)» chỉ có những ngày đọc được cả hai cách (ngày trước hay tháng "
          + "trước). Hãy ghi rõ một cách ở mục «dates» của mẫu đọc, ví dụ dd/MM/yyyy.")
    case .otherDateOrder(let column, let example):
      self.init(
        .badData,
        "\(error.file): cột «\(column)» ghi ngày, tháng theo thứ tự khác với mục «dates» của mẫu đọc"
          + (example.isEmpty ? "" : " (ví dụ «\(example)»)")
          + ". Hãy xuất lại với ngày trước, hoặc ghi đúng mẫu ngày của bản xuất, ví dụ MM/dd/yyyy.")
    case .tooManyCodes:
      self.init(
        .badData,
        "\(error.file): quá nhiều mã, lĩnh vực hoặc thủ tục khác nhau. Hãy xem lại cột của các "
          + "trường này, hoặc chia nguồn thành nhiều lần chạy.")
    case .ledgerOpen:
      self.init(
        .badData,
        "\(error.file): sổ dòng không khớp, số dòng đọc được khác số dòng của tệp. Đây là lỗi của "
          + "chương trình: hãy gửi tệp này kèm thông báo.")
    }
  }

  /// The words for a file that cannot be read as text.
  init(_ problem: TextFileProblem, file: String) {
    switch problem {
    case .missing:
      self.init(.missingInput, "\(file): không có tệp này. Hãy kiểm tra đường dẫn.")
    case .unreadable(let reason):
      self.init(.readOrWriteFailed, "\(file): không mở được tệp (\(reason)).")
    case .corruptArchive:
      self.init(
        .badData,
        "\(file): tệp nén bị hỏng hoặc chưa tải về hết. Hãy lấy lại tệp từ hệ thống, hoặc "
          + "giải nén bằng tay rồi dùng tệp CSV.")
    case .tooLargeUnpacked(let bytes):
      self.init(
        .badData,
        "\(file): tệp nén nở ra quá lớn (đã giải nén \(bytes >> 20) MB thì dừng). Hãy kiểm tra "
          + "nguồn gốc của tệp; nếu tệp đúng, hãy chia nhỏ hoặc giải nén bằng tay rồi chạy lại.")
    case .temporaryFolder(let folder, let reason):
      self.init(
        .cannotCreate,
        "\(file): không ghi được tệp tạm ở \(folder) khi giải nén hoặc đổi bảng mã (\(reason)). "
          + "Hãy dọn chỗ trống, hoặc đặt biến TMPDIR trỏ đến thư mục khác.")
    }
  }

  init(_ error: HistoryError) {
    self.init(
      .readOrWriteFailed,
      "\(error.path): không đọc, ghi được lịch sử số liệu (\(error.reason)). Hãy kiểm tra quyền ghi "
        + "hoặc chọn tệp khác ở mục «history».")
  }

  init(_ error: SampleError) {
    let status: ExitStatus =
      switch error.problem {
      case .folderNotEmpty, .cannotCreate: .cannotCreate
      case .cannotWrite: .readOrWriteFailed
      case .noUnit, .noProcedure, .missingColumn, .badProcedure: .configuration
      }
    self.init(status, error.sentence)
  }

  init(_ fault: FormFault) {
    self.init(
      .configuration,
      "Biểu \(fault.form), đơn vị \(fault.unit), dòng «\(fault.row)», cột (\(fault.column)): số liệu "
        + "không cân. Hãy xem lại công thức và phép kiểm tra của biểu trong Templates/forms.")
  }
}
