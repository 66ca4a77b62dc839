@testable import Administration
@testable import Indicators
@testable import Reporting
import DataFiles
import Testing

/// What reports say of nothing, of one and of many.
@Suite struct DossierSentencesTests {
  private static let counts = [
    "dossiers.received", "dossiers.received.online", "dossiers.carried-over", "dossiers.resolved",
    "dossiers.resolved.early", "dossiers.resolved.on-time", "dossiers.resolved.late",
    "dossiers.pending", "dossiers.pending.in-time", "dossiers.pending.overdue",
  ]

  private static func indicators() throws -> [Indicator] {
    let counts = counts.map {
      """
        - {id: \($0), name: Hồ sơ, area: A, unit: hồ sơ, kind: dossiers, better: neither,
           roll-up: sum, numerator: {intake: received}}
      """
    }
    let rates = ["one-stop.online-intake", "one-stop.on-time"].map {
      """
        - {id: \($0), name: Tỷ lệ \($0), area: A, unit: "%", kind: dossiers, better: higher,
           roll-up: parts, numerator: {intake: received}, denominator: {intake: received},
           targets: [{document: "1", clause: mục I, values: {xa: 80}, from: 2020}]}
      """
    }
    let documents = try PlanDocument.list(
      DataNode(
        text: "documents: [{id: '1', title: Kế hoạch, number: 1/KH, issued: 2020-01-01}]",
        name: "d"))
    let text = "indicators:\n" + (counts + rates).joined(separator: "\n")
    return try IndicatorCatalogue([DataNode(text: text, name: "i")], documents: documents)
      .indicators
  }

  /// The sentences of a unit with so many dossiers received online and on paper, carried over,
  /// resolved early, on time and late, and overdue among those that are left; `nil` without data.
  private static func sentences(
    _ numbers: [Int]?, hasUnitsBelow: Bool = false
  ) throws -> DossierSentences {
    let unit = Unit(code: "1", name: "Xã An Trường", kind: "xã", level: .commune, parent: "")
    var parts: [String: Part] = [:]
    if let numbers {
      let (online, received, carried) = (numbers[0], numbers[0] + numbers[1], numbers[2])
      let (early, onTime, late) = (numbers[3], numbers[4], numbers[5])
      let resolved = early + onTime + late
      let pending = received + carried - resolved
      let values = [
        received, online, carried, resolved, early, onTime, late, pending, pending - numbers[6],
        numbers[6],
      ]
      for (id, value) in zip(counts, values) {
        parts[id] = Part(numerator: value, denominator: nil)
      }
      parts["one-stop.online-intake"] = Part(numerator: online, denominator: received)
      parts["one-stop.on-time"] = Part(numerator: early + onTime, denominator: resolved)
    }
    let figures = try indicators().map {
      Figure(
        indicator: $0, unit: unit, scope: .area, part: parts[$0.id], targets: $0.targets,
        previous: nil, yearAgo: nil)
    }
    return DossierSentences(
      unit: unit, hasUnitsBelow: hasUnitsBelow, periodName: "quý II năm 2023",
      figures: UnitFigures(figures, below: [], previousName: nil, yearAgoName: nil))
  }

  @Test(
    arguments: [
      (nil, []),
      (
        [0, 0, 0, 0, 0, 0, 0],
        [
          "Trong quý II năm 2023, tại xã An Trường không phát sinh hồ sơ thủ tục hành chính; không có "
            + "hồ sơ từ kỳ trước chuyển qua."
        ]
      ),
      (
        [0, 0, 1, 0, 0, 0, 1],
        [
          "Trong quý II năm 2023, tại xã An Trường không tiếp nhận hồ sơ mới. Từ kỳ trước chuyển qua: "
            + "01 hồ sơ. Tổng số hồ sơ phải giải quyết trong kỳ: 01 hồ sơ.",
          "Trong kỳ chưa có hồ sơ nào được giải quyết xong.",
          "Đến hết kỳ báo cáo còn 01 hồ sơ đang giải quyết (trong hạn 0, quá hạn 01).",
        ]
      ),
      (
        [1, 0, 0, 0, 1, 0, 0],
        [
          "Trong quý II năm 2023, tại xã An Trường tiếp nhận 01 hồ sơ, trong đó trực tuyến 01 hồ sơ, "
            + "trực tiếp và qua dịch vụ bưu chính công ích 0 hồ sơ; tỷ lệ hồ sơ tiếp nhận trực tuyến đạt "
            + "100,00%. Từ kỳ trước chuyển qua: không có hồ sơ. Tổng số hồ sơ phải giải quyết trong kỳ: "
            + "01 hồ sơ.",
          "Đã giải quyết 01 hồ sơ (trước hạn 0, đúng hạn 01, quá hạn 0); tỷ lệ hồ sơ giải quyết trước "
            + "hạn và đúng hạn đạt 100,00%.",
          "Đến hết kỳ báo cáo không còn hồ sơ đang giải quyết.",
        ]
      ),
      (
        [1200, 800, 10, 920, 870, 10, 2],
        [
          "Trong quý II năm 2023, tại xã An Trường tiếp nhận 2.000 hồ sơ, trong đó trực tuyến 1.200 hồ "
            + "sơ, trực tiếp và qua dịch vụ bưu chính công ích 800 hồ sơ; tỷ lệ hồ sơ tiếp nhận trực "
            + "tuyến đạt 60,00%. Từ kỳ trước chuyển qua: 10 hồ sơ. Tổng số hồ sơ phải giải quyết trong "
            + "kỳ: 2.010 hồ sơ.",
          "Đã giải quyết 1.800 hồ sơ (trước hạn 920, đúng hạn 870, quá hạn 10); tỷ lệ hồ sơ giải quyết "
            + "trước hạn và đúng hạn đạt 99,44%.",
          "Đến hết kỳ báo cáo còn 210 hồ sơ đang giải quyết (trong hạn 208, quá hạn 02).",
        ]
      ),
    ] as [([Int]?, [String])])
  func `tells of dossiers, whether none, one or many`(numbers: [Int]?, texts: [String]) throws {
    #expect(try Self.sentences(numbers).dossiers() == texts)
  }

  @Test(
    arguments: [
      (nil, "", 0, 0),
      ([0, 0, 0, 0, 0, 0, 0], "", 0, 0),
      (
        [1, 0, 0, 0, 0, 0, 0],
        "Chỉ có 01 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, kết quả đạt.", 1, 0
      ),
      (
        [0, 1, 0, 0, 0, 0, 0],
        "Chỉ có 01 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, kết quả chưa đạt.", 1, 1
      ),
      (
        [1, 0, 0, 1, 0, 0, 0],
        "Trong 02 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, tất cả đều đạt.", 1, 0
      ),
      (
        [1, 0, 0, 0, 0, 1, 0],
        "Trong 02 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, có 01 chỉ tiêu đạt, 01 chỉ tiêu chưa đạt.",
        1, 1
      ),
      (
        [0, 1, 0, 0, 0, 1, 0],
        "Trong 02 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, chưa có chỉ tiêu nào đạt.", 1, 1
      ),
    ] as [([Int]?, String, Int, Int)])
  func `tells of targets, whether none, one or more`(
    numbers: [Int]?, summary: String, met: Int, missed: Int
  ) throws {
    let sentences = try Self.sentences(numbers)
    #expect(sentences.targetSummary == summary)
    #expect(sentences.targets().count == met && sentences.missedTargets().count == missed)
    #expect(sentences.targets().allSatisfy { $0.hasPrefix(summary) })
  }
}
