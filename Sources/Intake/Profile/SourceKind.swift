/// A kind of source (contract, 4): what one row of an export is about.
package enum SourceKind: String, CaseIterable, Hashable, Sendable {
  case dossiers
  case incomingDocuments = "incoming-documents"
  case outgoingDocuments = "outgoing-documents"
  case workFiles = "work-files"
  case tasks
  case meetings

  /// As a message calls it.
  package var name: String {
    switch self {
    case .dossiers: "hồ sơ một cửa"
    case .incomingDocuments: "văn bản đến"
    case .outgoingDocuments: "văn bản đi"
    case .workFiles: "hồ sơ công việc"
    case .tasks: "nhiệm vụ được giao"
    case .meetings: "cuộc họp"
    }
  }

  /// The fields of a row, in the order of the contract.
  package var fields: [SourceField] {
    switch self {
    case .dossiers:
      [
        SourceField("code", .code), SourceField("procedure", .text),
        SourceField("procedureName", .text), SourceField("field", .subject),
        SourceField("agencyCode", .unitCode), SourceField("agencyName", .unitName),
        SourceField("receivingAgencyCode", .receiverCode),
        SourceField("receivingAgencyName", .receiverName),
        SourceField("applicant", .text), SourceField("phone", .text),
        SourceField("address", .text),
        SourceField("channel", .choice(["online", "in-person", "postal"])),
        SourceField("serviceLevel", .choice(["full", "partial", "information"])),
        SourceField("receivedAt", .firstDay), SourceField("dueAt", .dueDay),
        SourceField("finishedAt", .finishDay), SourceField("returnedAt", .text),
        SourceField(
          "status", .choice(["processing", "waiting", "finished", "withdrawn", "refused"])),
        SourceField("fee", .amount),
        SourceField("paymentChannel", .choice(["online", "in-person"])),
        SourceField("componentsDigitised", .choice(["yes", "no"])),
        SourceField("resultDigitised", .choice(["yes", "no"])),
        SourceField(
          "satisfaction", .choice(["very-satisfied", "satisfied", "dissatisfied"])),
        SourceField(
          "overdueCause",
          .lateChoice(["regulation", "workload", "facilities", "coordination", "other"])),
      ]
    case .incomingDocuments:
      [
        SourceField("code", .code), SourceField("receivedAt", .firstDay),
        SourceField("agencyCode", .unitCode), SourceField("agencyName", .unitName),
        SourceField("dueAt", .dueDay), SourceField("finishedAt", .finishDay),
        SourceField("sentAs", .choice(["electronic", "paper", "both"])),
        SourceField("secret", .choice(["yes", "no"])),
      ]
    case .outgoingDocuments:
      [
        SourceField("code", .code), SourceField("issuedAt", .firstDay),
        SourceField("agencyCode", .unitCode), SourceField("agencyName", .unitName),
        SourceField("documentType", .text),
        SourceField("sentAs", .choice(["electronic", "paper", "both"])),
        SourceField("digitallySigned", .choice(["yes", "no"])),
        SourceField("secret", .choice(["yes", "no"])),
      ]
    case .workFiles:
      [
        SourceField("code", .code), SourceField("openedAt", .firstDay),
        SourceField("closedAt", .finishDay), SourceField("agencyCode", .unitCode),
        SourceField("agencyName", .unitName),
        SourceField("processedOnline", .choice(["yes", "no"])),
        SourceField("secret", .choice(["yes", "no"])),
      ]
    case .tasks:
      [
        SourceField("code", .code), SourceField("assignedAt", .firstDay),
        SourceField("dueAt", .dueDay), SourceField("finishedAt", .finishDay),
        SourceField("agencyCode", .unitCode), SourceField("agencyName", .unitName),
        SourceField("assigner", .text),
      ]
    case .meetings:
      [
        SourceField("code", .code), SourceField("heldAt", .firstDay),
        SourceField("agencyCode", .unitCode), SourceField("agencyName", .unitName),
        SourceField("tiers", .number), SourceField("online", .choice(["yes", "no"])),
        SourceField("paperless", .choice(["yes", "no"])),
      ]
    }
  }

  /// The field with a name; `nil` where the kind has none.
  package func field(_ name: String) -> SourceField? {
    fields.first { $0.name == name }
  }
}

/// A field of a kind of source and what it is to us.
package struct SourceField: Hashable, Sendable {
  /// What a field's text means.
  package enum Role: Hashable, Sendable {
    /// The number that makes the row what it is.
    case code
    case unitCode, unitName
    /// The unit at whose counter a dossier was received, where that is not the one that resolves it.
    case receiverCode, receiverName
    /// The day that a row begins with (received, issued, opened, assigned, held).
    case firstDay
    case dueDay, finishDay
    /// One of these words.
    case choice([String])
    /// One of these words, of which only those of late dossiers are read; nothing is counted by it.
    case lateChoice([String])
    /// A sum of money in đồng.
    case amount
    /// How many there are of something: one or several.
    case number
    /// The field of administration (lĩnh vực) by which forms group rows.
    case subject
    /// Nothing is counted by it.
    case text
  }

  package var name: String
  package var role: Role

  init(_ name: String, _ role: Role) {
    self.name = name
    self.role = role
  }

  /// Whether a profile must map it; of the two fields of the unit one is enough.
  package var isRequired: Bool { role == .code || role == .firstDay }
}
