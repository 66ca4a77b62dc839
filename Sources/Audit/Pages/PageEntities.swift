/// The signs for letters that pages of ours use: `&amp;`, `&#39;`, `&#x27;`.
enum PageEntities {
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}",
  ]

  /// A text with its signs resolved; of `faulty` texts the first sign that is none, and where.
  enum Result {
    case text(String)
    case faulty(String, at: Int)
  }

  static func resolved(_ bytes: ArraySlice<UInt8>) -> Result {
    guard bytes.contains(UInt8(ascii: "&")) else {
      return .text(String(decoding: bytes, as: UTF8.self))
    }
    var resolved: [UInt8] = []
    resolved.reserveCapacity(bytes.count)
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      resolved += rest[..<start]
      let sign = rest[(start + 1)...].prefix(10)
      guard let end = sign.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(String(decoding: sign[..<end], as: UTF8.self))
      else {
        return .faulty("&" + String(decoding: sign.prefix(8), as: UTF8.self), at: start)
      }
      resolved += Array(String(scalar).utf8)
      rest = rest[(end + 1)...]
    }
    return .text(String(decoding: resolved + rest, as: UTF8.self))
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap(Unicode.Scalar.init)
  }
}
