import Foundation
import Logging

/// Sends messages to standard error, as sentences or as one JSON object a line.
struct ProgramLog: LogHandler {
  enum Format: String, CaseIterable, Sendable {
    case text, json
  }

  let format: Format
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let level = event.level
    let message = event.message
    let line =
      switch format {
      case .text: level >= .error ? "Lỗi: \(message)" : message.description
      case .json: Self.json(level: level, message: message.description)
      }
    StandardError.write(line + "\n")
  }

  private static func json(level: Logger.Level, message: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try? encoder.encode(["level": level.rawValue, "message": message])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The program's log.
  static func make(format: Format, isQuiet: Bool) -> Logger {
    Logger(label: "baocao") { _ in
      ProgramLog(format: format, logLevel: isQuiet ? .error : .info)
    }
  }
}

/// Standard error, written at once and never buffered.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
