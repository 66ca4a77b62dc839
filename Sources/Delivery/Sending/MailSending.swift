internal import Foundation

/// Sends what is due, one transaction a recipient, and notes every step in the ledger.
package struct MailSending {
  /// What a sending came to.
  package struct Summary: Sendable {
    /// Every message of the plan as it stands now, in the plan's order.
    package var entries: [MailLedger.Entry]
    /// Messages that this sending brought to the server's acceptance.
    package var accepted = 0
    /// Those that it was to send and did not bring to it.
    package var left = 0
    /// `nil` where everything that was due was tried.
    package var stop: SendingStop?

    package func count(_ state: MailLedger.State) -> Int { entries.count { $0.state == state } }
  }

  private let list: MailList
  private let ledger: MailLedger
  private var entries: [MailLedger.Entry]
  private var places: [String: Int]
  private var accepted: Set<String> = []
  /// How often in a row the server could not be talked to.
  private var troubles = 0

  /// Prepares to send messages of a plan, of which `entries` has every one.
  package init(_ list: MailList, _ entries: [MailLedger.Entry], ledger: MailLedger) {
    self.list = list
    self.ledger = ledger
    self.entries = entries
    places = Dictionary(
      entries.enumerated().map { ($1.message.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Sends the messages of some ids.
  ///
  /// `progress` is called before every try with how many of them are settled, and how many there are;
  /// `shouldStop` is asked between two messages.
  package mutating func send(
    _ ids: [String], from folder: borrowing MailFolder,
    progress: (_ settled: Int, _ all: Int) -> Void, shouldStop: () -> Bool
  ) throws -> Summary {
    let due = ids.compactMap { places[$0] }.map { entries[$0] }
    var stop: SendingStop?
    if !due.isEmpty {
      let session = try MailSession(list.server, sender: list.sender.address)
      var queue = SendQueue(due, list.limits, now: Self.now)
      var settled = 0
      while stop == nil, let moment = queue.nextMoment {
        progress(settled, due.count)
        guard !shouldStop() else {
          stop = .interrupted
          break
        }
        // Short steps, so that a wish to stop is heard.
        guard moment <= Self.now else {
          Thread.sleep(forTimeInterval: min(moment - Self.now, 0.2))
          continue
        }
        guard var item = queue.take(at: Self.now) else { continue }
        let content = try folder.content(of: item.entry.message)
        switch try attempt(&item, content, session) {
        case .settled: settled += 1
        case .later: if !queue.putBack(item, at: Self.now) { settled += 1 }
        case .trouble(let reason):
          if !queue.putBack(item, at: Self.now) { settled += 1 }
          queue.hold(after: troubles, at: Self.now)
          // One message at which a server breaks off must not stand in the way of the others.
          if troubles >= list.limits.tries, !queue.isEmpty || accepted.isEmpty { stop = reason }
        case .stop(let reason): stop = reason
        }
      }
    }
    return Summary(
      entries: entries, accepted: accepted.count, left: Set(ids).subtracting(accepted).count,
      stop: stop)
  }

  private static var now: Double { ProcessInfo.processInfo.systemUptime }

  private enum Step {
    case settled, later
    /// The server could not be talked to; if it goes on, that is the reason to stop.
    case trouble(SendingStop)
    case stop(SendingStop)
  }

  private mutating func attempt(
    _ item: inout SendQueue.Item, _ content: Data, _ session: borrowing MailSession
  ) throws -> Step {
    item.tries += 1
    item.entry.tries += 1
    let before = item.entry
    // From here on the message may arrive, whatever becomes of us; so it counts as unknown until the
    // server's answer is in the ledger.
    var handedOver = before
    handedOver.state = .unknown
    handedOver.answer = ""
    handedOver.changedAt = Self.clock
    let ledger = ledger
    let outcome = try session.send(
      content, from: list.sender.address, to: before.message.recipient,
      beforeLast: { [handedOver] in try ledger.note(handedOver) })
    let (step, state, answer) = judge(outcome)
    // A message that is sent once more and is not taken this time stays what it was.
    let isLeft = state == .queued && before.state != .queued
    item.entry.state = isLeft ? before.state : state
    item.entry.answer = isLeft ? before.answer : answer
    item.entry.changedAt = isLeft ? before.changedAt : Self.clock
    try ledger.note(item.entry)
    if let place = places[item.entry.message.id] { entries[place] = item.entry }
    if state == .accepted { accepted.insert(before.message.id) }
    return step
  }

  private static var clock: Int { Int(Date().timeIntervalSince1970) }

  /// What an outcome means for the message and for the sending.
  private mutating func judge(
    _ outcome: MailSession.Outcome
  ) -> (Step, MailLedger.State, answer: String) {
    let judged = Self.judge(outcome, hasAccepted: !accepted.isEmpty)
    if case .trouble = judged.0 { troubles += 1 } else { troubles = 0 }
    return judged
  }

  private static func judge(
    _ outcome: MailSession.Outcome, hasAccepted: Bool
  ) -> (Step, MailLedger.State, answer: String) {
    switch outcome {
    case .accepted(let answer): return (.settled, .accepted, answer)
    case .unanswered(let problem): return (.settled, .unknown, problem)
    case .notSecure(let status): return (.stop(.notSecure(status.insecurity)), .queued, "")
    case .notLoggedIn: return (.stop(.noLogin), .queued, "")
    case .notConnected(let problem, let status):
      let reason = SendingStop.unreachable(status.reason)
      // Where nothing ever went out it is better said at once than after minutes of pauses.
      let isHopeless = !hasAccepted && status.reason != .broken
      return (isHopeless ? .stop(reason) : .trouble(reason), .queued, problem)
    case .refused(let code, let command, let answer):
      let isForNow = code < 500
      switch command {
      case "RCPT", "DATA":
        return isForNow ? (.later, .queued, answer) : (.settled, .refused, answer)
      case "MAIL" where isForNow: return (.later, .queued, answer)
      // The size that is named with MAIL is too much (RFC 1870, 6.1).
      case "MAIL" where code == 552: return (.settled, .refused, answer)
      case "MAIL": return (.stop(.sender(answer)), .queued, answer)
      case "AUTH" where !isForNow: return (.stop(.account(answer)), .queued, answer)
      default:
        return (isForNow ? .trouble(.server(answer)) : .stop(.server(answer)), .queued, answer)
      }
    }
  }
}
