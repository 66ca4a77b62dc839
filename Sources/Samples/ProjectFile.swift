/// The project file `baocao.yaml` of a sample (contract, 2).
enum ProjectFile {
  static let name = "baocao.yaml"

  static func text(province: String, handKept: [HandKeptFile]) -> String {
    """
    # Thư mục làm việc mẫu: mọi số liệu trong exports/ đều là bịa, xem GHI-CHU.md.
    # Đường dẫn tính từ thư mục chứa tệp này.
    province: \(province)
    calendar: months                # kỳ báo cáo theo tháng dương lịch

    sources:
      - kind: dossiers              # hồ sơ một cửa, mỗi tháng một tệp
        files: \(DossierExports.folder)/*.csv
        profile: igate
      - kind: incoming-documents    # văn bản đến
        files: \(OfficeFiles.folder)/\(IncomingDocuments.fileStart)-*.csv
        profile: ioffice-incoming
      - kind: outgoing-documents    # văn bản đi
        files: \(OfficeFiles.folder)/\(OutgoingDocuments.fileStart)-*.csv
        profile: ioffice-outgoing
      - kind: work-files            # hồ sơ công việc
        files: \(OfficeFiles.folder)/\(WorkFiles.fileStart)-*.csv
        profile: ioffice-work-files
      - kind: tasks                 # nhiệm vụ được giao
        files: \(OfficeFiles.folder)/\(AssignedTasks.fileStart)-*.csv
        profile: ioffice-tasks
    \(entries(handKept))
    max-rejected: 1%                # nhiều dòng bị loại hơn thì không lập báo cáo
    history: history.sqlite         # số liệu các kỳ trước
    narrative: noi-dung/{period}    # phần người viết, mỗi đơn vị một thư mục tên là mã đơn vị

    counting:
      withdrawn: on-time            # hồ sơ xin rút, trả lại: tính đúng hạn
      waiting: in-time              # hồ sơ chờ bổ sung, tạm dừng: tính trong hạn

    """
  }

  /// The entries of the tables that are kept by hand; a blank line where there are none.
  private static func entries(_ files: [HandKeptFile]) -> String {
    HandKeptFile.kinds.filter { kind in files.contains { $0.name.hasPrefix(kind.fileStart) } }
      .map { kind, comment, fileStart in
        let padding = String(repeating: " ", count: max(1, 22 - kind.count))
        return "  - kind: \(kind)\(padding)# \(comment)\n"
          + "    files: \(HandKeptFile.folder)/\(fileStart)*.csv\n    profile: \(kind)\n"
      }.joined()
  }
}
