internal import Administration

/// A column of an iOffice export.
struct OfficeColumn {
  /// What the planted rows spoil.
  enum Role {
    case code, firstDay, lastDay, agencyCode, agencyName, other
  }

  var header: String
  var role: Role
  /// What it holds, for the note.
  var meaning: String

  init(_ header: String, _ role: Role, _ meaning: String) {
    self.header = header
    self.role = role
    self.meaning = meaning
  }

  /// A column that no planted row spoils.
  init(_ header: String, _ meaning: String) {
    self.init(header, .other, meaning)
  }
}

/// What the rows of one iOffice list hold.
protocol OfficeRows {
  /// What file names begin with: "van-ban-den".
  static var fileStart: String { get }
  /// As the note names the list.
  static var title: String { get }
  static var columns: [OfficeColumn] { get }
  /// The time that each file covers.
  static func periods(in calendar: SampleCalendar) -> [Period]
  /// Rows that are rejected, with the place of their file in ``periods(in:)``.
  static var planted: [(file: Int, fault: OfficeFault)] { get }
  static var stream: SplitMix.Stream { get }

  /// The cells of a row, in the order of the columns.
  func cells(
    of entry: OfficeEntry, in context: OfficeContext, random: inout SplitMix
  ) -> [String]
}

/// The day, the unit and the number of a row.
struct OfficeEntry {
  var day: CalendarDay
  /// Its unit in ``UnitPool/members``.
  var member: Int
  /// Its number among those of its unit and year, from 1.
  var number: Int
  /// What is wrong with it, where it is planted.
  var fault: OfficeFault?
}

/// Words that several iOffice lists share.
enum OfficeWords {
  static let subjects = [
    "V/v báo cáo mẫu công tác cải cách hành chính", "V/v góp ý dự thảo thử số 1",
    "Kế hoạch kiểm tra mẫu, năm thí dụ", "V/v cử người dự tập huấn \"một cửa\" thử",
    "Báo cáo kết quả mẫu quý", "V/v rà soát thủ tục hành chính thí dụ",
    "Thông báo lịch họp mẫu; thời gian, địa điểm thử", "V/v trả lời kiến nghị giả định",
  ]

  static func urgency(_ random: inout SplitMix) -> String {
    let draw = random.below(100)
    return draw < 92 ? "Thường" : (draw < 99 ? "Khẩn" : "Hỏa tốc")
  }

  static func person(_ random: inout SplitMix) -> String { random.pick(PeopleNames.all) }
}
