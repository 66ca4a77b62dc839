import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite struct LedgerTests {
  @Test func `what is entered is due until it is noted otherwise, and stays so`() throws {
    let specimen = try Specimen()
    let messages = try specimen.planned().plan.messages
    let path = specimen.path("ledger.sqlite")
    var entry = try #require(try MailLedger(path: path).enter(messages).first)
    #expect(entry.state == .queued)
    entry.state = .accepted
    entry.tries = 2
    entry.answer = "250 Ok"
    entry.changedAt = 1_700_000_000
    try MailLedger(path: path).note(entry)
    // Entered again, in another process.
    let again = try MailLedger(path: path).enter(messages)
    #expect(again.first == entry)
    #expect(again.dropFirst().allSatisfy { $0.state == .queued })
  }

  @Test func `another pack of the same message is told`() throws {
    let specimen = try Specimen()
    let before = try specimen.planned().plan.messages
    let ledger = try MailLedger(path: specimen.path("ledger.sqlite"))
    for var entry in try ledger.enter(before).prefix(2) {
      entry.state = .accepted
      try ledger.note(entry)
    }
    #expect(try ledger.replaced(by: before) == 0)
    for unit in ["842", "844"] { try specimen.write("mới \(unit)", to: "run/huyen/\(unit).xlsx") }
    try specimen.seal()
    let after = try specimen.planned().plan.messages
    #expect(try ledger.replaced(by: after) == 2)
  }
}

@Suite struct SendQueueTests {
  private static func entries(_ count: Int) throws -> [MailLedger.Entry] {
    let messages = try Specimen().planned().plan.messages
    return (0..<count).map { number in
      var message = messages[0]
      message.id = "\(number)"
      return MailLedger.Entry(message: message, state: .queued, tries: 0, answer: "")
    }
  }

  private static func limits(
    perMinute: Int? = nil, tries: Int = 5, pause: Int = 10
  ) -> MailLimits {
    var limits = MailLimits()
    limits.perMinute = perMinute
    limits.tries = tries
    limits.pause = pause
    return limits
  }

  @Test func `messages go in their order`() throws {
    var queue = SendQueue(try Self.entries(3), Self.limits(), now: 0)
    var order: [String] = []
    while let item = queue.take(at: 0) { order.append(item.entry.message.id) }
    #expect(order == ["0", "1", "2"])
    #expect(queue.isEmpty)
  }

  @Test func `pauses double, and tries end`() throws {
    var queue = SendQueue(try Self.entries(1), Self.limits(tries: 4, pause: 10), now: 0)
    var now = 0.0
    var moments: [Double] = []
    while let moment = queue.nextMoment {
      now = moment
      guard var item = queue.take(at: now) else { break }
      moments.append(now)
      item.tries += 1
      if !queue.putBack(item, at: now) { break }
    }
    #expect(moments == [0, 10, 30, 70])
    #expect(queue.isEmpty)
  }

  @Test func `one that waits does not hold up the others`() throws {
    var queue = SendQueue(try Self.entries(3), Self.limits(), now: 0)
    guard var first = queue.take(at: 0) else {
      Issue.record("nothing is due")
      return
    }
    first.tries = 1
    let hasAnother = queue.putBack(first, at: 0)
    #expect(hasAnother)
    let order = [0.0, 0, 9, 10].map { queue.take(at: $0)?.entry.message.id }
    #expect(order == ["1", "2", nil, "0"])
  }

  @Test(arguments: 0..<20)
  func `no minute sees more than the limit allows`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let limit = Int.random(in: 1...120, using: &random)
    var queue = SendQueue(try Self.entries(60), Self.limits(perMinute: limit, pause: 1), now: 0)
    var moments: [Double] = []
    var now = 0.0
    while let moment = queue.nextMoment {
      now = max(now, moment) + Double.random(in: 0...2, using: &random)
      guard var item = queue.take(at: now) else { continue }
      moments.append(now)
      item.tries += 1
      if Bool.random(using: &random) { _ = queue.putBack(item, at: now) }
    }
    for start in moments {
      // One may stand at each end of the minute, and a slot that was missed by less than a spacing is
      // made up for.
      #expect(moments.count { $0 >= start && $0 < start + 60 } <= limit + 2)
    }
  }
}
