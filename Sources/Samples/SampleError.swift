/// What kept a sample from being written, without where.
package enum SampleProblem: Error, Hashable, Sendable {
  /// The folder holds something already; files of two samples must not mix.
  case folderNotEmpty
  case cannotCreate(String)
  case cannotWrite(String)
  /// The catalogue has no unit that lived in the months of the sample.
  case noUnit
  /// No procedure of the table is of a level that has units.
  case noProcedure
  /// A column that the table of procedures must have.
  case missingColumn(String)
  /// A line of the table of procedures, from 1, and the column that cannot be read.
  case badProcedure(line: Int, column: String)
}

/// A sample that could not be written: which path, and what is wrong with it.
package struct SampleError: Error, Hashable, Sendable {
  package var path: String
  package var problem: SampleProblem

  /// As a person reads it.
  package var sentence: String {
    switch problem {
    case .folderNotEmpty: "\(path): thư mục đã có dữ liệu; hãy chọn thư mục trống"
    case .cannotCreate(let reason): "\(path): không tạo được (\(reason))"
    case .cannotWrite(let reason): "\(path): không ghi được (\(reason))"
    case .noUnit: "\(path): danh mục không có đơn vị nào trong thời gian của dữ liệu mẫu"
    case .noProcedure: "\(path): không có thủ tục nào thuộc cấp có đơn vị"
    case .missingColumn(let column): "\(path): thiếu cột \(column)"
    case .badProcedure(let line, let column): "\(path):\(line): cột \(column) không đọc được"
    }
  }
}
