/// The pieces of a text between which a line may end.
enum CodePieces {
  /// `["84-", "SNV"]`: every piece but the last keeps the sign after which it ends.
  static func of(_ text: String, after sign: Character) -> [String] {
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    return parts.dropLast().map { "\($0)\(sign)" } + parts.suffix(1).map(String.init)
  }
}
