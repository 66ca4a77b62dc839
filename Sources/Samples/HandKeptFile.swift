/// A table that an office keeps by hand, as the sample of a province holds it.
package struct HandKeptFile: Sendable {
  /// The folder of a work folder, and of a province below Templates/samples, that holds them.
  package static let folder = "so-lieu-nhap-tay"

  /// "chi-tieu.csv".
  package var name: String
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// The kinds of such tables, what a comment says of each, and how their files begin.
  static let kinds: [(kind: String, comment: String, fileStart: String)] = [
    ("staff", "số người trực tại Bộ phận Một cửa", "nhan-su-mot-cua"),
    ("indicator-values", "chỉ tiêu không tính được từ bản xuất", "chi-tieu"),
    ("plan-tasks", "nhiệm vụ của kế hoạch", "nhiem-vu"),
    ("index-scores", "điểm các bộ chỉ số", "diem-chi-so"),
    ("meetings", "cuộc họp", "cuoc-hop"),
    ("procedures", "danh mục thủ tục hành chính", "danh-muc-tthc"),
  ]
}
