package import DataFiles

extension DataNode {
  /// A day, written `2020-12-10`.
  package func day() throws(DataFileError) -> CalendarDay {
    guard let day = CalendarDay(try text()) else { throw fault(.expected(.day)) }
    return day
  }
}
