internal import Administration

/// Says of a unit that was split where its rows are counted.
enum SplitNote {
  static func text(_ origin: FormerUnits.Origin) -> String {
    guard let home = origin.heirs.first.map({ UnitNames.inSentence($0.unit) }) else { return "" }
    let parts = origin.heirs.dropFirst().map { heir in
      UnitNames.inSentence(heir.unit)
        + (heir.isDoubtful ? " (chưa chắc chắn, cần đối chiếu nghị quyết sắp xếp)" : "")
    }
    let isNamesake = origin.heirs.contains { $0.unit.name == origin.unit.name }
    let name = origin.unit.name + (isNamesake ? " (cũ)" : "")
    return "\(name) đã được chia: phần lớn nay thuộc \(home), "
      + "một phần thuộc \(parts.joined(separator: " và ")). Không tách được theo từng hồ sơ nên toàn "
      + "bộ số liệu của đơn vị này tính cho \(home)."
  }
}
