/// Where a row stands: file and physical line, from 1.
package struct RegisterPlace: Hashable, Sendable {
  package var file: String
  package var line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
