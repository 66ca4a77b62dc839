internal import Administration
internal import DelimitedText

/// How an export writes its dates.
enum DateForm: String {
  case seconds = "dd/MM/yyyy HH:mm:ss"
  case minutes = "dd/MM/yyyy HH:mm"
  case day = "dd/MM/yyyy"
  case iso = "yyyy-MM-dd"

  /// The day alone, in this form.
  func text(of day: CalendarDay) -> String {
    if self == .iso { return day.iso }
    let date = day.date
    var bytes: [UInt8] = []
    bytes.appendTwoDigits(date.day)
    bytes.append(0x2F)
    bytes.appendTwoDigits(date.month)
    bytes.append(0x2F)
    bytes.append(number: date.year, width: 4)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The days of a sample written once in one form, for writing them often.
struct DayTexts {
  private let form: DateForm
  private let first: CalendarDay
  private let texts: [[UInt8]]

  init(_ form: DateForm, in calendar: SampleCalendar) {
    self.form = form
    first = calendar.days.first
    // Days due and days of finishing go beyond the last day of the sample.
    let last = calendar.days.last.adding(400)
    texts = (first.number...last.number).map {
      Array(form.text(of: CalendarDay(number: $0)).utf8)
    }
  }

  /// Adds a day, with the time of it where the form has one.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - minute: minutes since midnight.
  ///   - second: 0…59.
  ///   - bytes: where it goes.
  func append(_ day: CalendarDay, minute: Int, second: Int, to bytes: inout [UInt8]) {
    let index = Int(day.number - first.number)
    if texts.indices.contains(index) {
      bytes.append(contentsOf: texts[index])
    } else {
      bytes.append(text: form.text(of: day))
    }
    guard form == .seconds || form == .minutes else { return }
    bytes.append(Byte.space)
    bytes.appendTwoDigits(minute / 60)
    bytes.append(0x3A)
    bytes.appendTwoDigits(minute % 60)
    guard form == .seconds else { return }
    bytes.append(0x3A)
    bytes.appendTwoDigits(second)
  }
}
