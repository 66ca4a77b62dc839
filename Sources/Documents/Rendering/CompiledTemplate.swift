/// A template whose names are resolved and whose partials stand in their places.
struct CompiledTemplate: Sendable {
  var step: TemplateStep
  /// The style sheets and scripts that it holds.
  var parts: PageParts
}

/// A piece of a template, ready to be written.
///
/// Pieces hold those within them as closures hold what they capture: a report of many thousand cells
/// counts no references of steps, and the threads that write reports do not wait for each other's
/// counts.
struct TemplateStep: Sendable {
  let write: @Sendable (inout TemplateWriter) -> Void
}
