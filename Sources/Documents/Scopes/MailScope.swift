internal import Reporting

/// What the templates of messages see.
struct MailScope: TemplateScope {
  let content: MailContent

  static let names = NameTable<Self>(
    .text("period", \.content.period),
    .text("date", \.content.date),
    .text("unit", \.content.unit),
    .text("unit-in-sentence", \.content.unitInSentence),
    .text("unit-code", \.content.unitCode),
    .text("province", \.content.province),
    .list("figures") { $0.content.figures.map(MailFigureScope.init) },
    .flag("has-targets") { $0.judged > 0 },
    .flag("has-missed") { $0.missed > 0 },
    .text("judged") { NumberText.inSentence($0.judged) },
    .text("met") { NumberText.inSentence($0.judged - $0.missed) },
    .text("missed") { NumberText.inSentence($0.missed) },
    .list("files") { $0.content.files.map(MailFileScope.init) },
    .text("file-count") { NumberText.inSentence($0.content.files.count) },
    .flag("is-split") { $0.content.parts > 1 },
    .number("part", \.content.part),
    .number("parts", \.content.parts)
  )

  private var judged: Int { content.figures.count { !$0.status.isEmpty } }
  private var missed: Int { content.figures.count(where: \.isMissed) }
}

/// A main figure in a message.
struct MailFigureScope: TemplateScope {
  let figure: WrittenFigures.Entry

  static let names = NameTable<Self>(
    .text("name", \.figure.name),
    .text("unit-of-measure", \.figure.unit),
    .flag("is-percent") { $0.figure.unit == "%" },
    .text("value", \.figure.value),
    .text("target", \.figure.target),
    .text("status", \.figure.status),
    .flag("is-missed", \.figure.isMissed),
    .text("previous", \.figure.previous)
  )
}

/// A file that goes with a message.
struct MailFileScope: TemplateScope {
  let file: MailContent.File

  static let names = NameTable<Self>(.text("name", \.file.name), .text("size", \.file.size))
}
