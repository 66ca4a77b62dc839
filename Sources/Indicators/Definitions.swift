package import Intake

extension IndicatorCatalogue {
  /// For every indicator the fingerprint of how it is counted: what the catalogue says of that, and
  /// the counting rules of the project, but no name, target or agency.
  ///
  /// Figures whose fingerprints differ are not compared.
  package func definitions(counting rules: CountingRules) -> [String: String] {
    var definitions: [String: String] = [:]
    for indicator in indicators {
      definitions[indicator.id] = Fingerprint.of(definition(of: indicator, rules))
    }
    return definitions
  }

  private func definition(of indicator: Indicator, _ rules: CountingRules) -> String {
    var text = indicator.definition
    // A share of units that reach a bar changes with the rate that has to reach it.
    if case .unitsReaching(let base, _, _) = indicator.content, let place = index(of: base) {
      text += definition(of: indicators[place], rules)
    }
    guard indicator.isOfDossiers else { return text }
    text += " withdrawn:\(rules.withdrawn.rawValue)"
    // Only what has come of a dossier depends on this rule.
    if text.contains("outcome") { text += " waiting:\(rules.waiting.rawValue)" }
    return text
  }
}

extension Indicator {
  fileprivate var isOfDossiers: Bool {
    if case .procedures = content { true } else { source == .dossiers }
  }
}
