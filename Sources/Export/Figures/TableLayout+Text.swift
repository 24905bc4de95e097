import SurveyModel
import Tabulation

extension TableLayout {
  /// A number that stands under every column: a rank, a percentage, a count.
  enum Subcolumn: Sendable, Hashable {
    case rank
    /// The places that a row may have.
    case rankRange
    case percent(Share.Of)
    case weightedPercent(Share.Of)
    /// Of the first percentage.
    case interval
    /// What columns say of each other: marks and letters.
    case letters
    case count, weightedCount
  }

  /// The numbers under each column: rank, percentages, counts, as far as the table has them.
  static func subcolumns(
    _ figures: TableFigures, _ shareKinds: [Share.Of], hasRanks: Bool, isWeighted: Bool
  ) -> [Subcolumn] {
    let entries = figures.entries.joined()
    var out: [Subcolumn] = hasRanks ? [.rank] : []
    if entries.contains(where: { $0.rankRange != nil }) { out.append(.rankRange) }
    for kind in shareKinds {
      out.append(.percent(kind))
      if isWeighted { out.append(.weightedPercent(kind)) }
      guard kind == shareKinds.first else { continue }
      if entries.contains(where: { $0.interval != nil }) { out.append(.interval) }
      if entries.contains(where: { $0.residual != nil || !$0.letters.isEmpty }) {
        out.append(.letters)
      }
    }
    out.append(.count)
    if isWeighted { out.append(.weightedCount) }
    return out
  }

  /// Those that some cell of the column has: a source of sessions has no shares of respondents.
  func subcolumns(of column: Int) -> [Subcolumn] {
    guard shareKinds.count > 1 else { return subcolumns }
    let kinds = Set(table.cells.lazy.flatMap { $0[column].shares.lazy.map(\.of) })
    guard !kinds.isEmpty else { return subcolumns }
    return subcolumns.filter { subcolumn in
      switch subcolumn {
      case .percent(let of), .weightedPercent(let of): kinds.contains(of)
      case .rank, .count, .weightedCount, .rankRange, .interval, .letters: true
      }
    }
  }

  /// The figure that stands in a cell under this subcolumn.
  func figure(_ row: Int, _ column: Int, _ subcolumn: Subcolumn) -> Figure? {
    switch subcolumn {
    case .rank: figures.entries[row][column].rank
    case .percent(let kind):
      figures.entries[row][column].shares.first { $0.of == kind }?.percent
    case .weightedPercent(let kind):
      figures.entries[row][column].shares.first { $0.of == kind }?.weighted
    case .count: figures.entries[row][column].count
    case .weightedCount: figures.entries[row][column].weightedCount
    case .rankRange, .interval, .letters: nil
    }
  }

