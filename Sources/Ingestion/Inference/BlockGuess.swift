internal import SurveyModel

/// What a block of columns under one question is: ticks, mentions, ranks, or a grid of questions.
enum BlockGuess {
  /// A column per option, ticked or not.
  case ticks(MultipleChoice, options: [Int], other: Int?)
  /// Filled from the left with labels.
  case mentions(MultipleChoice)
  /// A column per item, each holding its rank.
  case items(RankingQuestion)
  /// A column per rank, each holding an item.
  case ranks(RankingQuestion)
  /// A question a column.
  case grid

  /// - Parameter columns: the columns of the block, in order.
  init(_ columns: [EncodedColumn], layout: ExportLayout) {
    let answers = columns.filter { $0.column.role != .otherText }
    let other = columns.first { $0.column.role == .otherText }
    if columns.allSatisfy({ Int($0.column.item ?? "") != nil }),
      [.sphinx, .plain, .phone, .long, .googleForms].contains(layout.dialect)
    {
      self = .mentions(
        MultipleChoice(list: CodeList(Self.labels(columns, layout)), layout: .mentions))
    } else if answers.count >= 2,
      answers.allSatisfy({ Self.namesRank($0.column.item ?? "", layout) }),
      !Self.areNumbers(answers, layout)
    {
      self = .ranks(
        RankingQuestion(
          list: CodeList(Self.labels(answers, layout)), layout: .ranks, depth: answers.count))
    } else if answers.count >= 2 || (answers.count == 1 && other != nil),
      let choice = Self.ticks(answers, layout, other: other != nil)
    {
      self = .ticks(
        choice, options: answers.map(\.column.position), other: other?.column.position)
    } else if answers.count >= 2, Self.areRanks(answers, layout) {
      self = .items(
        RankingQuestion(
          list: CodeList(Self.options(answers)), layout: .items, depth: answers.count))
    } else {
      self = .grid
    }
  }

  /// `Rank 1`, `Rang 2`, `Classement 3`.
  private static func namesRank(_ item: String, _ layout: ExportLayout) -> Bool {
    // `CODE[1]`, `CODE[2]`: one column a rank.
    if layout.ranking == .ranks, Int(item) != nil { return true }
    let words = foldedPlace(item).split(separator: " ")
    return words.count == 2 && ["rank", "rang", "classement"].contains(words[0])
      && Int(words[1]) != nil
  }

  /// Cells that hold numbers are ranks or scores of an item, not the item at a rank.
  private static func areNumbers(_ columns: [EncodedColumn], _ layout: ExportLayout) -> Bool {
    columns.allSatisfy { column in
      column.answers(without: layout.missing).allSatisfy { readNumber($0.value.text) != nil }
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
      anyText = anyText || !texts.isEmpty || column.count(of: layout.missing) > 0
      // Digits alone may be ranks or scores.
      let isDigits = texts.allSatisfy { Int(trimmedText($0)) != nil }
      if isDigits && texts.contains(where: { !["0", "1"].contains(trimmedText($0)) }) {
        return nil
      }
      if !texts.allSatisfy({ words.isTicked($0) != nil }) { return nil }
    }
    return anyText ? choice : nil
  }

  /// Whole numbers from 1 to the number of columns, all of which occur, and hardly anybody gives
  /// one of them twice: a grid of scores does.
  private static func areRanks(_ columns: [EncodedColumn], _ layout: ExportLayout) -> Bool {
    var seen: Set<Int> = []
    let ranks = columns.map { column in
      column.counts.indices.map { column.text(of: $0).flatMap { Int(trimmedText($0.text)) } }
    }
    for column in columns {
      for answer in column.answers(without: layout.missing) {
        guard let rank = Int(trimmedText(answer.value.text)), 1...columns.count ~= rank else {
          return false
        }
        seen.insert(rank)
      }
    }
    guard seen.count == columns.count else { return false }
    let joint = JointColumn(columns, recordCount: columns[0].codes.count)
    var clean = 0
    var total = 0
    for (row, count) in zip(joint.rows, joint.counts) {
      let given = zip(ranks, row).compactMap { $0[$1] }
      guard given.count > 1 else { continue }
      total += count
      if Set(given).count == given.count { clean += count }
    }
    return clean * 10 >= total * 9
  }

  private static func options(_ columns: [EncodedColumn]) -> [AnswerOption] {
    ColumnGuess.options(columns.map { $0.column.item ?? $0.column.heading })
  }

  /// The labels that occur in any column of the block, most frequent first.
  private static func labels(_ columns: [EncodedColumn], _ layout: ExportLayout) -> [AnswerOption] {
    ColumnGuess.options(labelCounts(columns, layout).map(\.label))
  }

  /// The same with how often each occurs.
  static func labelCounts(_ columns: [EncodedColumn], _ layout: ExportLayout) -> [LabelCount] {
    mergedLabels(columns.flatMap { $0.answers(without: layout.missing) })
  }
}
