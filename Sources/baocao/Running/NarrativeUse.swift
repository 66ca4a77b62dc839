import DataFiles
import DelimitedText
import Documents
import Foundation
import Logging
import Reporting
import Synchronization

/// What the reports of a run hold of what people write: the gaps, and the texts that are used.
final class NarrativeUse: Sendable {
  private struct Gap: Hashable, Comparable {
    var unit: String
    var report: String
    var text: String

    static func < (left: Gap, right: Gap) -> Bool {
      (left.unit, left.report, left.text) < (right.unit, right.report, right.text)
    }
  }

  private let gaps = Mutex<Set<Gap>>([])
  /// By the codes of the units whose reports the run writes, the names of the texts that have a place
  /// in them.
  private let names = Mutex<[String: Set<String>]>([:])

  /// From now on, texts of these units that no report uses are told.
  func cover(_ units: [String]) {
    names.withLock { names in
      for unit in units { names[unit, default: []] = [] }
    }
  }

  func add(_ documents: ReportDocuments, unit: String, report: String) {
    gaps.withLock { gaps in
      for text in documents.gaps { gaps.insert(Gap(unit: unit, report: report, text: text)) }
    }
    names.withLock { names in
      names[unit, default: []].formUnion(documents.used.union(documents.gaps))
    }
  }

  var hasGaps: Bool { !gaps.withLock(\.isEmpty) }

  /// `narrative-gaps.csv`: unit,report,text.
  var gapTable: [UInt8] {
    var csv = Array("unit,report,text\n".utf8)
    for gap in gaps.withLock({ $0.sorted() }) {
      csv += "\(gap.unit),\(gap.report),\(gap.text)\n".utf8
    }
    return csv
  }

  /// Says which texts stand in no report although their unit was to have one.
  func logUnused(_ files: [NarrativeFolder.File], to log: Logger) {
    let names = names.withLock { $0 }
    let all = names.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    for file in files {
      guard let own = names[file.unit], !own.contains(file.text) else { continue }
      let nearest = NearestName.of(file.text, among: (own.isEmpty ? all : own).sorted())
      log.warning(
        """
        \(file.name): không báo cáo nào của đơn vị \(file.unit) dùng mục «\(file.text)» nên nội dung này \
        không được đưa vào.\(Failure.suggestion(nearest == file.text ? nil : nearest))
        """)
    }
  }

  /// Says which texts are missing, and where to put them.
  func logGaps(to log: Logger, folder: String?) {
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