  /// What stands in a cell: the number, or the letter of the reason why there is none.
  func text(_ row: Int, _ column: Int, _ subcolumn: Subcolumn) -> String {
    var bytes: [UInt8] = []
    write(row, column, subcolumn, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8.
  func write(_ row: Int, _ column: Int, _ subcolumn: Subcolumn, to out: inout [UInt8]) {
    switch subcolumn {
    case .interval:
      out += (figures.entries[row][column].interval?.bracketed(language) ?? "").utf8
    case .rankRange:
      out += (figures.entries[row][column].rankRange?.joined(language) ?? "").utf8
    case .letters: out += figures.entries[row][column].comparison.utf8
    case .rank, .percent, .weightedPercent, .count, .weightedCount:
      guard let figure = figure(row, column, subcolumn) else { return }
      if !figure.write(language, to: &out) { out += mark(row, column).utf8 }
    }
  }

  /// What stands in a row with one number a column.
  func single(_ row: Int, _ column: Int) -> String {
    let entry = figures.entries[row][column]
    let number = (entry.value ?? entry.count)?.label(language) ?? mark(row, column)
    guard entry.value != nil, let interval = entry.interval else { return number }
    return "\(number) \(interval.bracketed(language))"
  }

  /// The base of a column where it belongs: respondents under the counts, mentions under their
  /// percentages.
  func base(_ column: TableFigures.Column, under subcolumn: Subcolumn) -> String {
    switch subcolumn {
    case .count: column.base.label(language) ?? ""
    case .percent(.mentions): column.mentions?.label(language) ?? ""
    default: ""
    }
  }

  func weightedBase(_ column: TableFigures.Column, under subcolumn: Subcolumn) -> String {
    switch subcolumn {
    case .weightedCount: column.weightedBase?.label(language) ?? ""
    case .weightedPercent(.mentions): column.weightedMentions?.label(language) ?? ""
    default: ""
    }
  }

  /// The effective size of a column's base, where the intervals stand that it explains.
  func effectiveBase(_ column: TableFigures.Column, under subcolumn: Subcolumn) -> String {
    subcolumn == .weightedCount ? column.effectiveBase?.label(language) ?? "" : ""
  }

  var hasEffectiveBases: Bool { figures.columns.contains { $0.effectiveBase != nil } }

  /// `Test d'indépendance : khi-deux = 12,34 (ddl 4), p = 0,015 ; V de Cramér = 0,21 ; …`
  var testLines: [String] {
    let whole = figures.tests.filter { $0.test.row == nil }.map { testLine($0) }
    let options = figures.tests.filter { $0.test.row != nil }
    guard !options.isEmpty else { return whole }
    let parts = options.map { test in
      let row = table.stub.indices.first { table.rowName($0) == test.test.row }
      let name = row.map { table.stub[$0].label[language] } ?? test.test.row ?? ""
      return name + Wording.colon[language] + testParts(test).joined(separator: ", ")
    }
    let separator = language == .french ? "\u{A0}; " : "; "
    return whole + [
      Wording.optionTests[language] + Wording.colon[language] + parts.joined(separator: separator)
        + "."
    ]
  }

  private func testLine(_ test: TableFigures.Test) -> String {
    Wording.of(test.test.method, language) + Wording.colon[language]
      + testParts(test).joined(separator: language == .french ? "\u{A0}; " : "; ") + "."
  }

  private func testParts(_ test: TableFigures.Test) -> [String] {
    let isF = test.test.degreesOfFreedom.count == 2
    func equal(_ word: String, _ figure: Figure?) -> String? {
      guard let text = figure?.label(language) else { return nil }
      return text.hasPrefix("<") ? "\(word) \(text)" : "\(word) = \(text)"
    }
    var parts: [String] = []
    if var text = equal(isF ? "F" : Wording.chiSquared[language], test.statistic) {
      if !test.freedom.isEmpty {
        let list = test.freedom.compactMap { $0.label(language) }
          .joined(separator: language == .french ? "\u{A0}; " : "; ")
        text += " (\(Wording.freedom[language]) \(list))"
      }
      parts.append(text)
    }
    if let text = equal("p", test.p) { parts.append(text) }
    if let text = equal(Wording.adjustedP[language], test.adjustedP) { parts.append(text) }
    if let text = equal(Wording.cramersV[language], test.cramersV) { parts.append(text) }
    if test.test.row == nil, let text = equal(Wording.pem[language], test.maximalDeviation) {
      parts.append(text)
    }
    return parts
  }

  var stubHeading: String {
    let isThemes = body.contains { table.stub[$0].kind == .theme }
    return (isThemes ? Wording.theme : Wording.answer)[language]
  }

  /// A line of a table's head: `Source : …`.
  struct HeadLine: Sendable, Hashable {
    var word: String
    var text: String
  }

  /// Where the numbers come from, what was asked, who is the 100 %.
  var headLines: [HeadLine] {
    var lines = table.sources.map {
      HeadLine(word: Wording.source[language], text: description(of: $0))
    }
    let title = table.title[language]
    // Under the full wording its short form says nothing new.
    if let question = table.question?.text[language], question.count > title.count {
      lines.append(HeadLine(word: Wording.question[language], text: question))
    }
    if let by = table.by, !title.contains(by.text[language]) {
      lines.append(HeadLine(word: Wording.by[language], text: by.text[language]))
    }
    if let base = baseLine {
      lines.append(HeadLine(word: Wording.base[language], text: base))
    }
    return lines
  }

  /// `157 répondants à la question`, or the words alone where columns have bases of their own.
  private var baseLine: String? {
    guard let first = table.banner.first else { return nil }
    var parts: [String] = []
    if table.banner.count == 1 {
      let column = figures.columns[0]
      parts.append([column.base.label(language) ?? "", first.base.text[language]].joinedWords)
      if let weighted = column.weightedBase?.label(language) {
        parts.append([Wording.weightedBase[language].lowercased(), weighted].joinedWords)
      }
      if let size = column.effectiveBase?.label(language) {
        let effect = column.designEffect?.label(language) ?? ""
        parts.append(
          [
            Wording.effectiveBase[language].lowercased(), size,
            "(\(Wording.designEffect[language].lowercased()) \(effect))",
          ].joinedWords)
      }
      if let mentions = column.mentions?.label(language), let base = first.mentions {
        parts.append([mentions, base.text[language]].joinedWords)
      }
    } else {
      var texts: [String] = []
      for item in table.banner where !texts.contains(item.base.text[language]) {
        texts.append(item.base.text[language])
      }
      parts = texts
    }
    if let reason = first.base.reason, first.base.n == 0, first.base.protection == nil {
      parts.append(reason[language])
    }
    return parts.joined(separator: language == .french ? "\u{A0}; " : "; ")
  }

  func description(of source: Source) -> String { source.described(in: language) }

  /// The letters explained, ties, and the table's notes.
  var footLines: [String] {
    var lines = reasons.enumerated().map { Self.letter($0.offset) + " " + $0.element[language] }
    let hasTies = figures.entries.contains { $0.contains { $0.rank?.isTied == true } }
    if table.isProtected { lines.insert(Wording.hiddenNote[language], at: 0) }
    if hasTies { lines.append(Wording.tieNote[language]) }
    return lines + testLines + table.notes.map { $0[language] }
  }
}

extension Source {
  /// `Enquête en ligne, répondants volontaires, 2023, habitants`.
  func described(in language: Language) -> String {
    [label[language], sampling.label[language], collected?[language], population?[language]]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension TableLayout.Subcolumn {
  /// The heading in full.
  var heading: Bilingual {
    switch self {
    case .rank: Wording.rank.text
    case .percent(let kind): Wording.percent(of: kind).text
    case .weightedPercent(let kind):
      Self.joined(Wording.percent(of: kind), Wording.weighted)
    case .interval: Wording.interval.text
    case .rankRange: Wording.rankRange.text
    case .letters: Wording.letters.text
    case .count: Wording.count.text
    case .weightedCount: Wording.weightedCount.text
    }
  }

  /// The heading where room is scarce; a percentage that stands alone is `%`.
  func shortHeading(isOnlyShare: Bool) -> Bilingual {
    switch self {
    case .rank: Wording.rank.text
    case .percent(let kind):
      (isOnlyShare && kind == .respondents ? Wording.percent : .shortPercent(of: kind)).text
    case .weightedPercent(let kind):
      Self.joined(
        isOnlyShare && kind == .respondents ? .percent : .shortPercent(of: kind), .shortWeighted)
    case .interval: Wording.shortInterval.text
    case .rankRange: Wording.rankRange.text
    case .letters: Wording.letters.text
    case .count: Wording.count.text
    case .weightedCount: Wording.weightedCount.text
    }
  }

  private static func joined(_ first: Wording, _ second: Wording) -> Bilingual {
    Bilingual(
      fr: first.text.fr + " " + second.text.fr, en: first.text.en + " " + second.text.en)
  }
}

extension [String] {
  /// The parts that are not empty, with a space between.
  fileprivate var joinedWords: String { filter { !$0.isEmpty }.joined(separator: " ") }
}
