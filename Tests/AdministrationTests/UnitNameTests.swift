import Administration
import Foundation
import Testing

/// Every commune of the shipped catalogues is found by its name, however an export writes it.
@Suite struct UnitNameTests {
  /// A way of writing a name.
  enum Dress: CaseIterable {
    case composed, decomposed, oldTones, newTones, capitals, withoutAccents, committee, oldCommittee

    func text(_ name: String) -> String {
      let small = name.prefix(1).lowercased() + name.dropFirst()
      return switch self {
      case .composed: name.precomposedStringWithCanonicalMapping
      case .decomposed: name.decomposedStringWithCanonicalMapping
      case .oldTones: Self.replacing(name, Self.newSyllables, by: Self.oldSyllables)
      case .newTones: Self.replacing(name, Self.oldSyllables, by: Self.newSyllables)
      case .capitals: name.uppercased()
      case .withoutAccents: Self.withoutAccents(name)
      case .committee: "UBND \(small)"
      case .oldCommittee: "Uỷ ban nhân dân \(small)"
      }
    }

    private static let newSyllables = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
      .split(separator: " ")
    private static let oldSyllables = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
      .split(separator: " ")

    /// Puts other syllables at the ends of words.
    private static func replacing(
      _ text: String, _ syllables: [Substring], by others: [Substring]
    ) -> String {
      let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
        zip(syllables, others).reduce(String(word)) { word, pair in
          let end = word.hasSuffix(",") ? "," : ""
          let bare = word.dropLast(end.count)
          guard bare.hasSuffix(pair.0), !bare.lowercased().hasPrefix("qu") else { return word }
          return bare.dropLast(pair.0.count) + pair.1 + end
        }
      }
      return words.joined(separator: " ")
    }

    private static func withoutAccents(_ text: String) -> String {
      text.folding(options: .diacriticInsensitive, locale: nil)
        .replacing("đ", with: "d").replacing("Đ", with: "D")
    }
  }

  @Test func `the dresses differ`() {
    let name = "Xã Hòa Thủy, huyện Đông Hoà"
    #expect(Dress.oldTones.text(name) == "Xã Hoà Thuỷ, huyện Đông Hoà")
    #expect(Dress.newTones.text("Xã Hoà Quý, huyện Thuỷ") == "Xã Hòa Quý, huyện Thủy")
    #expect(Dress.withoutAccents.text(name) == "Xa Hoa Thuy, huyen Dong Hoa")
    #expect(Dress.decomposed.text(name).unicodeScalars.count > name.unicodeScalars.count)
  }

  /// The communes that share a name without accents within one district.
  private static let twins: Set<String> = ["29809", "29818"]

  @Test(arguments: ["tra-vinh", "vinh-long", "vinh-long-2025"], Dress.allCases)
  func `every commune is found by its name`(name: String, dress: Dress) throws {
    let catalogue = try ShippedCatalogue.named(name)
    let folded = catalogue.entries.map { unit in Set(unit.names.map { FoldedText.of($0) }) }
    for (number, unit) in catalogue.entries.enumerated() where unit.level == .commune {
      let found = unit.names.map {
        Self.living(catalogue.entries(forName: dress.text($0)), with: number, catalogue)
      }
      if dress == .withoutAccents, unit.validTo != nil, Self.twins.contains(unit.code) {
        for entries in found { #expect(Self.codes(entries, catalogue) == Self.twins) }
        continue
      }
      // With its district, and with its province where there are several, it is the only one.
      #expect(found.contains([number]), "\(unit.code) \(unit.name)")
      for entries in found { #expect(entries.contains(number), "\(unit.code) \(unit.name)") }
      let bare = try #require(found.first)
      let key = FoldedText.of(unit.name)
      let alike = Self.living(
        catalogue.entries.indices.filter { folded[$0].contains(key) }, with: number, catalogue)
      if alike.count == 1 { #expect(bare == [number], "\(unit.code) \(unit.name)") }
      let namesakes = alike.filter { catalogue.entries[$0].name == unit.name }
      #expect(Set(bare).isSuperset(of: namesakes), "\(unit.code) \(unit.name)")
    }
  }

  /// A name, and the codes of all that it means, whatever the day.
  struct Meaning: CustomTestStringConvertible {
    var catalogue: String
    var name: String
    var codes: Set<String>
    var testDescription: String { "\(name) in \(catalogue)" }
  }

  @Test(arguments: [
    Meaning(catalogue: "tra-vinh", name: "Phường 1", codes: ["29239", "29512"]),
    Meaning(catalogue: "tra-vinh", name: "phường 1, TP. Trà Vinh", codes: ["29239"]),
    Meaning(catalogue: "tra-vinh", name: "UBND phường 1, thị xã Duyên Hải", codes: ["29512"]),
    Meaning(catalogue: "tra-vinh", name: "HUYỆN DUYÊN HẢI", codes: ["850"]),
    Meaning(catalogue: "tra-vinh", name: "Thi xa Duyen Hai", codes: ["851"]),
    Meaning(catalogue: "vinh-long", name: "Xã Đông Thạnh", codes: ["29809"]),
    Meaning(catalogue: "vinh-long", name: "UBND XÃ ĐÔNG THÀNH", codes: ["29818"]),
    Meaning(catalogue: "vinh-long", name: "xa dong thanh", codes: ["29809", "29818"]),
    Meaning(
      catalogue: "vinh-long", name: "Xa Dong Thanh, TX Binh Minh", codes: ["29809", "29818"]),
    Meaning(catalogue: "vinh-long", name: "Xã Đông Thánh", codes: ["29809", "29818"]),
    Meaning(catalogue: "vinh-long-2025", name: "Huyện Châu Thành", codes: ["831", "847"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "H. Châu Thành, tỉnh Bến Tre", codes: ["831"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "TT Châu Thành, H. Châu Thành", codes: ["28810", "29374"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "Xã Long Hoà", codes: ["29059", "29413"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "Xã Long Hòa, huyện Bình Đại", codes: ["29059"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "Sở Nội vụ", codes: ["83-SNV", "84-SNV", "86-SNV"]),
    Meaning(catalogue: "vinh-long-2025", name: "Sở Nội vụ tỉnh Bến Tre", codes: ["83-SNV"]),
    Meaning(
      catalogue: "vinh-long-2025", name: "Trung tâm Phục vụ hành chính công xã Cái Nhum",
      codes: ["29641"]),
  ])
  func `a name means these units`(meaning: Meaning) throws {
    let catalogue = try ShippedCatalogue.named(meaning.catalogue)
    #expect(Self.codes(catalogue.entries(forName: meaning.name), catalogue) == meaning.codes)
  }

  /// Those of the entries that live on the last day of another's life.
  private static func living(
    _ entries: [Int], with number: Int, _ catalogue: UnitCatalogue
  ) -> [Int] {
    let unit = catalogue.entries[number]
    guard let day = unit.validTo ?? unit.validFrom else { return entries }
    return entries.filter { catalogue.entries[$0].isAlive(on: day) }
  }

  private static func codes(_ entries: [Int], _ catalogue: UnitCatalogue) -> Set<String> {
    Set(entries.map { catalogue.entries[$0].code })
  }
}
