internal import CMailDraft
internal import Foundation

/// The only owner of a message that GMime composes.
@safe struct MessageDraft: ~Copyable {
  private let raw: OpaquePointer

  /// - Parameter key: ASCII letters and digits from which the boundaries are made; the same for the
  ///   same message.
  init?(key: String) {
    guard let raw = unsafe mail_draft_new("=_\(key)_0", "=_\(key)_1") else { return nil }
    unsafe self.raw = raw
  }

  deinit { unsafe mail_draft_free(raw) }

  /// Sets a header to a text, encoded where it is not ASCII and folded where it is long.
  func setHeader(_ name: String, _ text: String) {
    unsafe mail_draft_set_header(raw, name, EncodedWords.of(text, after: name.utf8.count + 2))
  }

  /// Sets a header to addresses with their names.
  func setHeader(_ name: String, _ mailboxes: [Mailbox]) {
    unsafe mail_draft_set_header(raw, name, mailboxes.map(\.headerText).joined(separator: ",\n "))
  }

  func setMessageID(_ identifier: String) { unsafe mail_draft_set_message_id(raw, identifier) }

  func setBody(plain: String, html: String) { unsafe mail_draft_set_body(raw, plain, html) }

  func attach(_ file: PackedFile) {
    unsafe file.content.withUnsafeBytes { content in
      unsafe mail_draft_attach(
        raw, Disposition.text(of: file.name), ASCIIName.of(file.name), file.type,
        content.bindMemory(to: UInt8.self).baseAddress, content.count)
    }
  }

  /// The finished message; `nil` where there is no memory.
  func bytes() -> Data? {
    var count = 0
    guard let bytes = unsafe mail_draft_bytes(raw, &count) else { return nil }
    defer { unsafe mail_bytes_free(bytes) }
    return unsafe Data(bytes: bytes, count: count)
  }
}
