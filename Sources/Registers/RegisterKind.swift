internal import Administration

/// A kind of small table that people keep by hand (contract, 4).
package enum RegisterKind: String, CaseIterable, Hashable, Sendable {
  case staff
  case indicatorValues = "indicator-values"
  case planTasks = "plan-tasks"
  case indexScores = "index-scores"
  case procedures

  /// As a message calls it.
  package var name: String {
    switch self {
    case .staff: "nhân sự Bộ phận Một cửa"
    case .indicatorValues: "chỉ tiêu nhập tay"
    case .planTasks: "nhiệm vụ kế hoạch cải cách hành chính"
    case .indexScores: "điểm các bộ chỉ số"
    case .procedures: "danh mục thủ tục hành chính"
    }
  }

  /// The fields of a row, in the order of the contract.
  package var fields: [String] {
    switch self {
    case .staff: ["agencyCode", "agencyName", "count"]
    case .indicatorValues:
      [
        "indicator", "period", "agencyCode", "agencyName", "numerator", "denominator", "value",
        "note",
      ]
    case .planTasks:
      [
        "code", "area", "content", "lead", "partner", "product", "dueAt", "finishedAt", "status",
        "evidence",
      ]
    case .indexScores:
      ["index", "criterion", "name", "maximum", "year", "score", "rank", "cause"]
    case .procedures:
      ["procedure", "procedureName", "field", "level", "serviceLevel", "feeRequired"]
    }
  }

  /// The fields that every profile must map.
  package var requiredFields: [String] {
    switch self {
    case .staff: ["count"]
    case .indicatorValues: ["indicator", "period"]
    case .planTasks: ["code"]
    case .indexScores: ["index", "criterion", "year"]
    case .procedures: ["procedure"]
    }
  }

  /// The fields whose cells hold one of a few words; a profile says which texts mean which.
  package var choices: [String: [String]] {
    switch self {
    case .procedures:
      [
        "level": Level.allCases.map(\.rawValue),
        "serviceLevel": Procedure.ServiceLevel.allCases.map(\.rawValue),
        "feeRequired": ["yes", "no"],
      ]
    case .staff, .indicatorValues, .planTasks, .indexScores: [:]
    }
  }

  /// Whether a row is about a unit, so that one of the two fields of the unit must be mapped.
  package var isOfUnits: Bool { self == .staff || self == .indicatorValues }
}
