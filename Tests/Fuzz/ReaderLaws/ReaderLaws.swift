import Administration
import DelimitedText
import Foundation
import Synchronization

@testable import Intake

/// Reads an input as an export and holds the reader to its laws.
@c(reader_laws_check)
func checkReaderLaws(_ start: UnsafePointer<UInt8>?, _ count: Int) {
  let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
  unsafe ReaderLaws.check(bytes.span)
}

/// What holds for any bytes whatever (issue "The reader"): nothing vanishes, and neither the
/// cutting into chunks nor reading a file twice changes what comes out.
enum ReaderLaws {
  /// One file that is written anew for every input.
  private static let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("baocao-fuzz-\(ProcessInfo.processInfo.processIdentifier)").path

  static func check(_ bytes: Span<UInt8>) {
    let reading = Reading(of: bytes)
    write(bytes)
    do throws(IntakeError) {
      let file = try OpenFile(.init(path: path, name: "a"), profile: reading.profile)
      checkRows(file, blockSize: reading.blockSize)
      let whole = try read([file], size: 1 << 20)
      checkLedger(whole, file)
      checkTexts(whole)
      expect(
        Outcome(try read([file], size: reading.chunkSize)) == Outcome(whole),
        "chunks of \(reading.chunkSize) bytes give something else")
      // Opening a file takes most of the time: once in four inputs is enough.
      if bytes.count % 4 == 0 { try checkTwice(file, whole, reading) }
    } catch {
      expect(error.problem != .ledgerOpen, "the ledger does not close")
    }
  }

  /// Of a file that is read twice every row of the first reading gives way, and nothing else
  /// changes.
  private static func checkTwice(
    _ file: OpenFile, _ whole: KindIntake, _ reading: Reading
  ) throws(IntakeError) {
    let again = try OpenFile(.init(path: path, name: "b"), profile: reading.profile)
    let twice = try read([file, again], size: 1 << 20)
    expect(twice.ledgers[0].accepted == 0, "a file read twice leaves rows of the first reading")
    expect(
      Outcome(twice).counts == Outcome(whole).counts, "a file read twice gives other counts")
  }

  private static func write(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let data = unsafe Data(buffer: buffer)
      do {
        try data.write(to: URL(fileURLWithPath: path))
      } catch {
        fatalError("the input cannot be written: \(error)")
      }
    }
  }

  private static func read(_ files: [OpenFile], size: Int) throws(IntakeError) -> KindIntake {
    let kind = files[0].profile.kind
    let intake = SourceIntake(
      kind: kind, sources: [], catalogue: Reading.catalogue,
      days: DaySpan(first: CalendarDay(number: 19_448), last: CalendarDay(number: 19_538)),
      rules: CountingRules(), progress: ReadingProgress())
    let order = files.enumerated().flatMap { number, file in
      file.chunks(of: size).map { (number, $0) }
    }
    var merge = OrderedMerge(intake: intake, files: files, order: order)
    for (number, (file, chunk)) in order.enumerated().reversed() {
      try merge.take(try intake.reader(of: files[file]).read(chunk), number: number)
    }
    return try result(of: merge)
  }

  /// What an ended merge gives, waited for: libFuzzer calls from outside of any task.
  private static func result(of merge: OrderedMerge) throws(IntakeError) -> KindIntake {
    let done = DispatchSemaphore(value: 0)
    let outcome = MergeOutcome()
    Task.detached {
      var merge = merge
      do throws(IntakeError) {
        let intake = try await merge.result()
        outcome.result.withLock { $0 = .success(intake) }
      } catch {
        outcome.result.withLock { $0 = .failure(error) }
      }
      done.signal()
    }
    done.wait()
    guard let result = outcome.result.withLock({ $0 }) else { fatalError("a merge gave nothing") }
    return try result.get()
  }

  /// Rows do not depend on how many bytes are searched at a time.
  private static func checkRows(_ file: OpenFile, blockSize: Int) {
    let rows = RowSpelling.all(of: file, blockSize: RowReader.usualBlockSize)
    let cut = RowSpelling.all(of: file, blockSize: blockSize)
    expect(rows == cut, "blocks of \(blockSize) bytes give other rows")
  }

  private static func checkLedger(_ intake: KindIntake, _ file: OpenFile) {
    let ledger = intake.ledgers[0]
    expect(ledger.closes, "the ledger does not close")
    expect(ledger.lines == RowSpelling.lines(of: file), "lines of the file are not in the ledger")
    expect(ledger.rejected == intake.rejected[0].count, "rejected rows are not in the ledger")
    expect(ledger.duplicates == intake.superseded.count, "duplicates are not in the ledger")
    let last = intake.rejected[0].map(\.line).max() ?? 0
    expect(last <= ledger.lines, "a rejected row stands behind the end of the file")
  }

  /// What cannot be read is never shown as though it had been.
  private static func checkTexts(_ intake: KindIntake) {
    let texts =
      intake.rejected[0].flatMap { [$0.text, $0.code] } + intake.warnings.map(\.text)
      + intake.superseded.map(\.code) + intake.subjects
    for text in texts {
      expect(!text.unicodeScalars.contains("\u{FFFD}"), "U+FFFD comes out: \(text)")
    }
  }

  private static func expect(_ holds: Bool, _ words: @autoclosure () -> String) {
    guard !holds else { return }
    fatalError("A law of the reader is broken: \(words())")
  }
}

/// Where a task leaves what a merge gave.
private final class MergeOutcome: Sendable {
  let result = Mutex<Result<KindIntake, IntakeError>?>(nil)
}
