internal import Administration
internal import DelimitedText

/// Writes the planted rows of one export: the row of a sound dossier, damaged.
struct OddRowWriter {
  let rows: DossierRowWriter
  /// A name that means more than one unit; empty where the catalogue has none.
  let ambiguousName: String

  /// The row as it goes into the file, and how many physical lines it covers.
  func row(
    _ odd: OddRow, of dossier: Dossier, order: Int, on day: CalendarDay
  ) -> (bytes: [UInt8], lines: Int) {
    let dress = rows.dress
    if odd == .blankLine { return (dress.lineEndBytes, 1) }
    var dossier = dossier
    if odd == .finishedBeforeReceived { dossier.finished = dossier.received.adding(-3) }
    if odd == .absentCells { dossier.satisfaction = 0 }
    var cells = rows.cells(of: dossier, order: order, on: day)
    for (column, text) in texts(of: odd, dossier) {
      if let index = rows.columns.firstIndex(of: column) { cells[index] = dress.cell(text) }
    }
    damage(&cells, odd)
    var bytes = Array(cells.joined(separator: [dress.delimiter]))
    bytes.append(contentsOf: dress.lineEndBytes)
    return (bytes, bytes.count { $0 == Byte.lineFeed })
  }

  /// The cells that hold something else than the dossier says.
  private func texts(of odd: OddRow, _ dossier: Dossier) -> [(DossierField, String)] {
    switch odd {
    case .missingCode: [(.code, "")]
    case .missingDate: [(.received, "")]
    case .receivedOnNoDay: [(.received, "31/02/2023")]
    case .dueOnNoDay: [(.due, "31/02/2023")]
    case .receivedInWords: [(.received, "hôm qua")]
    case .finishedInWords: [(.finished, "chờ ký")]
    case .unknownUnit: [(.agencyCode, ""), (.agencyName, "UBND xã Không Có Thật")]
    case .unknownUnitCode: [(.agencyCode, "H59.999"), (.agencyName, "Phòng Thử Nghiệm")]
    case .ambiguousUnit: [(.agencyCode, ""), (.agencyName, ambiguousName)]
    case .lineBreaks: [(.address, "Ấp Mẫu 5\nTổ Mẫu 2, đường Thử\nnhà số 00")]
    case .doubledQuotes: [(.applicant, "Công ty TNHH \"Ví Dụ\" 0001")]
    case .unknownChannel: [(.channel, "Qua Zalo")]
    case .unknownSatisfaction: [(.satisfaction, "Bình thường")]
    case .unreadableFee: [(.fee, "miễn phí")]
    case .formula:
      [(.procedureName, "=HYPERLINK(\"http://vi-du.invalid/\",\"Bấm vào đây\")")]
    case .markup:
      [(.procedureName, "Thủ tục <script>alert('mẫu')</script> & <b>thử</b>")]
    case .bars: [(.procedureName, "Thủ tục | mẫu *thử* `x`")]
    default: []
    }
  }

  private func damage(_ cells: inout [[UInt8]], _ odd: OddRow) {
    switch odd {
    case .extraCell: cells.append(Array("ô thừa".utf8))
    case .surplusCells: cells.append(contentsOf: [[], []])
    case .cutShort:
      if let received = rows.columns.firstIndex(of: .received) {
        cells.removeSubrange(received...)
      }
    case .absentCells:
      while cells.last?.isEmpty == true { cells.removeLast() }
    case .brokenQuote:
      cells[cells.count - 1] = Array("\"Ghi chú chưa đóng ngoặc".utf8)
    case .badEncoding:
      if let index = rows.columns.firstIndex(of: .applicant) {
        // "Trần Đức Mẫu" as Windows-1258 writes it.
        cells[index] =
          Array("Tr".utf8) + [0xE2, 0xCC] + Array("n ".utf8) + [0xD0, 0xFD, 0xEC]
          + Array("c Mẫu".utf8)
      }
    default: break
    }
  }
}
