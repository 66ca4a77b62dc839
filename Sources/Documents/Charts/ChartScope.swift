internal import Reporting

/// A chart of a report: its picture and the numbers that it shows.
struct ChartScope: TemplateScope {
  /// From 1, for the names of the parts of the page.
  let number: Int
  let chart: ReportChart

  /// The charts of a report, numbered.
  static func all(_ charts: [ReportChart]) -> [ChartScope] {
    charts.enumerated().map { ChartScope(number: $0.offset + 1, chart: $0.element) }
  }

  static let names = NameTable<Self>(
    .text("id") { "bieu-do-\($0.number)" },
    .text("title", \.chart.title),
    .text("description", \.chart.content),
    // Drawn where a template asks for it, which that of Markdown does not.
    .group("picture") { ChartPictureScope(drawing: ChartDrawing($0.chart)) },
    .text("head") { $0.isUpright ? "Chỉ tiêu" : $0.chart.categoryTitle },
    .list("columns") { scope in
      scope.heads.map(ChartHeadScope.init)
    },
    .list("rows", \.rows)
  )

  /// Whether the table has a row for every series, as the months of a year stand side by side.
  private var isUpright: Bool { chart.kind != .bars }

  private var heads: [String] { isUpright ? chart.categories : chart.series.map(\.name) }

  private var rows: [ChartRowScope] {
    func text(_ value: Int?) -> String { ChartScale.text(value, chart.measure) }
    guard !isUpright else {
      return chart.series.map { ChartRowScope(name: $0.name, values: $0.values.map(text)) }
    }
    return chart.categories.enumerated().map { index, name in
      ChartRowScope(name: name, values: chart.series.map { text($0.values[index]) })
    }
  }
}

/// The picture of a chart.
struct ChartPictureScope: TemplateScope {
  let drawing: ChartDrawing

  static let names = NameTable<Self>(
    .text("width") { _ in ChartLength.text(ChartDrawing.width) },
    .text("height") { ChartLength.text($0.drawing.height) },
    .list("shapes") { $0.drawing.shapes.map(ChartShapeScope.init) },
    .list("words") { $0.drawing.words.map(ChartWordScope.init) }
  )
}

/// A shape of a chart.
struct ChartShapeScope: TemplateScope {
  let shape: ChartDrawing.Shape

  static let names = NameTable<Self>(
    .text("role", \.shape.role), .text("path", \.shape.path.text), .text("hint", \.shape.hint)
  )
}

/// A text in a chart.
struct ChartWordScope: TemplateScope {
  let word: ChartDrawing.Word

  static let names = NameTable<Self>(
    .text("role", \.word.role),
    .text("x") { ChartLength.text($0.word.x) },
    .text("y") { ChartLength.text($0.word.y) },
    .text("text", \.word.text)
  )
}

/// A column of a chart's table.
struct ChartHeadScope: TemplateScope {
  let text: String

  static let names = NameTable<Self>(
    .text("text", \.text),
    // Where it may be broken, for columns that are narrow.
    .texts("pieces") { CodePieces.of($0.text, after: "/") }
  )
}

/// A row of a chart's table.
struct ChartRowScope: TemplateScope {
  let name: String
  let values: [String]

  static let names = NameTable<Self>(.text("name", \.name), .texts("values", \.values))
}
