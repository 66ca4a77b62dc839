import Administration
import Delivery
import Documents
import Foundation
import Reporting
import Runs

/// Writes the texts of messages from the templates and the figures of a run.
struct ReportMail: MailWriter {
  private let list: MailList
  private let run: MailRun
  private let templates: MailTemplates
  private let figures: WrittenFigures
  private let period: String
  private let date: String

  init(_ list: MailList, _ run: MailRun) throws {
    self.list = list
    self.run = run
    let folder = try TemplateFolder(project: list.folder)
    templates = try MailTemplates(folder: "\(folder.path)/\(TemplateFolder.mail)")
    let catalogue = try folder.indicators()
    let summary = try SummaryDefinition(
      folder.node(TemplateFolder.summary), catalogue: catalogue)
    do {
      figures = try WrittenFigures(folder: run.folder, summary, catalogue)
    } catch {
      throw MailFaults(file: run.folder, .noFigures)
    }
    period = Period(run.manifest.period)?.name ?? run.manifest.period
    date =
      CalendarDay(String(run.manifest.asOf.prefix(10))).map(DayText.short) ?? run.manifest.asOf
    let bodies = templates.bodies
    for message in list.messages {
      if !bodies.contains(message.body) {
        throw message.fault(ofBody: bodies)
      }
      // Said before anything is made, for whichever unit.
      _ = try line(message.title, of: run.top)
    }
  }

  private func content(of unit: Int) -> MailContent {
    let subject = run.families.units[unit]
    return MailContent(
      period: period, date: date, unit: subject.name,
      unitInSentence: Unit.nameInSentence(subject.name), unitCode: subject.code,
      province: run.families.units[run.top].name)
  }

  func line(_ template: String, of unit: Int) throws -> String {
    try MailTemplates.line(template, of: content(of: unit), file: "\(list.path) («\(template)»)")
  }

  func texts(of message: ListedMessage, _ subject: MailSubject) throws -> MailTexts {
    var content = content(of: subject.unit)
    content.figures = figures.entries(of: content.unitCode)
    content.files = subject.files.map { .init(name: $0.name, size: SizeText.of($0.content.count)) }
    content.part = subject.part
    content.parts = subject.parts
    let body = templates.body(message.body, of: content) ?? ("", "")
    return MailTexts(
      subject: try line(message.title, of: subject.unit)
        + (subject.parts > 1 ? " (\(subject.part)/\(subject.parts))" : ""),
      plain: body.plain, html: body.html)
  }
}
