internal import Administration

/// Says of a unit that was split where its rows are counted.
enum SplitNote {
  static func text(_ origin: FormerUnits.Origin) -> String {
    let parts = origin.heirs.dropFirst().map { heir in
      heir.name + (heir.isDoubtful ? " (chưa chắc chắn, cần đối chiếu nghị quyết sắp xếp)" : "")
    }
    let home = origin.heirs.first?.name ?? ""
    return "\(origin.unit.name) đã được chia: phần lớn nay thuộc \(home), một phần thuộc "
      + parts.joined(separator: " và ")
      + ". Không tách được theo từng hồ sơ nên toàn bộ số liệu của đơn vị này tính cho \(home)."
  }
}
