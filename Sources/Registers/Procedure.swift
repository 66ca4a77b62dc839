package import Administration
internal import Intake

/// An administrative procedure (TTHC) at some levels; a row of `procedures`.
package struct Procedure: Hashable, Sendable {
  /// How far it can be done on line.
  package enum ServiceLevel: String, CaseIterable, Hashable, Sendable {
    case full, partial, information
  }

  /// The national part of its code: "1.001193".
  package var code: String
  package var name: String
  /// The levels that settle it; empty where the row names none.
  package var levels: Set<Level>
  /// `nil` where the row does not say.
  package var serviceLevel: ServiceLevel?
  package var feeRequired: Bool?
  package var place: RegisterPlace
}

extension Procedure: RegisterEntry {
  /// Lists may have a row for every level that settles a procedure.
  struct Key: Hashable {
    var code: String
    var levels: Set<Level>
  }

  var key: Key { Key(code: code, levels: levels) }

  init(_ row: RegisterRow, context: RegisterContext) throws(RegisterFault) {
    code = ProcedureCode.national(try row.required("procedure"))
    name = row["procedureName"]
    levels = Set(row.words("level").compactMap(Level.init))
    serviceLevel = row.words("serviceLevel").first.flatMap(ServiceLevel.init)
    feeRequired = row.words("feeRequired").first.map { $0 == "yes" }
    place = RegisterPlace(file: row.file, line: row.line)
  }

  /// Names may be written in several ways.
  func says(_ other: Procedure) -> Bool {
    (serviceLevel, feeRequired) == (other.serviceLevel, other.feeRequired)
  }
}
