import Intake
import Registers

/// What a source of the project file holds (contract, 4).
enum EntryKind: Hashable {
  /// Rows of an export, counted one by one.
  case export(SourceKind)
  /// A small table that the office keeps by hand.
  case register(RegisterKind)

  /// The words of the project file.
  static let words =
    SourceKind.allCases.map(\.rawValue) + RegisterKind.allCases.map(\.rawValue)

  init?(_ word: String) {
    if let kind = SourceKind(rawValue: word) {
      self = .export(kind)
    } else if let kind = RegisterKind(rawValue: word) {
      self = .register(kind)
    } else {
      return nil
    }
  }

  /// The names of the fields that a profile can map.
  var fields: [String] {
    switch self {
    case .export(let kind): kind.fields.map(\.name)
    case .register(let kind): kind.fields
    }
  }

  /// As a message calls it.
  var name: String {
    switch self {
    case .export(let kind): kind.name
    case .register(let kind): kind.name
    }
  }
}
