internal import SurveyModel

/// What a block of columns under one question is: ticks, mentions, ranks, or a grid of questions.
enum BlockGuess {
  /// A column per option, ticked or not.
  case ticks(MultipleChoice, options: [Int], other: Int?)
  /// Filled from the left with labels.
  case mentions(MultipleChoice)
  /// A column per item, each holding its rank.
  case ranks(RankingQuestion)
  /// A question a column.
  case grid

  /// - Parameter columns: the columns of the block, in order.
  init(_ columns: [EncodedColumn], layout: ExportLayout) {
    let answers = columns.filter { $0.column.role != .otherText }
    let other = columns.first { $0.column.role == .otherText }
    if layout.dialect == .sphinx, columns.allSatisfy({ Int($0.column.item ?? "") != nil }) {
      self = .mentions(
        MultipleChoice(list: CodeList(Self.labels(columns, layout)), layout: .mentions))
    } else if answers.count >= 2 || (answers.count == 1 && other != nil),
      let choice = Self.ticks(answers, layout, other: other != nil)
    {
      self = .ticks(
        choice, options: answers.map(\.column.position), other: other?.column.position)
    } else if answers.count >= 2, Self.areRanks(answers, layout) {
      self = .ranks(
        RankingQuestion(
          list: CodeList(Self.options(answers)), layout: .items, depth: answers.count))
    } else {
      self = .grid
    }
  }

  /// Every cell ticks its box, leaves it, or says why there is none.
  private static func ticks(
    _ columns: [EncodedColumn], _ layout: ExportLayout, other: Bool
  ) -> MultipleChoice? {
    let choice = MultipleChoice(
      list: CodeList(options(columns), allowsOther: other), layout: .columns)
    var anyText = false
    for (column, option) in zip(columns, choice.list.options) {
      let words = TickWords(choice: choice, option: option)
      let texts = column.answers(without: layout.missing).map(\.value.text)
      anyText = anyText || !texts.isEmpty
      // Digits alone may be ranks or scores.
      let isDigits = texts.allSatisfy { Int(trimmedText($0)) != nil }
      if isDigits && texts.contains(where: { !["0", "1"].contains(trimmedText($0)) }) {
        return nil
      }
      if !texts.allSatisfy({ words.isTicked($0) != nil }) { return nil }
    }
    return anyText ? choice : nil
  }

  /// Whole numbers from 1 to the number of columns, and all of them occur.
  private static func areRanks(_ columns: [EncodedColumn], _ layout: ExportLayout) -> Bool {
    var seen: Set<Int> = []
    for column in columns {
      for answer in column.answers(without: layout.missing) {
        guard let rank = Int(trimmedText(answer.value.text)), 1...columns.count ~= rank else {
          return false
        }
        seen.insert(rank)
      }
    }
    return seen.count == columns.count
  }

  private static func options(_ columns: [EncodedColumn]) -> [AnswerOption] {
    ColumnGuess.options(columns.map { $0.column.item ?? $0.column.heading })
  }

  /// The labels that occur in any column of the block, most frequent first.
  private static func labels(_ columns: [EncodedColumn], _ layout: ExportLayout) -> [AnswerOption] {
    var counts: [String: Int] = [:]
    for column in columns {
      for answer in column.answers(without: layout.missing) {
        counts[trimmedText(answer.value.text), default: 0] += answer.count
      }
    }
    let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return ColumnGuess.options(sorted.map(\.key))
  }
}
