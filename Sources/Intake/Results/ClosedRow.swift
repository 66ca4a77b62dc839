package import Administration

/// A counted row as a closed period keeps it, without a line of its exports.
package struct ClosedRow: Hashable, Sendable {
  package var kind: SourceKind
  /// Key of the unit in the catalogue.
  package var unit: String
  /// Key of the unit that received it; `nil` where the exports did not tell.
  package var receiver: String?
  /// The field of administration; empty where the row names none.
  package var subject: String
  package var signature: Signature
  package var place: CountedPlace

  package init(
    kind: SourceKind, unit: String, receiver: String? = nil, subject: String,
    signature: Signature, place: CountedPlace
  ) {
    self.kind = kind
    self.unit = unit
    self.receiver = receiver
    self.subject = subject
    self.signature = signature
    self.place = place
  }
}

extension KindIntake {
  /// The rows that count, one by one; none unless they were kept.
  package func closedRows(_ units: UnitCatalogue) -> [ClosedRow] {
    var closed: [ClosedRow] = []
    rows?.forEach { row in
      closed.append(
        ClosedRow(
          kind: kind, unit: units.key(ofEntry: row.key.unit),
          receiver: received == nil ? nil : units.key(ofEntry: row.receiver),
          subject: row.key.subject == 0 ? "" : subjects[row.key.subject - 1],
          signature: row.key.signature, place: rows?.place(of: row) ?? CountedPlace()))
    }
    return closed
  }

  /// The same reading with other rows counted in place of its own.
  ///
  /// Rows of units that the catalogue no longer has are left out.
  package func counting(_ closed: [ClosedRow], _ units: UnitCatalogue) -> KindIntake {
    var subjects: [String] = []
    var subjectNumbers: [String: Int] = ["": 0]
    var packed: [UInt64] = []
    var receivedPacked: [UInt64] = []
    for row in closed where row.kind == kind {
      guard let unit = units.entry(ofKey: row.unit) else { continue }
      if subjectNumbers[row.subject] == nil {
        subjects.append(row.subject)
        subjectNumbers[row.subject] = subjects.count
      }
      let count = CountKey(
        unit: unit, subject: subjectNumbers[row.subject] ?? 0, signature: row.signature
      ).packed
      packed.append(count)
      let receiver = row.receiver.flatMap(units.entry(ofKey:))
      receivedPacked.append(CountKey.moved(count, to: receiver.flatMap(UInt16.init(exactly:))))
    }
    packed.sort()
    receivedPacked.sort()
    var intake = self
    intake.counts = CountTable(sorted: packed)
    let hasReceivers = closed.contains { $0.kind == kind && $0.receiver != nil }
    intake.received = hasReceivers ? CountTable(sorted: receivedPacked) : nil
    intake.subjects = subjects
    return intake
  }
}
