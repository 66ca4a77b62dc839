/// The messages that are due, each with the moment from which it may be tried.
///
/// Moments are seconds of a clock that the caller reads; tests give any.
struct SendQueue {
  /// A message on its way.
  struct Item {
    var entry: MailLedger.Entry
    /// Tries in this sending.
    var tries = 0
    /// Not before.
    var due: Double
  }

  /// Tries of one message at most.
  let mostTries: Int
  /// Seconds before the second try.
  let pause: Double
  /// Seconds from one message to the next; 0 where there is no limit.
  let spacing: Double
  private var items: [Item]
  private var nextSlot: Double

  init(_ entries: [MailLedger.Entry], _ limits: MailLimits, now: Double) {
    mostTries = limits.tries
    pause = Double(limits.pause)
    spacing = limits.perMinute.map { 60 / Double($0) } ?? 0
    items = entries.map { Item(entry: $0, due: now) }
    nextSlot = now
  }

  var isEmpty: Bool { items.isEmpty }

  /// When the next message may be tried; `nil` where none is left.
  var nextMoment: Double? { items.map(\.due).min().map { max($0, nextSlot) } }

  /// Takes the first message that is due at a moment.
  mutating func take(at now: Double) -> Item? {
    guard now >= nextSlot, let place = items.firstIndex(where: { $0.due <= now }) else {
      return nil
    }
    nextSlot = max(nextSlot, now - spacing) + spacing
    return items.remove(at: place)
  }

  /// Puts a message back to be tried later, after a pause that doubles with every try; gives whether
  /// another try is left.
  mutating func putBack(_ item: Item, at now: Double) -> Bool {
    guard item.tries < mostTries else { return false }
    var item = item
    item.due = now + wait(after: item.tries)
    items.append(item)
    return true
  }

  /// Lets everything wait because the server could not be talked to some times in a row.
  mutating func hold(after times: Int, at now: Double) {
    nextSlot = max(nextSlot, now + wait(after: times))
  }

  private func wait(after tries: Int) -> Double {
    (1..<max(tries, 1)).reduce(pause) { wait, _ in wait * 2 }
  }
}
