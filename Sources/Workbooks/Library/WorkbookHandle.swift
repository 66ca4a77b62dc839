internal import CXlsxWriter

/// The only owner of a C workbook: `close()` writes the file; going out of
/// scope frees the memory and writes nothing.
@safe struct WorkbookHandle: ~Copyable {
  private let raw: UnsafeMutablePointer<lxw_workbook>

  /// Makes an empty workbook; nothing is at the path before `close()`.
  ///
  /// Where its rows come from the top down it keeps one row of each sheet in memory and the others
  /// in the temporary folder.
  init(path: String, rowByRow: Bool = false) throws(WorkbookError) {
    let made = unsafe rowByRow ? baocao_new_list_workbook(path) : workbook_new(path)
    guard let raw = unsafe made else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    unsafe baocao_set_default_font(raw, "Times New Roman")
    unsafe self.raw = raw
  }

  deinit { unsafe baocao_abandon(raw) }

  /// Writes the file to the path that the workbook was made with.
  consuming func close() throws(WorkbookError) {
    // The library frees the workbook whether or not the file could be
    // written, so the deinitialiser must not run after this.
    let raw = unsafe raw
    discard self
    try check(unsafe workbook_close(raw))
  }

  func set(_ properties: BookProperties) throws(WorkbookError) {
    try check(
      unsafe baocao_set_properties(
        raw, CarriedText.plain(properties.title), CarriedText.plain(properties.subject),
        CarriedText.plain(properties.author), CarriedText.plain(properties.company),
        CarriedText.plain(properties.comments), Int64(properties.created)))
  }

  func define(_ name: DefinedName) throws(WorkbookError) {
    try check(
      unsafe workbook_define_name(raw, name.name, CarriedText.plain(name.formula)))
  }

  /// Adds a sheet after the others; the handle must not outlive the workbook,
  /// so it goes to no one but the caller's closure.
  func addSheet(
    named name: String, _ fill: (borrowing SheetHandle) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    guard let sheet = unsafe workbook_add_worksheet(raw, name) else {
      throw WorkbookError(LXW_ERROR_SHEETNAME_ALREADY_USED)
    }
    try check(unsafe baocao_quote_name(sheet))
    try fill(unsafe SheetHandle(raw: sheet))
  }

  /// Makes a format, which the workbook owns.
  func addFormat(_ key: FormatKey) throws(WorkbookError) -> FormatHandle {
    guard let format = unsafe workbook_add_format(raw) else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let handle = unsafe FormatHandle(raw: format)
    handle.set(key)
    return handle
  }

  /// Makes a format for a rule, which the workbook owns.
  func addFormat(_ look: ConditionalLook) throws(WorkbookError) -> FormatHandle {
    guard let format = unsafe workbook_add_format(raw) else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let handle = unsafe FormatHandle(raw: format)
    handle.set(look)
    return handle
  }

  /// Makes a chart, which the workbook owns and writes once it lies on a sheet.
  func addChart(_ kind: ChartKind) throws(WorkbookError) -> ChartHandle {
    guard let chart = unsafe workbook_add_chart(raw, kind.code) else {
      throw WorkbookError(LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    return unsafe ChartHandle(raw: chart)
  }
}

/// Turns a status of the C library into a thrown error.
func check(_ status: lxw_error) throws(WorkbookError) {
  guard status == LXW_NO_ERROR else { throw WorkbookError(status) }
}

extension WorkbookError {
  /// The error for a status of the C library, whose numbers move between
  /// releases and so are not kept.
  init(_ status: lxw_error) {
    let sentence = unsafe lxw_strerror(status).map { unsafe String(cString: $0) }
    self.init(.library(sentence ?? "Unknown error."))
  }
}
