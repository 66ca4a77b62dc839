internal import Foundation

/// Vietnamese names for programs that show ASCII only.
enum ASCIIName {
  /// `Bao cao cai cach hanh chinh.xlsx` of `Báo cáo cải cách hành chính.xlsx`; what has no letter of
  /// ASCII becomes `-`.
  static func of(_ name: String) -> String {
    var plain = ""
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "đ": plain.append("d")
      case "Đ": plain.append("D")
      case _ where scalar.isASCII: plain.unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      default: plain.append("-")
      }
    }
    return plain
  }
}
