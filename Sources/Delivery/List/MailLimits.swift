internal import DataFiles

/// What a message and a sending may come to; `limits:` of `mail.yaml`.
package struct MailLimits: Sendable {
  /// Bytes of the attachments of one message, before they are encoded (which adds a third).
  package var attachments = 10_000_000
  /// Messages a minute; `nil` for as many as the server takes.
  package var perMinute: Int?
  /// How often one recipient is tried in one sending.
  package var tries = 5
  /// Seconds before the second try; each further pause is twice as long.
  package var pause = 10

  init() {}

  init(_ node: DataNode) throws(MailFault) {
    let keys = ["attachments", "per-minute", "tries", "pause"]
    let map = try node.read { node throws(DataFileError) in try node.mapping(of: keys) }
    if let size = map["attachments"] { attachments = try Self.size(size) }
    perMinute = try map["per-minute"]?.number(in: 1...100_000)
    if let node = map["tries"] { tries = try node.number(in: 1...20) }
    if let node = map["pause"] { pause = try node.number(in: 0...3600) }
  }

  /// Bytes of `10 MB` or `500 KB`, a thousand times a thousand as mail servers' notices count.
  private static func size(_ node: DataNode) throws(MailFault) -> Int {
    let text = try node.read { node throws(DataFileError) in try node.text() }
    let units = ["KB": 1000, "MB": 1_000_000]
    guard let unit = units.first(where: { text.uppercased().hasSuffix($0.key) }),
      let number = Int(text.dropLast(2).trimmed()), (1...1_000_000).contains(number)
    else { throw node.mailFault(.notASize) }
    return number * unit.value
  }
}
