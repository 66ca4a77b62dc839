/// A unit of the reports as `manifest.json` lists it, so that whoever opens the folder of a run can
/// tell whose names may stand in whose files.
package struct ReportedUnit: Codable, Hashable, Sendable {
  package var code: String
  package var name: String
  /// `tinh`, `huyen` or `xa`.
  package var level: String
  /// Code of the unit above; empty for the province.
  package var parent: String
  /// Names of units that became this one, or a part of it, and that are, or hold, the name of a
  /// unit of the reports; `nil` for none.
  ///
  /// The reports name a unit's forerunners. A forerunner may be called as another unit is today:
  /// such a name is legal in the files of its heir, and only there.
  package var formerNames: [String]?
  /// Codes of the units that got another part of a forerunner; `nil` for none.
  ///
  /// The reports name them where they say for whom its rows are counted.
  package var sharedWith: [String]?

  /// Whether it is an agency that Templates name; `nil` for no.
  ///
  /// As a receiver of reports, or as the leader of an indicator, it may be named in any file.
  package var namedInTemplates: Bool?

  package init(
    code: String, name: String, level: String, parent: String, formerNames: [String] = [],
    sharedWith: [String] = [], isNamedInTemplates: Bool = false
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.formerNames = formerNames.isEmpty ? nil : formerNames
    self.sharedWith = sharedWith.isEmpty ? nil : sharedWith
    namedInTemplates = isNamedInTemplates ? true : nil
  }
}
