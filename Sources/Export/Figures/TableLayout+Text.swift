import SurveyModel
import Tabulation

extension TableLayout {
  /// A number that stands under every column: a rank, a percentage, a count.
  enum Subcolumn: Sendable, Hashable {
    case rank
    case percent(Share.Of)
    case weightedPercent(Share.Of)
    case count, weightedCount
  }

  /// The numbers under each column: rank, percentages, counts, as far as the table has them.
  var subcolumns: [Subcolumn] {
    var out: [Subcolumn] = hasRanks ? [.rank] : []
    for kind in shareKinds {
      out.append(.percent(kind))
      if isWeighted { out.append(.weightedPercent(kind)) }
    }
    out.append(.count)
    if isWeighted { out.append(.weightedCount) }
    return out
  }

  /// The figure that stands in a cell under this subcolumn.
  func figure(_ row: Int, _ column: Int, _ subcolumn: Subcolumn) -> Figure? {
    let entry = figures.entries[row][column]
    switch subcolumn {
    case .rank: return entry.rank
    case .percent(let kind): return entry.shares.first { $0.of == kind }?.percent
    case .weightedPercent(let kind): return entry.shares.first { $0.of == kind }?.weighted
    case .count: return entry.count
    case .weightedCount: return entry.weightedCount
    }
  }

  /// What stands in a cell: the number, or the letter of the reason why there is none.
  func text(_ row: Int, _ column: Int, _ subcolumn: Subcolumn) -> String {
    guard let figure = figure(row, column, subcolumn) else { return "" }
    return figure.label(language) ?? mark(row, column)
  }

  /// What stands in a row with one number a column.
  func single(_ row: Int, _ column: Int) -> String {
    let entry = figures.entries[row][column]
    return (entry.value ?? entry.count)?.label(language) ?? mark(row, column)
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

  private func description(of source: Source) -> String {
    [source.label[language], source.sampling.label[language], source.collected, source.population]
      .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The letters explained, ties, and the table's notes.
  var footLines: [String] {
    var lines = reasons.enumerated().map { Self.letter($0.offset) + " " + $0.element[language] }
    let hasTies = figures.entries.contains { $0.contains { $0.rank?.isTied == true } }
    if table.isProtected { lines.insert(Wording.hiddenNote[language], at: 0) }
    if hasTies { lines.append(Wording.tieNote[language]) }
    return lines + table.notes.map { $0[language] }
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
