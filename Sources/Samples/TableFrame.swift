internal import Administration

/// What stands round the table of a dossier export: titles, header, numbers, total, signatures.
struct TableFrame {
  let dress: DossierDress
  let month: DaySpan
  let provinceName: String

  /// Whether lines of the frame have as many cells as the table, as a spreadsheet program saves
  /// them.
  private var isPadded: Bool { dress.file.delimiterName == "dấu chấm phẩy" }

  func writeTop(to file: inout ExportFile) throws(SampleError) {
    if dress.hasTitle {
      let form = DateForm.day
      let days = "Từ ngày \(form.text(of: month.first)) đến ngày \(form.text(of: month.last))"
      try write(["UBND \(provinceName.uppercased())"], to: &file)
      try write(["DANH SÁCH HỒ SƠ TIẾP NHẬN VÀ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"], to: &file)
      try write([days], to: &file)
      try write([""], to: &file)
    }
    try write(dress.columns.map(dress.header), to: &file)
    if dress.hasNumberRow {
      try write(dress.columns.indices.map { "(\($0 + 1))" }, to: &file)
    }
  }

  func writeBottom(rows: Int, to file: inout ExportFile) throws(SampleError) {
    guard dress.hasFooter else { return }
    let date = month.last.date
    let place = provinceName.split(separator: " ").dropFirst().joined(separator: " ")
    let gap = [String](repeating: "", count: 9)
    try write(["Tổng cộng", "\(rows)", "hồ sơ"], to: &file)
    try write([""], to: &file)
    try write(
      gap + ["\(place), ngày \(date.day) tháng \(date.month) năm \(date.year)"], to: &file)
    try write(["Người lập biểu"] + gap.dropFirst() + ["Thủ trưởng đơn vị"], to: &file)
    try write([""], to: &file)
    try write(["Lê Ví Dụ"] + gap.dropFirst() + ["Nguyễn Văn Mẫu"], to: &file)
  }

  private func write(_ cells: [String], to file: inout ExportFile) throws(SampleError) {
    let missing = isPadded ? max(0, dress.columns.count - cells.count) : 0
    dress.file.append(row: cells + [String](repeating: "", count: missing), to: &file.bytes)
    try file.endRow()
  }
}
