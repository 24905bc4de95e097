import SurveyModel

extension ChartData {
  /// What the chart shows, in words, as one text.
  public var description: String { sentences.joined(separator: " ") }

  /// What the chart shows, in words: for readers who do not see it, and for those who read first.
  ///
  /// Every number in it is one of the chart's figures.
  var sentences: [String] {
    let sentences: [String]
    switch kind {
    case .rankedBars: sentences = [best == nil ? ranking(marks) : enumeration(marks)]
    case .columns: sentences = [period]
    case .heatMap: sentences = groups.map(groupRanking)
    case .priorities, .podium: sentences = groups.map(groupRanking) + gaps.map(gapSentence)
    case .divergingBars: sentences = groups.map(boxes)
    case .stackedRanks: sentences = items.map(ranks)
    case .lines: sentences = items.map(course)
    }
    let said = sentences.filter { !$0.isEmpty }
    return (said.isEmpty ? [ChartWord.noAnswers[language]] : said)
      .map { Typography.set($0, language) }
  }

  /// Marks of one group and source; those of the whole come first.
  private var groups: [[Mark]] {
    inOrder(marks).runs { [$0.group ?? "", $0.source, $0.group == nil ? "" : "g"] }
  }

  private var items: [[Mark]] { marks.runs { $0.code ?? $0.label } }

  private var colon: String { Wording.colon[language] }

  /// `Propreté (28,7 %)`.
  private func named(_ mark: Mark) -> String {
    let number = mark.share?.label(language) ?? mark.count?.label(language)
    return mark.label + (number.map { " (\($0))" } ?? "")
  }

  /// The three that come first; all of them where they are few.
  private func ranking(_ marks: [Mark]) -> String {
    let shown = marks.filter { weight($0) > 0 && !$0.isOther }
    guard !shown.isEmpty else { return "" }
    let ordered = shown.enumerated().sorted {
      (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
    }.map(\.element)
    let names = ordered.prefix(3).map(named)
    let listed = names.dropFirst().joined(separator: ", ")
    let first = ChartWord.first[language] + colon + names[0]
    return Self.capitalised(first)
      + (listed.isEmpty ? "." : ", \(ChartWord.then[language]) \(listed).")
  }

  private func weight(_ mark: Mark) -> Double {
    if let share = mark.share { return share.real ?? 0 }
    if case .whole(let count) = mark.count?.quantity { return Double(count) }
    return 0
  }

  /// `Du 5 juin 2023 au 30 juin 2023 ; maximum : 11 juin 2023 (9).`
  private var period: String {
    let dates = marks.compactMap { mark in
      mark.code.flatMap(CalendarText.init(iso:)).map { (date: $0, mark: mark) }
    }.sorted { $0.date.step < $1.date.step }
    guard let first = dates.first, let last = dates.last else { return "" }
    func count(_ mark: Mark) -> Int {
      if case .whole(let count) = mark.count?.quantity { count } else { 0 }
    }
    var text =
      ChartWord.fromDate[language] + " " + first.date.text(language) + " "
      + ChartWord.toDate[language] + " " + last.date.text(language)
    let most = dates.max { count($0.mark) < count($1.mark) }
    if let most, count(most.mark) > 0, let number = most.mark.count?.label(language) {
      text += language == .french ? "\u{A0}; " : "; "
      text += ChartWord.mostOn[language] + colon + most.date.text(language) + " (\(number))"
    }
    return text + "."
  }

  private func enumeration(_ marks: [Mark]) -> String {
    marks.map(named).joined(separator: ", ") + "."
  }

  private func groupName(_ mark: Mark) -> String {
    let isAcross =
      kind == .priorities || kind == .podium && marks.contains { $0.source != mark.source }
    let name = (mark.group ?? whole) + (isAcross ? ", " + mark.sourceLabel : "")
    guard let base = mark.base.label(language) else { return name }
    return name + " (n\u{A0}=\u{A0}\(base))"
  }

  private func groupRanking(_ marks: [Mark]) -> String {
    let shown = marks.filter { weight($0) > 0 }.enumerated().sorted {
      (weight($1.element), $0.offset) < (weight($0.element), $1.offset)
    }.prefix(3).map { named($0.element) }
    guard !shown.isEmpty else { return gapSentence(marks[0]) }
    return groupName(marks[0]) + colon + shown.joined(separator: ", ") + "."
  }

  private func gapSentence(_ mark: Mark) -> String {
    groupName(mark) + colon + (mark.reason ?? ChartWord.noData[language]) + "."
  }

  private func boxes(_ row: [Mark]) -> String {
    let nets = totals.filter { $0.group == row[0].group && $0.source == row[0].source }
    guard weight(row[0]) > 0 || row.contains(where: { weight($0) > 0 }) else {
      return gapSentence(row[0])
    }
    let parts = nets.compactMap { net -> String? in
      guard let share = net.share?.label(language) else { return nil }
      let word: ChartWord = net.code == "top-box" ? .favourable : .unfavourable
      return word[language] + " " + share
    }
    let text =
      parts.isEmpty ? row.map(named).joined(separator: ", ") : parts.joined(separator: ", ")
    return groupName(row[0]) + colon + text + "."
  }

  private func ranks(_ row: [Mark]) -> String {
    let total = totals.first { $0.code == row[0].code && $0.label == row[0].label }
    let cited = total?.share?.label(language).map { ChartWord.citedAnyRank[language] + " " + $0 }
    let parts = row.compactMap { mark -> String? in
      guard let share = mark.share?.label(language) else { return nil }
      return (mark.series ?? "") + " " + share
    }
    return row[0].label + colon + ([cited].compactMap { $0 } + parts).joined(separator: ", ") + "."
  }

  private func course(_ row: [Mark]) -> String {
    let parts = row.compactMap { mark -> String? in
      guard let share = mark.share?.label(language) else { return nil }
      return (mark.group ?? whole) + " " + share
    }
    return row[0].label + colon + parts.joined(separator: ", ") + "."
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
