@testable import Administration
import DataFiles
import Documents
import class Foundation.FileManager
import struct Foundation.URL
@testable import Indicators
@testable import Reporting

/// Reports made by hand, small enough to read and large enough to fill every template.
enum Specimen {
  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates")

  /// The folder of the templates that come with the program.
  static let folder = templates.appendingPathComponent("reports").path

  /// Likewise of the bodies of messages.
  static let mailFolder = templates.appendingPathComponent("mail").path

  /// The templates that come with the program.
  static func reportTemplates() throws -> ReportTemplates {
    try ReportTemplates(
      folder: folder, texts: kinds.map(\.text), indicators: catalogue().indicators.map(\.id))
  }

  /// The catalogue that comes with the program.
  static func catalogue() throws -> IndicatorCatalogue {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: templates.appendingPathComponent("indicators").path)
    return try IndicatorCatalogue(
      names.filter { $0 != "documents.yaml" }.sorted().map { try node("indicators/\($0)") },
      documents: PlanDocument.list(node("indicators/documents.yaml")))
  }

  private static func node(_ name: String) throws -> DataNode {
    try DataNode(path: templates.appendingPathComponent(name).path, name: name)
  }

  /// The form II.06a as it comes with the program.
  static func form() throws -> FormDefinition {
    try FormDefinition(node("forms/II.06a.yaml"), catalogue: catalogue())
  }

  /// A row of II.06a whose sums are right: the seven numbers that are counted, and the rest.
  static func row(
    _ role: FormRow.Role, _ ordinal: String, _ label: String, _ counted: [Int]
  ) -> FormRow {
    let (online, paper, before) = (counted[0], counted[1], counted[2])
    let (early, onTime, late) = (counted[3], counted[4], counted[5])
    let resolved = early + onTime + late
    let pending = online + paper + before - resolved
    let numbers = [
      online + paper + before, online, paper, before, resolved, early, onTime, late, pending,
      pending - counted[6], counted[6],
    ]
    return FormRow(
      role: role,
      cells: [.text(ordinal), .text(label)] + numbers.map(ReportTable.Cell.whole))
  }

  static func unit(_ code: String, _ name: String, _ kind: String, _ level: Level) -> Unit {
    Unit(
      code: code, name: name, kind: kind, level: level, parent: "", agencyCodes: [], aliases: [],
      validFrom: nil, validTo: nil)
  }

  /// The reports of the specimen: a quarter's paper, and a page for leadership.
  static let kinds = [
    ReportKind(
      name: "dinh-ky", subject: "Công tác cải cách hành chính {period}",
      annexes: [
        .form("II.06a"), .indicators, .table(.indices), .table(.rankings), .charts, .quality,
      ]),
    ReportKind(
      name: "tom-tat", layout: .page, subject: "Tóm tắt kết quả cải cách hành chính {period}",
      annexes: []),
  ]

  private static func documents() throws -> [PlanDocument] {
    let text = """
      documents:
        - {id: "1", title: Kế hoạch, number: 384/QĐ-UBND, issued: 2022-02-16}
      """
    return try PlanDocument.list(DataNode(text: text, name: "documents.yaml"))
  }

  static func indicators() throws -> [Indicator] {
    let text = """
      indicators:
        - {id: a, name: Hồ sơ tiếp nhận trong kỳ, area: Tiếp nhận, unit: hồ sơ, kind: dossiers,
           better: neither, roll-up: sum, numerator: {intake: received}}
        - {id: b, name: Tỷ lệ hồ sơ tiếp nhận trực tuyến, area: Tiếp nhận, unit: "%",
           kind: dossiers, better: higher, roll-up: parts,
           numerator: {intake: received, channel: online}, denominator: {intake: received},
           targets: [{document: "1", clause: I.2.e, values: {tinh: 60, huyen: 60, xa: 50},
                      from: 2021},
                     {document: "1", clause: II, ref: 1-2, growth: {huyen: 20}, until: 100,
                      note: mức phấn đấu, from: 2021},
                     {document: "1", clause: III, stated: theo lộ trình, levels: [huyen],
                      from: 2021}]}
        - {id: c, name: Tỷ lệ văn bản đi ký số, area: Chính quyền số, unit: "%",
           kind: outgoing-documents, better: higher, roll-up: parts,
           numerator: {digitallySigned: "yes"}, denominator: {},
           targets: [{document: "1", clause: II.1, values: {tinh: 90, huyen: 90}, from: 2021}]}
      """
    return try IndicatorCatalogue(
      [DataNode(text: text, name: "indicators.yaml")],
      documents: documents()
    ).indicators
  }

  private static func groups(of unit: Unit, _ parts: [Part]) throws -> [IndicatorGroup] {
    var groups: [IndicatorGroup] = []
    for (number, (indicator, part)) in zip(try indicators(), parts).enumerated() {
      let figure = Figure(
        indicator: indicator, unit: unit, scope: .area, part: part,
        targets: indicator.targets,
        previous: number == 0 ? .count(1980) : nil,
        yearAgo: number == 1 ? .percent(hundredths: 4810) : nil)
      let row = IndicatorRow(
        ordinal: number + 1, figure: figure, previousNote: number == 0 ? nil : 1,
        yearAgoNote: number == 1 ? nil : 2)
      if groups.last?.area == indicator.area {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append(IndicatorGroup(area: indicator.area, rows: [row]))
      }
    }
    return groups
  }

  /// A huyện with one xã below it.
  static func district() throws -> UnitReport {
    let unit = unit("844", "Huyện Càng Long", "huyện", .district)
    let own = [40, 60, 3, 20, 70, 1, 0]
    let below = [1160, 740, 7, 900, 800, 9, 2]
    let rows = [
      row(.group, "I", "TTHC thuộc thẩm quyền giải quyết của cấp huyện", own),
      row(.item, "1", "Hộ tịch", own),
      row(.group, "II", "TTHC thuộc thẩm quyền giải quyết của cấp xã", below),
      row(.item, "1", "Chứng thực", below),
      row(.total, "", "Tổng cộng", [1200, 800, 10, 920, 870, 10, 2]),
    ]
    let parts = [
      Part(numerator: 2000, denominator: nil), Part(numerator: 1200, denominator: 2000),
      Part(numerator: 0, denominator: 0),
    ]
    return UnitReport(
      unit: unit, kinds: kinds,
      letterhead: Letterhead(
        superior: "", agency: "ỦY BAN NHÂN DÂN HUYỆN CÀNG LONG", symbol: "BC-UBND",
        place: "Càng Long",
        addressees: ["Văn phòng Ủy ban nhân dân tỉnh", "Sở Nội vụ"],
        signer: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
        recipients: ["Như trên", "UBND các xã, thị trấn", "Lưu: VT"]),
      periodName: "quý II năm 2023",
      span: "Từ ngày 01 tháng 4 năm 2023 đến ngày 30 tháng 6 năm 2023",
      placeAndDate: "Càng Long, ngày 05 tháng 7 năm 2023",
      nextPeriodName: "quý III năm 2023",
      subject: kinds[0].subject(of: "quý II năm 2023"),
      sentences: ReportSentences(
        dossiers: [
          "Trong quý II năm 2023, trên địa bàn huyện Càng Long tiếp nhận 2.000 hồ sơ.",
          "Đến hết kỳ báo cáo còn 210 hồ sơ đang giải quyết (trong hạn 208, quá hạn 02).",
        ],
        targets: ["Trong 02 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, tất cả đều đạt."]),
      hasUnitsBelow: true, documents: try documents(),
      narrative: ["han-che": "Một số hồ sơ **quá hạn**:\n\n- đất đai;\n- xây dựng."],
      figures: UnitFigures(
        try groups(of: unit, parts).flatMap(\.rows).map(\.figure), below: [],
        previousName: "quý I năm 2023", yearAgoName: "quý II năm 2022"),
      summary: ReportSummary(
        rows: try groups(of: unit, parts).flatMap(\.rows).map(SummaryRow.init)),
      charts: charts,
      forms: [FormTable(definition: try form(), rows: rows)],
      indicators: try groups(of: unit, parts),
      tables: [ReportAnnexTable(kind: .indices, table: table)],
      quality: [
        QualityRow(
          source: "hồ sơ một cửa", files: 4, rows: 2013, accepted: 2010, duplicates: 2,
          rejected: 1)
      ],
      rejected: RejectedExcerpt(count: 1, file: "844-dong-can-sua.csv"),
      notes: [
        "Lịch sử số liệu chưa có kỳ quý I năm 2023.",
        "Kỳ quý II năm 2022 chưa có chỉ tiêu hoặc đơn vị này.",
      ],
      explainCall: "baocao explain --config baocao.yaml --period 2023-Q2 --unit 844",
      below: [UnitLink(code: "29269", name: "Xã An Trường", level: .commune)],
      above: [UnitLink(code: "84", name: "Tỉnh Trà Vinh", level: .province)])
  }

  /// A chart of every kind, with a target, last year and a gap.
  private static let charts = [
    ReportChart(
      kind: .columns, title: "Hồ sơ tiếp nhận và đã giải quyết", categoryTitle: "Tháng",
      valueTitle: "Hồ sơ", measure: .count, categories: ["T4/2023", "T5/2023", "T6/2023"],
      series: [
        .init("Hồ sơ tiếp nhận trong kỳ", [600, 700, 700]),
        .init("Hồ sơ đã giải quyết", [580, nil, 640]),
        .init("Hồ sơ tiếp nhận trong kỳ, cùng kỳ năm trước", [nil, 500, 1020], isYearAgo: true),
      ]),
    ReportChart(
      kind: .bars, title: "Tỷ lệ hồ sơ giải quyết đúng hạn theo đơn vị", categoryTitle: "Đơn vị",
      valueTitle: "%", measure: .percent,
      categories: ["Xã An Trường", "Ban Quản lý Khu kinh tế và các khu công nghiệp <tỉnh>"],
      series: [
        .init("Kết quả", [9744, 0]), .init("Mục tiêu", [9500, 9500], isTarget: true),
      ]),
    ReportChart(
      kind: .lines, title: "Tỷ lệ hồ sơ tiếp nhận trực tuyến", categoryTitle: "Tháng",
      valueTitle: "%", measure: .percent, categories: ["T4/2023", "T5/2023", "T6/2023"],
      series: [
        .init("Tỷ lệ hồ sơ tiếp nhận trực tuyến", [4810, nil, 6000]),
        .init("Mục tiêu", [6000, 6000, 6000], isTarget: true),
      ]),
  ]

  /// A page that compares two units, one of which is known in one month only.
  static func comparison() -> LevelComparison {
    func chart(_ values: [Int?]) -> ReportChart {
      ReportChart(
        kind: .lines, title: "Tỷ lệ hồ sơ giải quyết đúng hạn", categoryTitle: "Tháng",
        valueTitle: "%", measure: .percent, categories: ["T4/2023", "T5/2023", "T6/2023"],
        series: [
          .init("Tỷ lệ hồ sơ giải quyết đúng hạn", values),
          .init("Mục tiêu", [9500, 9500, 9500], isTarget: true),
        ])
    }
    return LevelComparison(
      province: "Tỉnh Trà Vinh", periodName: "quý II năm 2023", level: .district,
      units: [
        .init(
          code: "844", name: "Huyện Càng Long", hasPage: true, chart: chart([9000, 9650, 10_000]),
          value: "95,25%", isMet: true),
        .init(
          code: "846", name: "Huyện Trà Cú", hasPage: false, chart: chart([nil, 8012, nil]),
          value: "80,12%", isMet: false),
      ])
  }

  /// A plain table with a row of every role and a cell of every kind.
  private static let table = ReportTable(
    id: "Điểm", title: "Điểm các bộ chỉ số",
    columns: [
      .init("STT", .mark, width: 6), .init("Tiêu chí", .label, width: 40),
      .init("Năm 2021", .number, width: 12), .init("Thay đổi", .number, width: 12),
      .init("Nguyên nhân", .text, width: 30),
    ],
    rows: [
      .group("PAPI"),
      .init([.whole(1), .text("8.1 Sử dụng | cổng"), .points(3700), .change(-100), .text("<b>")]),
      .init(
        [.text(""), .text("Tổng"), .percent(819_300), .change(1000), .hundredths(123_450)],
        role: .total),
    ],
    notes: ["Tổng các thành phần là 2,66, số công bố là 2,67."])

  /// An index with a unit that has a report and one that has not.
  static func index() -> ReportIndex {
    let figures = ReportIndex.MainFigures(
      received: "2.000", resolved: "1.800", onTimeRate: "99,44%", overduePending: "2",
      isRateMet: true, met: 3, judged: 4)
    return ReportIndex(
      province: "Tỉnh Trà Vinh", periodName: "quý II năm 2023",
      span: "Từ ngày 01 tháng 4 năm 2023 đến ngày 30 tháng 6 năm 2023",
      asOf: "ngày 05 tháng 7 năm 2023", totals: figures,
      groups: [
        ReportIndex.Group(
          level: .district,
          units: [
            ReportIndex.Entry(
              code: "844", name: "Huyện Càng Long", formats: [.xlsx, .html], figures: figures),
            ReportIndex.Entry(code: "846", name: "Huyện Trà Cú", formats: [], figures: nil),
          ], comparison: "so-sanh-huyen.html")
      ],
      gaps: [.init(name: "Văn bản đi", count: 2, units: "Xã A; Xã B")],
      quality: [
        QualityRow(
          source: "hồ sơ một cửa", files: 4, rows: 2013, accepted: 2010, duplicates: 2,
          rejected: 1)
      ],
      files: [ReportIndex.File(name: "figures.csv", note: "toàn bộ số liệu của các đơn vị")])
  }
}

extension ReportTemplates {
  /// The main report of a unit as a page.
  func html(_ report: UnitReport, among written: WrittenReports = WrittenReports()) -> String {
    let documents = documents(
      report, Specimen.kinds[0], letterhead: report.letterhead, formats: [.html], among: written)
    return String(decoding: documents.html ?? [], as: UTF8.self)
  }

  /// Likewise in Markdown.
  func markdown(_ report: UnitReport, among written: WrittenReports = WrittenReports()) -> String {
    let documents = documents(
      report, Specimen.kinds[0], letterhead: report.letterhead, formats: [.markdown],
      among: written)
    return String(decoding: documents.markdown ?? [], as: UTF8.self)
  }
}
