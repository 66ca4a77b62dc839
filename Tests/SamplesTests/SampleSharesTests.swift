import Administration
import Testing

@testable import Samples

@Suite struct SampleSharesTests {
  @Test func `dossiers are shared out as intended`() throws {
    let dossiers = try Made(rows: 6000, seed: 2023).dossiers
    let resolved = dossiers.filter { $0.finished.map { $0 <= last } ?? false }
    let open = dossiers.filter { $0.isOpen(after: last) }
    #expect(dossiers.count == 6000)
    #expect((0.05...0.08).contains(share(of: resolved, where: isLate)))
    #expect((0.5...0.65).contains(share(of: resolved, where: isEarly)))
    #expect((0.005...0.016).contains(share(of: dossiers) { $0.due == nil }))
    #expect((0.005...0.016).contains(share(of: dossiers) { $0.ending == .withdrawn }))
    #expect((0.003...0.012).contains(share(of: dossiers) { $0.ending == .refused }))
    #expect((0.005...0.03).contains(share(of: dossiers) { $0.waits }))
    #expect((0.02...0.04).contains(share(of: dossiers) { $0.channel == .postal }))
    #expect((0.44...0.54).contains(share(of: dossiers) { $0.channel == .online }))
    #expect((0.67...0.73).contains(share(of: dossiers) { $0.hasDigitalComponents }))
    let done = resolved.filter { $0.ending == .finished }
    #expect((0.61...0.69).contains(share(of: done) { $0.hasDigitalResult }))
    let asked = done.filter { $0.satisfaction > 0 }
    #expect((0.36...0.44).contains(Double(asked.count) / Double(done.count)))
    #expect((0.26...0.34).contains(share(of: asked) { $0.satisfaction == 1 }))
    #expect((0.01...0.05).contains(share(of: asked) { $0.satisfaction == 3 }))
    #expect(open.contains { $0.due.map { $0 < last } ?? false })
    #expect(open.contains { $0.due.map { $0 >= last } ?? false })
  }

  @Test func `levels, payments and online intake are as intended`() throws {
    let made = try Made(rows: 6000, seed: 11)
    let level = { (dossier: Dossier) in made.units.members[dossier.member].unit.level }
    #expect((0.52...0.58).contains(share(of: made.dossiers) { level($0) == .commune }))
    #expect((0.27...0.33).contains(share(of: made.dossiers) { level($0) == .district }))
    #expect((0.12...0.18).contains(share(of: made.dossiers) { level($0) == .province }))
    let charged = made.dossiers.filter { made.procedures.procedures[$0.procedure].fee > 0 }
    #expect((0.3...0.4).contains(share(of: charged) { $0.isPaidOnline }))
    let first = made.dossiers.filter { $0.received.number < days.first.number + 61 }
    let latest = made.dossiers.filter { $0.received.number > days.last.number - 61 }
    #expect((0.3...0.41).contains(share(of: first) { $0.channel == .online }))
    #expect((0.54...0.65).contains(share(of: latest) { $0.channel == .online }))
    for dossier in made.dossiers {
      let procedure = made.procedures.procedures[dossier.procedure]
      #expect(procedure.level == level(dossier))
      #expect(procedure.serviceLevel != .information || dossier.channel != .online)
    }
  }

  @Test func `documents, work files and tasks are shared out as intended`() throws {
    let fixture = try SampleFixture(rows: 24_000, seed: 2023)
    let open = { (line: ReadTable.Line) in line["Độ mật"] != "Mật" }
    let outgoing = try fixture.officeTables(OutgoingDocuments.self).flatMap(\.lines)
    #expect(outgoing.count == 4000)
    #expect((0.01...0.03).contains(share(of: outgoing) { !open($0) }))
    let shown = outgoing.filter(open)
    #expect((0.88...0.92).contains(share(of: shown) { $0["Văn bản ký số"] == "Đã ký số" }))
    #expect((0.91...0.95).contains(share(of: shown) { $0["Hình thức gửi"] == "Điện tử" }))
    let incoming = try fixture.officeTables(IncomingDocuments.self).flatMap(\.lines)
    #expect(incoming.count == 4000)
    let tasks = try fixture.officeTables(AssignedTasks.self).flatMap(\.lines)
    #expect(tasks.count == 1200)
    let done = tasks.filter { $0["Trạng thái"].hasPrefix("Hoàn thành") }
    #expect((0.76...0.86).contains(share(of: done) { $0["Trạng thái"].hasSuffix("đúng hạn") }))
    #expect(tasks.contains { $0["Trạng thái"] == "Quá hạn chưa hoàn thành" })
    #expect(tasks.contains { $0["Trạng thái"] == "Đang xử lý" })
    let files = try fixture.officeTables(WorkFiles.self).flatMap(\.lines).filter(open)
    let isOnline = { (line: ReadTable.Line) in line["Hình thức xử lý"] == "Trên môi trường mạng" }
    let department = files.filter { $0["Mã hồ sơ công việc"].hasPrefix("HSCV-84-") }
    let commune = files.filter { $0["Mã hồ sơ công việc"].hasPrefix("HSCV-29") }
    #expect((0.84...0.92).contains(share(of: department, where: isOnline)))
    #expect((0.58...0.7).contains(share(of: commune, where: isOnline)))
  }

  @Test func `incoming documents are mostly answered in time`() throws {
    let rows = IncomingDocuments()
    let units = UnitPool(try SampleFixture.catalogue())
    let context = OfficeContext(units: units, form: .iso, naming: .ownCode)
    var random = SplitMix(seed: 1, stream: .incoming)
    let entry = OfficeEntry(day: days.first, member: 1, number: 1)
    var late = 0
    for _ in 0..<4000 {
      let cells = rows.cells(of: entry, in: context, random: &random)
      if !cells[12].isEmpty, cells[13] > cells[12] { late += 1 }
    }
    #expect((0.06...0.1).contains(Double(late) / 4000))
  }

  private let days = SampleFixture.calendar.days
  private var last: CalendarDay { SampleFixture.calendar.days.last }

  private func isLate(_ dossier: Dossier) -> Bool {
    guard let due = dossier.due, let finished = dossier.finished else { return false }
    return finished > due
  }

  private func isEarly(_ dossier: Dossier) -> Bool {
    guard let due = dossier.due, let finished = dossier.finished else { return false }
    return finished < due
  }

  private func share<Element>(
    of list: [Element], where isOne: (Element) -> Bool
  ) -> Double {
    Double(list.count(where: isOne)) / Double(max(list.count, 1))
  }
}

/// The dossiers of a sample before they are written.
private struct Made {
  let units: UnitPool
  let procedures: ProcedurePool
  let dossiers: [Dossier]

  init(rows: Int, seed: UInt64) throws {
    units = UnitPool(try SampleFixture.catalogue())
    procedures = try ProcedurePool(SampleFixture.procedures(), units: units)
    var maker = try DossierMaker(
      rows: rows, units: units, procedures: procedures,
      random: SplitMix(seed: seed, stream: .dossiers))
    var dossiers: [Dossier] = []
    for (index, month) in SampleFixture.calendar.months.enumerated() {
      dossiers += maker.dossiers(of: SampleCalendar.span(of: month), progress: index * 1000 / 14)
    }
    self.dossiers = dossiers
  }
}
