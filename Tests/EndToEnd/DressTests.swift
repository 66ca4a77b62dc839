import Foundation
import Testing
import TestSupport

/// The same exports in another encoding or packed give the same figures to the byte.
@Suite struct DressTests {
  /// Windows-1258 has no letter for a hook or a horn that stands apart.
  private static let composed =
    "/usr/bin/python3 -c 'import sys, unicodedata; sys.stdout.buffer.write(unicodedata.normalize("
    + "\"NFC\", sys.stdin.buffer.read().decode()).encode())'"

  @Test(arguments: [
    ("utf-16le-bom", "(printf '\\xff\\xfe'; iconv -f UTF-8 -t UTF-16LE)", "csv"),
    ("utf-16le", "iconv -f UTF-8 -t UTF-16LE", "csv"),
    ("utf-16be", "iconv -f UTF-8 -t UTF-16BE", "csv"),
    ("windows-1258", "\(composed) | iconv -f UTF-8 -t CP1258", "csv"),
    ("utf-8", "cat", "csv"),
    ("utf-8", "gzip -n", "csv.gz"),
    ("utf-8", "zstd -q", "csv.zst"),
  ])
  func `exports in any dress give the same figures`(
    encoding: String, command: String, suffix: String
  ) throws {
    let scratch = try ScratchFolder()
    // So few dossiers that no row is broken on purpose.
    let made = try BuiltProgram.run([
      "sample", "--province", "tra-vinh", "--rows", "190", "--seed", "7", "--out",
      scratch.path("plain"),
    ])
    #expect(made.status == 0, "\(made.messages)")
    let dressed = try BuiltProgram.command(
      "/bin/bash",
      [
        "-euo", "pipefail", "-c",
        """
        cp -r "$0/plain" "$0/dressed"
        cd "$0/dressed"
        find exports so-lieu-nhap-tay -name '*.csv' | while read -r file; do
          sed $'1s/^\\xef\\xbb\\xbf//' "$file" | \(command) > "$file.new"
          rm "$file"
          mv "$file.new" "${file%.csv}.\(suffix)"
        done
        sed -i 's/\\.csv/.\(suffix)/' baocao.yaml
        """, scratch.url.path,
      ])
    #expect(dressed.status == 0, "\(dressed.messages)")
    for folder in ["plain", "dressed"] {
      let run = try BuiltProgram.run([
        "run", "--config", scratch.path("\(folder)/baocao.yaml"), "--period", "2023-Q2", "--out",
        scratch.path("out-\(folder)"), "--format", "csv", "--as-of", "2023-07-05",
      ])
      #expect(run.status == 0, "\(run.messages)")
    }
    for name in ["figures.csv", "targets.csv", "warnings.csv"] {
      let plain = FileManager.default.contents(atPath: scratch.path("out-plain/\(name)"))
      #expect(plain?.isEmpty == false)
      #expect(plain == FileManager.default.contents(atPath: scratch.path("out-dressed/\(name)")))
    }
    let quality = try String(
      contentsOfFile: scratch.path("out-dressed/quality.csv"), encoding: .utf8)
    for line in quality.split(separator: "\n").dropFirst() {
      #expect(line.contains(",\(encoding),"), "\(line)")
    }
  }
}
