import DelimitedText
import Foundation
import Logging
import Reporting
import Synchronization

/// What people have yet to write: the gaps of all reports of a run.
final class NarrativeGaps: Sendable {
  private struct Gap: Hashable, Comparable {
    var unit: String
    var report: String
    var text: String

    static func < (left: Gap, right: Gap) -> Bool {
      (left.unit, left.report, left.text) < (right.unit, right.report, right.text)
    }
  }

  private let gaps = Mutex<Set<Gap>>([])

  func add(_ texts: [String], unit: String, report: String) {
    gaps.withLock { gaps in
      for text in texts { gaps.insert(Gap(unit: unit, report: report, text: text)) }
    }
  }

  var isEmpty: Bool { gaps.withLock(\.isEmpty) }

  /// `narrative-gaps.csv`: unit,report,text.
  var table: [UInt8] {
    var csv = Array("unit,report,text\n".utf8)
    for gap in gaps.withLock({ $0.sorted() }) {
      csv += "\(gap.unit),\(gap.report),\(gap.text)\n".utf8
    }
    return csv
  }

  /// Says which texts are missing, and where to put them.
  func log(to log: Logger, folder: String?) {
    let all = gaps.withLock { $0 }
    guard !all.isEmpty else { return }
    let units = Dictionary(grouping: all, by: \.text).mapValues { Set($0.map(\.unit)).count }
    let list = Dictionary(grouping: units.keys, by: { units[$0] ?? 0 })
      .sorted { $0.key > $1.key }
      .map { "ở \(NumberText.whole($0.key)) đơn vị: \($0.value.sorted().joined(separator: ", "))" }
      .joined(separator: "; ")
    let place =
      folder.map { "\($0)/MÃ-ĐƠN-VỊ/TÊN-MỤC.md (của tỉnh: \($0)/TÊN-MỤC.md)" }
      ?? "thư mục khai báo ở mục «narrative» của tệp cấu hình"
    log.notice(
      "Còn phần [đơn vị bổ sung] chưa có người viết, \(list). Đặt nội dung vào \(place); danh sách đầy đủ ở narrative-gaps.csv."
    )
  }
}
