import Administration
import Foundation

/// The catalogues of `Templates/provinces`.
enum ShippedCatalogue {
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let folder = repository.appendingPathComponent("Templates/provinces").path

  /// The names of the folders.
  static var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  static func named(_ name: String) throws -> UnitCatalogue {
    try UnitCatalogue(path: "\(folder)/\(name)/units.csv", name: name)
  }

  /// The folder of the tables that the catalogues were made from; beside the checkout, where it is
  /// at hand.
  static let domain = repository.deletingLastPathComponent()
    .appendingPathComponent("shared/domain").path

  static var hasDomain: Bool { FileManager.default.fileExists(atPath: domain + "/units-2025.csv") }
}

extension UnitCatalogue {
  /// The units that live on a day.
  func units(on day: CalendarDay) -> [Administration.Unit] {
    entries.filter { $0.isAlive(on: day) }
  }
}
