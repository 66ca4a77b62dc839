import Administration
import Testing
import TestSupport

@testable import Intake

@Suite struct RowFactsTests {
  @Test(arguments: 0..<50 as Range<UInt64>)
  func `everything about a row fits 64 bits`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let units = Int.random(in: 1...65_536, using: &random)
    let most = (1 << 30 - 1) / units
    #expect(RowFacts.fit(matters: most, units: units))
    let (unit, matter) = (
      Int.random(in: 0..<units, using: &random),
      seed == 0 ? most - 1 : Int.random(in: 0..<most, using: &random)
    )
    let signature = Signature.random(in: 0..<1 << 18, using: &random)
    let day = CalendarDay(number: .random(in: -7305...58_230, using: &random))
    let facts = RowFacts(unit: unit, of: units, matter: matter, signature: signature, day: day)
    #expect(facts.place == matter * units + unit)
    #expect(facts.signature == signature)
    #expect(facts.day == day)
    #expect(facts != .superseded)
    // Numbers are told anew by a table of all matters, which is kept small here.
    let low = Int.random(in: 0..<min(most, 1000), using: &random)
    let other = (0...low).map { most - 1 - $0 }
    let renumbered = RowFacts(unit: unit, of: units, matter: low, signature: signature, day: day)
      .renumbered(other, units: units)
    #expect(renumbered.place == (most - 1 - low) * units + unit)
    #expect((renumbered.signature, renumbered.day) == (signature, day))
  }

  @Test(arguments: SourceKind.allCases)
  func `the signature of every kind of source has room`(kind: SourceKind) {
    #expect(FactLayout(of: kind).width <= RowFacts.signatureWidth)
  }
}

@Suite struct MatterInternerTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `it numbers as a dictionary does, and takes over others`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var interner = MatterInterner()
    var model: [Matter: Int] = [:]
    for _ in 0..<2000 {
      let matter = Matter(
        subject: .random(in: 0...40, using: &random), procedure: .random(in: 0...40, using: &random)
      )
      let number = model[matter] ?? model.count
      model[matter] = number
      #expect(interner.number(of: matter) == number)
      #expect(interner[number] == matter)
    }
    #expect(interner.count == model.count)
    var other = MatterInterner()
    _ = other.number(of: Matter(subject: 3, procedure: 4))
    // Texts have other numbers there.
    let shifted = (0...40).map { $0 == 0 ? 0 : $0 + 2 }
    let numbers = other.adopt(interner, subjects: shifted, procedures: shifted)
    for (number, matter) in interner.all.enumerated() {
      #expect(
        other[numbers[number]]
          == Matter(subject: shifted[matter.subject], procedure: shifted[matter.procedure]))
    }
    #expect(Set(numbers).count == interner.count)
  }
}
