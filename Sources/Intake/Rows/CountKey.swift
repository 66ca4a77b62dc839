/// What rows are counted by: unit, field of administration and signature, packed.
package struct CountKey: Hashable, Sendable {
  /// Place of the unit in `UnitCatalogue/entries`.
  package var unit: Int
  /// Number of the field's text, from 1; 0 where the row names none.
  package var subject: Int
  package var signature: Signature

  /// How many texts of fields can be told.
  static let mostSubjects = 1 << 24 - 1

  /// Bits from the lowest: signature 24, subject 24, unit 16.
  var packed: UInt64 {
    UInt64(unit) << 48 | UInt64(subject) << 24 | UInt64(signature)
  }

  /// What of a packed count is its unit and field.
  static func group(of packed: UInt64) -> UInt64 { packed >> 24 }

  /// A packed count with another unit, where there is one.
  static func moved(_ packed: UInt64, to unit: UInt16?) -> UInt64 {
    unit.map { packed & ~(0xFFFF << 48) | UInt64($0) << 48 } ?? packed
  }

  init(unit: Int, subject: Int, signature: Signature) {
    self.unit = unit
    self.subject = subject
    self.signature = signature
  }

  init(packed: UInt64) {
    unit = Int(packed >> 48)
    subject = Int(packed >> 24 & 0xFF_FFFF)
    signature = Signature(packed & 0xFF_FFFF)
  }
}
