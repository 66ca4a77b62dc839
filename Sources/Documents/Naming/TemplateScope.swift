/// A value that templates see by names, all of which are listed.
///
/// One table gives both: what a name stands for when a template is rendered, and which names
/// there are when it is read. So no name that passed the reading can be missing later.
protocol TemplateScope: Sendable {
  static var names: NameTable<Self> { get }
}

extension TemplateScope {
  static var meanings: [String: NameMeaning] { names.meanings }
}
