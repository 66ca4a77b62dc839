internal import Reporting

/// The head and the foot of a unit's papers.
struct LetterheadScope: TemplateScope {
  let letterhead: Letterhead

  static let names = NameTable<Self>(
    .text("superior") { Letterhead.inColumn($0.letterhead.superior) },
    .text("agency") { Letterhead.inColumn($0.letterhead.agency) },
    .text("symbol", \.letterhead.symbol),
    .text("place", \.letterhead.place),
    .text("single-addressee") { scope in
      let all = scope.letterhead.addressees
      return all.count == 1 ? all[0] : ""
    },
    .list("addressees") { scope in
      let all = scope.letterhead.addressees
      return all.count > 1 ? Wording.listed(all) : []
    },
    .texts("signer", \.letterhead.signer),
    .list("recipients") { Wording.listed($0.letterhead.recipients) }
  )
}
