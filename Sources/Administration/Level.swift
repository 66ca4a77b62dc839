/// A level of administration (cấp), with the words of the contract for it.
package enum Level: String, CaseIterable, Hashable, Sendable, Comparable {
  case province = "tinh"
  case district = "huyen"
  case commune = "xa"

  /// Higher levels come first.
  package static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  /// 0 for the province.
  package var rank: Int {
    switch self {
    case .province: 0
    case .district: 1
    case .commune: 2
    }
  }

  /// As reports write it: "cấp tỉnh".
  package var name: String {
    switch self {
    case .province: "cấp tỉnh"
    case .district: "cấp huyện"
    case .commune: "cấp xã"
    }
  }
}
