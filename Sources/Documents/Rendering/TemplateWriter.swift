/// What a template that is given a value comes to, while it is being written.
struct TemplateWriter {
  /// What names are looked up in, the outermost first.
  private(set) var frames: [ScopeFrame] = []
  /// In UTF-8.
  var bytes: [UInt8] = []
  /// The names of the texts that nobody wrote and that are marked as gaps.
  var gaps: [String] = []
  /// The names of the texts that people wrote and that stand in it.
  var used: [String] = []

  static func write(
    _ template: CompiledTemplate, with scope: some TemplateScope
  ) -> TemplateWriter {
    var writer = TemplateWriter()
    writer.bytes.reserveCapacity(64 << 10)
    ScopeFrame.lend(scope) { writer.write(template.step, within: $0) }
    return writer
  }

  mutating func write(_ step: TemplateStep, within frame: ScopeFrame) {
    frames.append(frame)
    step.write(&self)
    frames.removeLast()
  }
}
