import DataFiles
import DelimitedText
import Delivery
import Foundation
import Logging
import Reporting

/// Rehearses or sends the messages of a list, and says what came of it.
struct Mailing {
  let list: MailList
  let run: MailRun
  let writer: ReportMail
  let logging: LogOptions

  private var log: Logger { logging.log }

  // MARK: - Rehearsal

  func rehearse(in folder: borrowing MailFolder) throws {
    let plan = try folder.rehearse(list, of: run, writer: writer)
    let ledger = try folder.openLedger()
    let known = try ledger.entries(plan.messages)
    tell(plan)
    let settled = known.count { $0.state == .accepted }
    let replaced = try ledger.replaced(by: plan.messages)
    log.info(
      """
      Đã soạn \(NumberText.whole(plan.messages.count)) thư vào \(folder.path), chưa gửi gì. Xem \
      \(folder.path)/plan.csv và mở vài thư .eml, rồi thêm --send để gửi.
      """)
    if settled > 0 {
      log.info("\(NumberText.whole(settled)) thư trong đó đã gửi trước đây, sẽ không gửi lại.")
    }
    if replaced > 0 {
      log.warning(
        """
        \(NumberText.whole(replaced)) người nhận đã nhận bản trước của báo cáo này và sẽ nhận thêm bản mới, vì \
        tệp đính kèm đã thay đổi.
        """)
    }
  }

  private func tell(_ plan: MailPlan) {
    for message in list.messages {
      let lacking = plan.withoutRecipient.filter { $0.message == message.id }.map(\.unit)
      if !lacking.isEmpty {
        log.warning(
          "\(message.id): \(Self.units(lacking)) chưa có người nhận trong danh bạ nên không có thư."
        )
      }
      let silent = plan.withoutReport.filter { $0.message == message.id }.map(\.unit)
      if !silent.isEmpty {
        log.warning("\(message.id): \(Self.units(silent)) không có báo cáo nên không có thư.")
      }
    }
  }

  /// "03 đơn vị (842, 844, 845)".
  private static func units(_ codes: [String]) -> String {
    let shown = codes.prefix(20).joined(separator: ", ") + (codes.count > 20 ? ", …" : "")
    return "\(NumberText.inSentence(codes.count)) đơn vị (\(shown))"
  }

  // MARK: - Sending

  func send(
    from folder: borrowing MailFolder, resending ids: [String], due isDue: Bool
  ) async throws {
    let plan = try folder.rehearsed(list, of: run, writer: writer)
    let again = try ids.map { try Self.message(of: $0, in: plan) }
    let ledger = try folder.openLedger()
    let entries = try ledger.enter(plan.messages)
    let due = isDue ? entries.filter { $0.state == .queued }.map(\.message.id) : []
    let wanted = again + due.filter { !again.contains($0) }
    let end = WishToEnd()
    let progress = SendingProgress(isQuiet: logging.quiet)
    var sending = MailSending(list, entries, ledger: ledger)
    defer { progress.clear() }
    let summary = try sending.send(
      wanted, from: folder, progress: progress.show, shouldStop: { end.isWanted })
    progress.clear()
    try folder.write(Self.ledgerTable(summary.entries), to: MailFolder.ledgerTable)
    try report(summary, hadWork: !wanted.isEmpty, folder.path)
  }

  private static func message(of id: String, in plan: MailPlan) throws -> String {
    if let message = plan.messages.first(where: { $0.id == id || $0.messageID == id }) {
      return message.id
    }
    let nearest = NearestName.of(id, among: plan.messages.map(\.id))
    throw Failure(
      .usage, "--resend \(id): mail/plan.csv không có thư này." + Failure.suggestion(nearest))
  }

  /// `ledger.csv`: what became of every message of the plan.
  private static func ledgerTable(_ entries: [MailLedger.Entry]) -> Data {
    var text = CSVText(header: [
      "id", "message", "unit", "recipient", "state", "tries", "time", "answer",
    ])
    for entry in entries {
      let message = entry.message
      text.append([
        message.id, message.message, message.unit, message.recipient.text, entry.state.rawValue,
        "\(entry.tries)", entry.changedAt.map { Moment(seconds: $0).iso } ?? "",
        CSVText.guarded(entry.answer),
      ])
    }
    return Data(text.bytes)
  }

  private func report(
    _ summary: MailSending.Summary, hadWork: Bool, _ folder: String
  ) throws {
    for entry in summary.entries {
      let isTried = entry.state == .queued && entry.tries > 0 && summary.stop == nil
      guard entry.state == .refused || entry.state == .unknown || isTried else { continue }
      log.warning("\(Self.sentence(entry))")
    }
    let accepted = summary.count(.accepted)
    let open = summary.entries.count - accepted
    let text = """
      Lần này gửi được \(NumberText.whole(summary.accepted)) thư. Tất cả: đã gửi \(NumberText.whole(accepted)), bị từ \
      chối \(NumberText.whole(summary.count(.refused))), chưa rõ \(NumberText.whole(summary.count(.unknown))), còn lại \
      \(NumberText.whole(summary.count(.queued))). Chi tiết ở \(folder)/ledger.csv.
      """
    if let stop = summary.stop {
      log.info("\(text)")
      throw Failure(stop.status, stop.sentence(list.server))
    }
    guard open > 0 || summary.left > 0 else {
      log.info(
        hadWork ? "\(text)" : "Mọi thư trong kế hoạch đã gửi trước đây, không còn thư nào phải gửi."
      )
      return
    }
    throw Failure(.notAllAccepted, text)
  }

  private static func sentence(_ entry: MailLedger.Entry) -> String {
    let who = "\(entry.message.id): \(entry.message.recipient.text)"
    // A server's words begin with their code; others are libcurl's, for whoever reads the ledger.
    let isServers = entry.answer.first?.isNumber ?? false
    let words = isServers ? " («\(entry.answer)»)" : ""
    switch entry.state {
    case .accepted: return "\(who): đã gửi."
    case .refused:
      return "\(who): bị từ chối\(words). Hãy sửa địa chỉ trong danh bạ rồi tập dượt lại."
    case .unknown:
      return
        "\(who): chưa rõ đã tới hay chưa, vì mất kết nối sau khi chuyển hết thư. Hãy hỏi người nhận; nếu chưa tới thì "
        + "chạy lại với --resend \(entry.message.id)."
    case .queued:
      return
        "\(who): chưa gửi được sau \(entry.tries) lần thử\(words). Hãy chạy lại với --send sau ít phút."
    }
  }
}
