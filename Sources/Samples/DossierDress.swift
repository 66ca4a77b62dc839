internal import Administration

/// How one monthly export of dossiers looks.
struct DossierDress {
  var file: FileDress
  /// Number of the dress of headers, words and column order, 0…2.
  var headers: Int
  var units: UnitNaming
  /// Whether title lines stand above the header.
  var hasTitle = false
  /// Whether a row (1), (2) … stands under the header.
  var hasNumberRow = false
  /// Whether a total and signatures stand below the table.
  var hasFooter = false
  var fees = FeeForm.plain
  /// Whether columns tell where a dossier was received, which may be elsewhere than where it is
  /// resolved (Nghị định 118/2025/NĐ-CP).
  var hasReceiver = false

  /// Ways of writing a sum of money.
  enum FeeForm: String {
    case plain = "20000"
    case points = "20.000"
    case currency = "20.000 đ"
    case commas = "20,000"

    func text(of fee: Int) -> String {
      guard fee > 0 else { return self == .currency ? "" : "0" }
      guard self != .plain else { return "\(fee)" }
      var groups: [String] = []
      var rest = fee
      while rest >= 1000 {
        let group = String(rest % 1000)
        groups.insert(String(repeating: "0", count: 3 - group.count) + group, at: 0)
        rest /= 1000
      }
      groups.insert("\(rest)", at: 0)
      let number = groups.joined(separator: self == .commas ? "," : ".")
      return self == .currency ? "\(number) đ" : number
    }
  }

  /// The columns of the table, in their order.
  var columns: [DossierField] {
    let order = DossierField.order(ofDress: headers).filter { hasReceiver || !$0.isOfReceiver }
    guard case .name(_, hasCodeColumn: false) = units else { return order }
    return order.filter { $0 != .agencyCode && $0 != .receivingCode }
  }

  /// What stands over a column.
  func header(of field: DossierField) -> String {
    // The name of the one column of a unit tells the other of two.
    if hasReceiver, field == .agencyName, headers == 1 { return "Đơn vị giải quyết" }
    return field.headers[headers]
  }

  /// The dresses of the fifteen months.
  static let months: [DossierDress] = [
    DossierDress(
      file: .comma(mark: true, .crlf, .seconds), headers: 0, units: .ownCode, hasTitle: true,
      hasFooter: true),
    DossierDress(file: .comma(mark: false, .lf, .day), headers: 0, units: .identifier),
    DossierDress(
      file: .semicolon(mark: true, .crlf, .minutes), headers: 1, units: .ownCode, hasTitle: true,
      hasFooter: true, fees: .points),
    DossierDress(file: .tab(mark: false, .lf, .iso), headers: 2, units: .ownCode),
    DossierDress(
      file: .comma(mark: true, .crlf, .seconds), headers: 0,
      units: .name(.short, hasCodeColumn: true), hasTitle: true),
    DossierDress(
      file: .semicolon(mark: false, .lf, .day), headers: 1, units: .identifier, fees: .currency),
    DossierDress(
      file: .comma(mark: true, .lf, .seconds), headers: 2,
      units: .name(.full, hasCodeColumn: false), fees: .commas),
    DossierDress(
      file: .tab(mark: true, .crlf, .minutes), headers: 0, units: .ownCode, hasTitle: true,
      hasFooter: true),
    DossierDress(
      file: .comma(mark: false, .crlf, .day), headers: 1, units: .identifier, fees: .points),
    DossierDress(
      file: .semicolon(mark: true, .crlf, .seconds), headers: 2,
      units: .name(.capitals, hasCodeColumn: false), hasFooter: true),
    DossierDress(file: .comma(mark: true, .crlf, .seconds), headers: 0, units: .ownCode),
    DossierDress(
      file: .tab(mark: false, .lf, .iso), headers: 1,
      units: .name(.decomposed, hasCodeColumn: true)),
    DossierDress(
      file: .comma(mark: true, .crlf, .seconds), headers: 0, units: .mixedCodes, hasTitle: true,
      hasNumberRow: true, hasFooter: true),
    DossierDress(
      file: .semicolon(mark: true, .crlf, .minutes), headers: 1,
      units: .name(.otherTone, hasCodeColumn: true), hasTitle: true, fees: .points),
    DossierDress(
      file: .comma(mark: false, .lf, .seconds), headers: 2, units: .mixedCodes, hasTitle: true,
      hasFooter: true, fees: .commas),
  ]
}
