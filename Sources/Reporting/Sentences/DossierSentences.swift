internal import Administration
internal import Indicators

/// The sentences that state the main figures of a unit.
struct DossierSentences {
  let unit: Unit
  let hasUnitsBelow: Bool
  let periodName: String
  /// The figures of the unit's whole area.
  let figures: UnitFigures

  /// "Trên địa bàn …": intake, results, and what is pending.
  func dossiers() -> [String] {
    guard let received = count("dossiers.received"), let carried = count("dossiers.carried-over")
    else { return [] }
    let place = UnitNames.whereabouts(unit, hasUnitsBelow: hasUnitsBelow)
    guard received + carried > 0 else {
      return [
        "Trong \(periodName), \(place) không phát sinh hồ sơ thủ tục hành chính; không có hồ sơ "
          + "từ kỳ trước chuyển qua."
      ] + counter(place)
    }
    return [intake(received: received, carried: carried, place: place)] + counter(place)
      + [resolved(), pending()]
  }

  /// What the counter received, whoever resolves it; none where the exports do not tell, or nothing
  /// was received.
  private func counter(_ place: String) -> [String] {
    guard let received = count("one-stop.received"), received > 0 else { return [] }
    let (subject, others) =
      hasUnitsBelow
      ? ("Các Bộ phận Một cửa \(place)", "")
      : ("Bộ phận Một cửa của đơn vị", ", kể cả hồ sơ do đơn vị khác giải quyết")
    return [
      "\(subject) tiếp nhận \(dossiers(received))\(others); tỷ lệ hồ sơ tiếp nhận trực tuyến "
        + "\(rate("one-stop.online-intake"))."
    ]
  }

  private func intake(received: Int, carried: Int, place: String) -> String {
    let online = count("dossiers.received.online") ?? 0
    // Where the exports tell who received a dossier, the rate is that of the counter.
    let isOfCounter = figures.words(of: "one-stop.received") != nil
    var text = "Trong \(periodName), \(place) "
    text +=
      isOfCounter
      ? "\(received > 0 ? "có \(dossiers(received))" : "không có hồ sơ") mới tiếp nhận thuộc thẩm quyền "
        + "giải quyết"
      : received > 0 ? "tiếp nhận \(dossiers(received))" : "không tiếp nhận hồ sơ mới"
    if received > 0 {
      text +=
        ", trong đó trực tuyến \(dossiers(online)), trực tiếp và qua dịch vụ bưu chính công "
        + "ích \(dossiers(received - online))"
      if !isOfCounter {
        text += "; tỷ lệ hồ sơ tiếp nhận trực tuyến " + rate("one-stop.online-intake")
      }
    }
    let from = carried > 0 ? dossiers(carried) : "không có hồ sơ"
    return text + ". Từ kỳ trước chuyển qua: \(from). Tổng số hồ sơ phải giải quyết trong kỳ: "
      + "\(dossiers(received + carried))."
  }

  private func resolved() -> String {
    guard let resolved = count("dossiers.resolved"), resolved > 0 else {
      return "Trong kỳ chưa có hồ sơ nào được giải quyết xong."
    }
    let parts = [
      ("trước hạn", "dossiers.resolved.early"), ("đúng hạn", "dossiers.resolved.on-time"),
      ("quá hạn", "dossiers.resolved.late"),
    ]
    return "Đã giải quyết \(dossiers(resolved)) (\(list(parts))); tỷ lệ hồ sơ giải quyết trước hạn "
      + "và đúng hạn \(rate("one-stop.on-time"))."
  }

  private func pending() -> String {
    guard let pending = count("dossiers.pending"), pending > 0 else {
      return "Đến hết kỳ báo cáo không còn hồ sơ đang giải quyết."
    }
    let parts = [
      ("trong hạn", "dossiers.pending.in-time"), ("quá hạn", "dossiers.pending.overdue"),
    ]
    return "Đến hết kỳ báo cáo còn \(dossiers(pending)) đang giải quyết (\(list(parts)))."
  }

  /// How many targets are met and missed; empty where nothing is held against a target.
  var targetSummary: String {
    let judged = figures.judged
    guard !judged.isEmpty else { return "" }
    let met = judged.count { $0.isMet == true }
    if judged.count == 1 {
      return
        "Chỉ có 01 chỉ tiêu có mức phấn đấu áp dụng cho kỳ này, kết quả \(met == 1 ? "đạt" : "chưa đạt")."
    }
    let opening =
      "Trong \(NumberText.inSentence(judged.count)) chỉ tiêu có mức phấn đấu áp dụng cho kỳ này"
    if met == judged.count { return opening + ", tất cả đều đạt." }
    if met == 0 { return opening + ", chưa có chỉ tiêu nào đạt." }
    return opening + ", có \(NumberText.inSentence(met)) chỉ tiêu đạt, "
      + "\(NumberText.inSentence(judged.count - met)) chỉ tiêu chưa đạt."
  }

  /// How many targets are met, and which are.
  func targets() -> [String] {
    let judged = figures.judged
    let met = judged.filter { $0.isMet == true }
    guard !judged.isEmpty else { return [] }
    guard !met.isEmpty, met.count < judged.count else { return [targetSummary] }
    return ["\(targetSummary) Các chỉ tiêu đạt: \(Self.list(met))."]
  }

  /// Which targets are missed; nothing where none is.
  func missedTargets() -> [String] {
    let missed = figures.judged.filter { $0.isMet == false }
    guard !missed.isEmpty else { return [] }
    return [
      "Còn \(NumberText.inSentence(missed.count)) chỉ tiêu chưa đạt mức phấn đấu: \(Self.list(missed))."
    ]
  }

  private static func list(_ figures: [Figure]) -> String {
    figures.map { "\(FirstLetter.small($0.indicator.name)) (\(NumberText.value(of: $0)))" }
      .joined(separator: "; ")
  }

  // MARK: - Words

  private func count(_ id: String) -> Int? { figures.words(of: id)?.figure.part?.numerator }

  private func dossiers(_ count: Int) -> String { "\(NumberText.inSentence(count)) hồ sơ" }

  private func list(_ parts: [(name: String, id: String)]) -> String {
    parts.map { "\($0.name) \(NumberText.inSentence(count($0.id) ?? 0))" }.joined(separator: ", ")
  }

  /// "đạt 98,25%, tăng 1,20 điểm phần trăm so với quý I năm 2023".
  private func rate(_ id: String) -> String {
    figures.words(of: id)?.achieved ?? FigureWords.noCases
  }
}
