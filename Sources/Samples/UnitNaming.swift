internal import Administration
import Foundation

/// How an export names its units.
enum UnitNaming: Hashable {
  /// The unit's own code and its bare name.
  case ownCode
  /// The identifier code and the bare name.
  case identifier
  /// The one code for one unit, the other for the next.
  case mixedCodes
  /// A name only; the column of codes is empty, or is not there.
  case name(Style, hasCodeColumn: Bool)

  /// Ways of writing a name that the catalogue knows.
  enum Style: Hashable {
    /// "UBND xã Long Đức, TP Trà Vinh".
    case short
    /// "Ủy ban nhân dân xã Long Đức, thành phố Trà Vinh".
    case full
    /// The same in capitals.
    case capitals
    /// The same with every accent as a mark of its own (NFD).
    case decomposed
    /// "Uỷ ban nhân dân …", the tone on the other vowel.
    case otherTone
  }

  /// As the note says it.
  var text: String {
    switch self {
    case .ownCode: "mã đơn vị và tên"
    case .identifier: "mã định danh và tên"
    case .mixedCodes: "lẫn hai loại mã, và tên"
    case .name(let style, let hasColumn):
      "chỉ có tên (\(style.text)); \(hasColumn ? "cột mã để trống" : "không có cột mã")"
    }
  }

  /// The text in the column of codes for the unit of a number.
  func code(of unit: Administration.Unit, number: Int) -> String {
    switch self {
    case .ownCode: unit.code
    case .identifier: UnitPool.identifier(of: unit)
    case .mixedCodes: number.isMultiple(of: 2) ? unit.code : UnitPool.identifier(of: unit)
    case .name: ""
    }
  }

  /// The text in the column of names.
  func name(of unit: Administration.Unit, in catalogue: UnitCatalogue) -> String {
    guard case .name(let style, _) = self else {
      return unit.level == .province ? unit.name : "UBND \(unit.name.withSmallInitial)"
    }
    // The short form of a unit's place stands behind the long one in the catalogue.
    let placed = unit.aliases.filter { $0.contains(", ") }
    let preferred = style == .short ? placed.dropFirst().first : placed.first
    let first = unit.level == .commune ? preferred : unit.name
    let candidates: [String] = [first, placed.first, unit.name].compactMap(\.self) + unit.aliases
    for candidate in candidates {
      let entries = catalogue.entries(forName: candidate)
      guard !entries.isEmpty, entries.allSatisfy({ catalogue.entries[$0].code == unit.code })
      else { continue }
      return style.dress(candidate, hasCouncil: unit.level != .province)
    }
    return unit.name
  }
}

extension UnitNaming.Style {
  fileprivate var text: String {
    switch self {
    case .short: "dạng ngắn UBND …, TP/H./TX …"
    case .full: "Ủy ban nhân dân …"
    case .capitals: "chữ in hoa"
    case .decomposed: "Unicode tổ hợp NFD"
    case .otherTone: "Uỷ ban nhân dân …, dấu đặt ở chữ y"
    }
  }

  /// `hasCouncil`: whether the unit is a people's committee, and not a department.
  fileprivate func dress(_ name: String, hasCouncil: Bool) -> String {
    let long = hasCouncil ? "Ủy ban nhân dân \(name.withSmallInitial)" : name
    return switch self {
    case .short: hasCouncil ? "UBND \(name.withSmallInitial)" : name
    case .full: long
    case .capitals: long.uppercased()
    case .decomposed: long.decomposedStringWithCanonicalMapping
    case .otherTone: hasCouncil ? "Uỷ ban nhân dân \(name.withSmallInitial)" : name
    }
  }
}
