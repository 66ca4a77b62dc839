internal import Administration

/// The note `GHI-CHU.md` of a sample: what is made up, what every column holds, and where the odd
/// rows stand.
struct SampleNote {
  static let name = "GHI-CHU.md"

  let calendar: SampleCalendar
  let rows: Int
  let seed: UInt64
  let places: [OddPlace]
  let handKept: [HandKeptFile]

  var text: String {
    var lines = [
      "# Ghi chú về dữ liệu mẫu", "",
      "Mọi người, tổ chức, số điện thoại, địa chỉ, văn bản và hồ sơ trong thư mục này đều là "
        + "**bịa**, do lệnh `baocao sample` tạo ra; không lấy từ dữ liệu thật nào. Tên thủ tục và "
        + "tên đơn vị là thật để mẫu giống thật. Cùng số dòng và cùng hạt giống thì ra đúng từng "
        + "byte.", "",
      "- Số hồ sơ một cửa: \(rows), kể cả các hồ sơ khác thường ở cuối ghi chú này.",
      "- Hạt giống: \(seed).",
      "- Thời gian: từ ngày \(day(calendar.days.first)) đến ngày "
        + "\(day(calendar.days.last)), thứ hai đến thứ sáu và vài ngày thứ bảy; không tính "
        + "ngày lễ.",
      "- Thủ tục trả trong ngày mà nhận sau 15 giờ thì hẹn ngày làm việc tiếp theo.", "",
      "Mỗi tệp hồ sơ một cửa có hồ sơ nhận trong tháng và hồ sơ nhận trước đó mà cuối tháng trước "
        + "chưa xong, theo trạng thái ngày cuối tháng; một hồ sơ kéo dài vì vậy có ở nhiều tệp. "
        + "Các tệp iOffice đều theo trạng thái ngày \(day(calendar.days.last)).", "",
    ]
    if let reform = calendar.reform { lines += Self.reform(reform) }
    lines += dossierColumns + dossierFiles
    lines += officeColumns(of: IncomingDocuments.self) + officeColumns(of: OutgoingDocuments.self)
    lines += officeColumns(of: WorkFiles.self) + officeColumns(of: AssignedTasks.self)
    lines += tables + oddPlaces
    return lines.joined(separator: "\n") + "\n"
  }

  /// What a reform within the sample changes.
  private static func reform(_ day: CalendarDay) -> [String] {
    let date = DateForm.day.text(of: day)
    return [
      "Đơn vị được sắp xếp lại từ ngày \(date): hồ sơ nhận trước ngày đó ghi đơn vị cũ. Trong ba tháng đầu, "
        + "bản xuất vẫn ghi đơn vị cũ cho các hồ sơ đó, và tháng đầu cho cả một số hồ sơ nhận sau ngày "
        + "sắp xếp; từ tháng thứ tư ghi đơn vị mới. Từ ngày \(date) có thêm cột nơi tiếp nhận: khoảng 12% hồ "
        + "sơ cấp xã được nhận ở xã, phường khác với nơi giải quyết.", "",
    ]
  }

  private func day(_ day: CalendarDay) -> String { DateForm.day.text(of: day) }

  private var dossierColumns: [String] {
    [
      "## Hồ sơ một cửa (`\(DossierExports.folder)`)", "",
      "Ba cách đặt tên cột, mỗi cách một thứ tự cột.", "",
      "| Cách 1 | Cách 2 | Cách 3 | Nội dung |", "| --- | --- | --- | --- |",
    ]
      + DossierField.allCases.filter { calendar.reform != nil || !$0.isOfReceiver }.map { field in
        "| \(field.headers.joined(separator: " | ")) | \(field.meaning) |"
      } + [""]
  }

