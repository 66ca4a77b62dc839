internal import Administration
internal import Indicators
internal import Intake

/// The rows of the list of late dossiers: those still pending, then those resolved in the period.
struct LateDossierRows {
  let builder: FormBuilder
  let definition: FormDefinition
  /// Number of the unit whose area is listed.
  let unit: Int

  /// Dossiers that a sheet of a report shows; a longer list is for a workbook of its own.
  static let mostShown = 2_000

  private var area: [Int] { builder.tree.area(of: unit) }

  private static let groups = [
    (title: "Đang giải quyết, đã quá hạn", arePending: true),
    (title: "Đã giải quyết trong kỳ, quá hạn", arePending: false),
  ]

  var rows: [FormRow] {
    var room = Self.mostShown
    return Self.groups.enumerated().flatMap { number, group in
      let entries = builder.late.dossiers(of: area, arePending: group.arePending)
      let title = "\(group.title): \(NumberText.inSentence(entries.count)) hồ sơ"
      let heading = FormRow(
        role: .heading,
        cells: definition.columns.map { column in
          switch column.content {
          case .ordinal: .text(RomanNumeral.text(number + 1))
          case .label: .text(title)
          default: .text("")
          }
        })
      let shown = entries.prefix(room)
      room -= shown.count
      return [heading] + shown.enumerated().compactMap { row($0.element, ordinal: $0.offset + 1) }
    }
  }

  /// Says that the list was cut, and where all of it is; or that it is not that of the figures.
  var notes: [String] {
    let counts = builder.late.counts(of: area)
    let all = counts.pending + counts.resolved
    return cutNote(all) + differenceNote(all)
  }

  /// Figures of a closed period stay as they were, while the list is of the exports of today.
  private func differenceNote(_ all: Int) -> [String] {
    let reported = ["dossiers.pending.overdue", "dossiers.resolved.late"].compactMap { id in
      builder.area.figure(id, of: unit)?.part?.numerator
    }
    guard reported.count == 2, reported[0] + reported[1] != all else { return [] }
    return [
      "Danh sách lập theo bản xuất hiện nay (\(NumberText.whole(all)) hồ sơ), khác số liệu đã chốt của kỳ "
        + "(\(NumberText.whole(reported[0] + reported[1])) hồ sơ)."
    ]
  }

  private func cutNote(_ all: Int) -> [String] {
    guard all > Self.mostShown else { return [] }
    return [
      "Bảng ghi \(NumberText.whole(Self.mostShown)) hồ sơ đầu trong \(NumberText.whole(all)) hồ sơ; đủ "
        + "các hồ sơ ở tệp \(LateList.fileName(of: builder.tree.units[unit]))."
    ]
  }

  private func row(_ entry: LateLists.Entry, ordinal: Int) -> FormRow? {
    guard let (dossier, field) = builder.late.dossier(entry) else { return nil }
    let words = LateDossierWords(
      dossier: dossier, field: field, unit: builder.tree.units[entry.unit].name,
      lastDay: builder.lastDay, procedureNames: builder.procedureNames)
    return FormRow(
      role: .item,
      cells: definition.columns.map { column in
        switch column.content {
        case .ordinal: .whole(ordinal)
        case .label: .text(words.unit)
        case .text(let text): words.cell(text)
        case .sum, .rate, .figures, .procedures, .typed, .value: .text("")
        }
      })
  }
}

/// What a list says of one late dossier.
struct LateDossierWords {
  let dossier: LateDossier
  let field: String
  /// Name of its unit.
  let unit: String
  /// Last day of the period.
  let lastDay: CalendarDay
  /// Names of procedures by their national codes.
  let procedureNames: [String: String]

  private static let causes = [
    "Do quy định hành chính", "Do thiếu biên chế, khối lượng công việc",
    "Do cơ sở vật chất, trang thiết bị", "Do phối hợp của cơ quan liên quan", "Nguyên nhân khác",
  ]

  func cell(_ text: FormText) -> ReportTable.Cell {
    switch text {
    case .dossierCode: .text(dossier.code)
    case .dossierUnit: .text(unit)
    case .dossierField: .text(field)
    case .dossierProcedure: .text(procedureNames[dossier.procedure] ?? dossier.procedure)
    case .dossierState:
      .text(dossier.isPending ? "Đang giải quyết" : "Đã giải quyết")
    case .receivedOn: .day(dossier.receivedOn)
    case .dueOn: .day(dossier.dueOn)
    case .finishedOn: finish.map(ReportTable.Cell.day) ?? .text("")
    case .daysLate: .whole(Int((finish ?? lastDay).number - dossier.dueOn.number))
    case .cause: .text(dossier.cause == 0 ? "" : Self.causes[dossier.cause - 1])
    case .note, .unitCode, .causes, .lineUnit, .lineNote: .text("")
    }
  }

  /// A day after the period is not of this report.
  private var finish: CalendarDay? {
    dossier.finishedOn.flatMap { $0 <= lastDay ? $0 : nil }
  }
}
