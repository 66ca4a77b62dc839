import DataFiles
import Documents
import Indicators
import Intake
import Registers
import Reporting

/// Reads every template and data file of a Templates folder and gathers what is wrong with them.
struct TemplatesCheck {
  private let folder: TemplateFolder
  /// In words, with file, line and column, each once.
  private(set) var faults: [String] = []
  /// How many files were looked at.
  private(set) var fileCount = 0

  init(_ folder: TemplateFolder) {
    self.folder = folder
  }

  /// Looks at everything; where the catalogue of indicators has faults, what rests on it is left for
  /// the next time.
  mutating func run() {
    checkSources()
    fileCount += names("indicators").count
    let catalogue = take { [folder] in try folder.indicators() }
    var texts: (names: [String], areAll: Bool) = ([], false)
    if let catalogue {
      let (forms, ids) = checkForms(catalogue)
      texts = checkProvinces(forms, ids: ids, catalogue)
      checkScores(catalogue)
      fileCount += 1
      _ = take { [folder] in
        try SummaryDefinition(folder.node(TemplateFolder.summary), catalogue: catalogue)
      }
    } else {
      faults.append(
        "Templates/forms, Templates/provinces, Templates/scores, Templates/summary.yaml: chưa kiểm tra vì danh "
          + "mục chỉ tiêu còn lỗi ở trên.")
    }
    fileCount += folder.names(in: "reports", extension: ".mustache").count
    for fault in ReportTemplates.faults(
      folder: folder.path + "/reports", texts: texts.names,
      indicators: catalogue?.indicators.map(\.id) ?? [], hasAllTexts: texts.areAll
    ) {
      note(Failure(fault).sentence)
    }
    fileCount += folder.names(in: TemplateFolder.mail, extension: ".mustache").count
    for fault in MailTemplates.faults(folder: "\(folder.path)/\(TemplateFolder.mail)") {
      note(Failure(fault).sentence)
    }
  }

  private func names(_ name: String) -> [String] { folder.names(in: name, extension: ".yaml") }

  /// A profile does not say of which kind of source it is: it is read as the one that has most of
  /// its columns.
  private mutating func checkSources() {
    for name in names("sources") {
      fileCount += 1
      _ = take { [folder] in
        let node = try folder.node(name)
        let columns = try node.entries().first { try $0.key.text() == "columns" }?.value
        let fields = Set(try columns?.entries().map { try $0.key.text() } ?? [])
        let kinds = EntryKind.words.compactMap(EntryKind.init)
        let meant = kinds.max {
          fields.intersection($0.fields).count < fields.intersection($1.fields).count
        }
        switch meant {
        case .export(let kind)?: _ = try SourceProfile(node, kind: kind)
        case .register(let kind)?: _ = try RegisterProfile(node, kind: kind)
        case nil: break
        }
      }
    }
  }

  /// Gives the names of the texts of the reports, and whether those of every province are among them.
  private mutating func checkProvinces(
    _ forms: [(name: String, form: FormDefinition)], ids: [String], _ catalogue: IndicatorCatalogue
  ) -> (names: [String], areAll: Bool) {
    let vocabulary = ReportKind.Vocabulary(forms: ids, catalogue: catalogue)
    var texts: Set<String> = []
    var used: Set<String> = []
    var areAll = true
    for province in folder.provinces {
      fileCount += 2
      _ = take { [folder] in try folder.units(of: province) }
      let profile = take { [folder] in try folder.provinceProfile(of: province, vocabulary) }
      texts.formUnion(profile?.texts ?? [])
      areAll = areAll && profile != nil
      used.formUnion(profile?.reports.flatMap(\.forms) ?? [])
    }
    for (name, form) in forms where areAll && !form.isForWorkbooks && !used.contains(form.id) {
      note(
        "Templates/\(name): không báo cáo nào dùng biểu «\(form.id)». Hãy ghi mã biểu vào annexes của một báo "
          + "cáo trong province.yaml, hoặc xóa tệp này.")
    }
    return (texts.sorted(), areAll)
  }

  /// Gives the forms that have no fault, and the ids of all: reports may name a form whatever is wrong
  /// with it.
  private mutating func checkForms(
    _ catalogue: IndicatorCatalogue
  ) -> (forms: [(name: String, form: FormDefinition)], ids: [String]) {
    var forms: [(name: String, form: FormDefinition)] = []
    var ids: [String] = []
    for name in names("forms") {
      fileCount += 1
      guard let node = take({ [folder] in try folder.node(name) }) else { continue }
      ids += Self.ids(of: node)
      let form = take {
        let form = try FormDefinition(node, catalogue: catalogue)
        let isTwice = forms.contains {
          $0.form.id == form.id && $0.form.audience.overlaps(form.audience)
        }
        guard !isTwice else { throw node.fault(.repeated(form.id)) }
        return form
      }
      if let form { forms.append((name, form)) }
    }
    return (forms, ids)
  }

  /// The id of a form, as far as its file can be read.
  private static func ids(of form: DataNode) -> [String] {
    let entries = (try? form.entries()) ?? []
    return entries.filter { (try? $0.key.text()) == "id" }.compactMap { try? $0.value.text() }
  }

  private mutating func checkScores(_ catalogue: IndicatorCatalogue) {
    fileCount += names("scores").count
    _ = take { [folder] in try folder.scores(catalogue) }
  }

  /// What a reading gives; `nil` where it fails, which is noted.
  private mutating func take<Value>(_ read: () throws -> Value) -> Value? {
    do {
      return try read()
    } catch let error as DataFileFaults {
      for fault in error.faults { note(Failure(fault).sentence) }
    } catch let error as DataFileError {
      note(Failure(error).sentence)
    } catch {
      note("\(error)")
    }
    return nil
  }

  private mutating func note(_ fault: String) {
    if !faults.contains(fault) { faults.append(fault) }
  }
}
