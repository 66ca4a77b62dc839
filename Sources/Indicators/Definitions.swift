package import Intake

extension IndicatorCatalogue {
  /// For every indicator the fingerprint of how it is counted: what the catalogue says of that, and
  /// the counting rules of the project, but no name, target or agency.
  ///
  /// For which unit dossiers are counted matters only to runs whose exports tell who received them.
  /// Figures whose fingerprints differ are not compared.
  package func definitions(
    counting rules: CountingRules, hasReceivers: Bool = false
  ) -> [String: String] {
    var definitions: [String: String] = [:]
    for indicator in indicators {
      definitions[indicator.id] = Fingerprint.of(
        definition(of: indicator, rules, hasReceivers))
    }
    return definitions
  }

  private func definition(
    of indicator: Indicator, _ rules: CountingRules, _ hasReceivers: Bool
  ) -> String {
    var text = indicator.definition
    if hasReceivers, indicator.countedAt == .receiving { text += " counted-at:receiving" }
    // A share of units that reach a bar changes with the rate that has to reach it.
    if case .unitsReaching(let base, _, _) = indicator.content, let place = index(of: base) {
      text += definition(of: indicators[place], rules, hasReceivers)
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