  private var dossierFiles: [String] {
    let files = zip(calendar.months, DossierDress.months).map { month, dress in
      let frame = [
        dress.hasTitle ? "dòng tiêu đề" : "", dress.hasNumberRow ? "dòng số cột" : "",
        dress.hasFooter ? "tổng cộng và chữ ký" : "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let file = dress.file
      return "| ho-so-\(month.text).csv | \(dress.headers + 1) | \(file.delimiterName) | "
        + "\(file.hasMark ? "có" : "không") | \(file.lineEnd.rawValue) | \(file.dates.rawValue) | "
        + "\(dress.fees.rawValue) | \(dress.units.text) | \(frame) |"
    }
    return [
      "| Tệp | Cách đặt tên cột | Dấu tách | BOM | Xuống dòng | Ngày | Tiền | Đơn vị | Ngoài bảng |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ] + files + [""]
  }

  private func officeColumns<Rows: OfficeRows>(of rows: Rows.Type) -> [String] {
    let files = Rows.periods(in: calendar).enumerated().map { index, period in
      let dress = OfficeDress.all[index % OfficeDress.all.count]
      return "- `\(OfficeFiles.name(Rows.fileStart, period))`: \(dress.file.delimiterName), "
        + "\(dress.file.hasMark ? "có" : "không có") BOM, \(dress.file.lineEnd.rawValue), ngày "
        + "\(dress.file.dates.rawValue), \(dress.units.text)."
    }
    return ["## \(Rows.title)", "", "| Cột | Nội dung |", "| --- | --- |"]
      + Rows.columns.map { "| \($0.header) | \($0.meaning) |" } + [""] + files + [""]
  }

  private var tables: [String] {
    guard !handKept.isEmpty else { return [] }
    guard handKept.contains(where: { $0.name.hasPrefix("diem-chi-so") }) else {
      return [
        "## Số liệu nhập tay (`\(HandKeptFile.folder)`)", "",
        "Chép nguyên từ `Templates/samples`, không phụ thuộc số hồ sơ và hạt giống. Số người trực là "
          + "**bịa**; danh mục thủ tục hành chính là các thủ tục mà hồ sơ mẫu dùng, cấp và mức độ dịch vụ "
          + "công chỉ để minh họa.", "",
      ]
    }
    return [
      "## Số liệu nhập tay (`\(HandKeptFile.folder)`)", "",
      "Chép nguyên từ `Templates/samples`, không phụ thuộc số hồ sơ và hạt giống. Điểm các bộ chỉ số "
        + "(`diem-chi-so.csv`) lấy từ Kế hoạch 37/KH-STTTT-VP năm 2023; các chữ a, b, c … sau mã 7 là "
        + "thứ tự nêu trong kế hoạch đó. Nhiệm vụ (`nhiem-vu-ke-hoach.csv`) là phụ lục kế hoạch cải cách "
        + "hành chính năm 2023 của tỉnh Vĩnh Long, `nhiem-vu-ban-chi-dao.csv` là phụ lục (rút gọn) của kế "
        + "hoạch năm 2023 của Ban Chỉ đạo tỉnh Trà Vinh; ngày hoàn thành và minh chứng là **bịa**. Số người "
        + "trực, các cuộc họp và giá trị các chỉ tiêu khác đều là **bịa**. "
        + "Danh mục thủ tục hành chính (`danh-muc-tthc.csv`) là các thủ tục mà hồ sơ mẫu dùng; cấp, mức độ "
        + "dịch vụ công và phí của từng thủ tục chỉ để minh họa.", "",
    ]
  }

  private var oddPlaces: [String] {
    let rejected = places.filter { $0.rejection != nil }
    let kept = places.filter { $0.rejection == nil }
    return [
      "## Dòng khác thường", "", "### Dòng bị loại", "",
      "| Tệp | Dòng | Lý do | Khác thường |", "| --- | --- | --- | --- |",
    ]
      + rejected.map { place in
        "| \(place.file) | \(place.line) | \(place.rejection ?? "") | \(text(of: place)) |"
      }
      + ["", "### Dòng được nhận", "", "| Tệp | Dòng | Khác thường |", "| --- | --- | --- |"]
      + kept.map { "| \($0.file) | \($0.line) | \(text(of: $0)) |" }
  }

  /// The text with the signs that Markdown would take for its own made harmless.
  private func text(of place: OddPlace) -> String {
    var text = ""
    for character in place.text {
      if "|*<>".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
