internal import Foundation

/// The order of the Vietnamese alphabet: An, Ân, Cần, Đà.
package enum VietnameseOrder {
  private static let locale = Locale(identifier: "vi_VN")

  package static func precedes(_ left: String, _ right: String) -> Bool {
    let order = left.compare(right, locale: locale)
    return order == .orderedSame ? left < right : order == .orderedAscending
  }
}
