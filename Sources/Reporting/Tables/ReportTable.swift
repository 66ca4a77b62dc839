package import Administration

/// A plain table of a report: a head, rows, notes; every output writes it the same way.
package struct ReportTable: Hashable, Sendable {
  /// Short name, also of the workbook's sheet, of at most 31 letters.
  package var id: String
  package var title: String
  package var columns: [Column]
  package var rows: [Row]
  package var notes: [String]

  package init(
    id: String, title: String, columns: [Column], rows: [Row], notes: [String] = []
  ) {
    self.id = id
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// A column with what its cells hold.
  package struct Column: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// A number of the row or a mark, in the middle.
      case mark
      /// What names the row.
      case label
      case text
      case number
    }

    package var head: String
    package var kind: Kind
    /// In letters, for the workbook.
    package var width: Double

    package init(_ head: String, _ kind: Kind, width: Double) {
      self.head = head
      self.kind = kind
      self.width = width
    }
  }

  /// A row; a group has one cell over all columns.
  package struct Row: Hashable, Sendable {
    package enum Role: Hashable, Sendable {
      case item, group, total
    }

    package var role: Role
    package var cells: [Cell]

    package init(_ cells: [Cell], role: Role = .item) {
      self.role = role
      self.cells = cells
    }

    /// A heading of the rows below it.
    package static func group(_ text: String) -> Row { Row([.text(text)], role: .group) }
  }

  /// A cell.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case whole(Int)
    case day(CalendarDay)
    /// A number of two decimals, in hundredths.
    case hundredths(Int)
    /// Points in ten-thousandths, with as many decimals as they need.
    case points(Int)
    /// Points in ten-thousandths with their sign: `+0,19`.
    case change(Int)
    /// A percentage in ten-thousandths of a percent, with as many decimals as it needs.
    case percent(Int)

    /// As pages and Markdown write it.
    package var text: String {
      switch self {
      case .text(let text): text
      case .whole(let number): NumberText.whole(number)
      case .day(let day): DayText.short(day)
      case .hundredths(let hundredths): NumberText.decimal(hundredths: hundredths)
      case .points(let points): NumberText.points(points)
      case .change(let points): (points > 0 ? "+" : "") + NumberText.points(points)
      case .percent(let points): NumberText.points(points) + "%"
      }
    }
  }

  /// Whether it needs a page lying on its side.
  package var isWide: Bool { columns.reduce(0) { $0 + $1.width } > 95 }
}
