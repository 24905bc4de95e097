internal import SurveyModel

/// Finds the columns that answer each question of a questionnaire, and says all that do not match.
struct ColumnBinder {
  let index: HeadingIndex
  /// The export's name, for messages.
  let file: String
  private(set) var problems: [Problem] = []

  init(_ layout: ExportLayout, file: String) {
    index = HeadingIndex(layout)
    self.file = file
  }

  mutating func bind(_ question: Question) -> ColumnShape {
    switch question.type {
    case .personalData, .ignored: return .none
    case .multiple(let choice): return bind(question, choice)
    case .ranking(let ranking): return bind(question, ranking)
    default: return one(question)
    }
  }

  /// The columns that a personal or ignored question names, which are read past.
  func columnsReadPast(_ question: Question) -> [Int] {
    let names = question.columns.isEmpty ? names(of: question) : question.columns.map(\.text)
    return names.flatMap { index.columns(named: $0) }
  }

  // MARK: one column

  private mutating func one(_ question: Question) -> ColumnShape {
    guard let found = candidates(question) else { return .none }
    if found.count > 1 {
      problems.append(.severalColumns(question, found.map { index.layout.columns[$0] }, file))
      return .none
    }
    return .one(found[0])
  }

  /// All columns that the question's names mean; `nil`, and a problem, when there is none.
  private mutating func candidates(_ question: Question) -> [Int]? {
    if question.columns.isEmpty {
      for name in names(of: question) {
        let found = index.columns(named: name)
        if !found.isEmpty { return found }
      }
      problems.append(
        .noColumn(question, question.text.fr, index.suggestion(for: question.text.fr), file))
      return nil
    }
    var found: [Int] = []
    for name in question.columns {
      let positions = index.columns(named: name.text)
      if positions.isEmpty {
        problems.append(.noColumn(question, name.text, index.suggestion(for: name.text), file))
        return nil
      }
      if question.columns.count > 1 && positions.count > 1 {
        problems.append(
          .severalColumns(question, positions.map { index.layout.columns[$0] }, file))
        return nil
      }
      found += positions
    }
    return found
  }

  private func names(of question: Question) -> [String] {
    [question.text.fr, question.text.en, question.id]
  }

  // MARK: several answers

  private mutating func bind(_ question: Question, _ choice: MultipleChoice) -> ColumnShape {
    if choice.list.options.contains(where: { $0.column != nil }) {
      return namedOptions(question, choice)
    }
    guard let found = candidates(question) else { return .none }
    switch choice.layout {
    case .cell: return single(found, question)
    case .mentions: return .mentions(found)
    case .columns: return options(found, question, choice.list)
    case nil:
      if found.count == 1 { return .one(found[0]) }
      if isNumbered(found, choice.list) {
        problems.append(.numberedColumns(question, found.map { index.layout.columns[$0] }, file))
        return .none
      }
      return options(found, question, choice.list)
    }
  }

  /// `Q5_1, Q5_2…`, where the numbers may be those of options or of mentions.
  private func isNumbered(_ found: [Int], _ list: CodeList) -> Bool {
    let known = Set(list.options.flatMap { [$0.label.fr, $0.label.en, $0.code] + $0.aliases })
    return found.enumerated().allSatisfy { place, position in
      let column = index.layout.columns[position]
      let number =
        column.item.flatMap { Int($0) } ?? splitNumbered(trimmedText(column.heading))?.number
      return number == place + 1 && !known.contains(String(place + 1))
    }
  }

  private mutating func single(_ found: [Int], _ question: Question) -> ColumnShape {
    if found.count == 1 { return .one(found[0]) }
    problems.append(.severalColumns(question, found.map { index.layout.columns[$0] }, file))
    return .none
  }

  private mutating func namedOptions(_ question: Question, _ choice: MultipleChoice) -> ColumnShape
  {
    var positions: [Int?] = []
    for option in choice.list.options {
      let name = option.column?.text ?? option.label.fr
      let found = index.columns(named: name)
      if found.count != 1 {
        problems.append(.noColumn(question, name, index.suggestion(for: name), file))
      }
      positions.append(found.first)
    }
    return .options(positions, other: nil)
  }

  /// A block of columns, matched to the options by what stands in brackets or under the question.
  private mutating func options(
    _ found: [Int], _ question: Question, _ list: CodeList
  ) -> ColumnShape {
    if question.columns.count == list.options.count, question.columns.count == found.count {
      return .options(found, other: nil)
    }
    // Every option has a column, those that stand for the absence of an answer too.
    var plain = list
    for index in plain.options.indices { plain.options[index].missing = nil }
    let reader = ListReader(list: plain, missing: [])
    var positions = [Int?](repeating: nil, count: list.options.count)
    var other: Int?
    for position in found {
      let column = index.layout.columns[position]
      let item = column.item ?? column.heading
      if case .option(let option) = reader.read(item).reading {
        positions[option] = position
      } else if list.allowsOther && (column.role == .otherText || other == nil) {
        other = position
      } else {
        problems.append(.columnWithoutOption(question, column, file))
      }
    }
    for (option, position) in zip(list.options, positions) where position == nil {
      problems.append(.optionWithoutColumn(question, option, file))
    }
    return .options(positions, other: other)
  }

  // MARK: rankings

  private mutating func bind(_ question: Question, _ ranking: RankingQuestion) -> ColumnShape {
    guard let found = candidates(question) else { return .none }
    switch ranking.layout {
    case .cell: return single(found, question)
    case .ranks: return .ranks(found)
    case .items: return items(found, question, ranking.list)
    case nil:
      if found.count == 1 { return .one(found[0]) }
      switch index.layout.ranking {
      case .ranks: return .ranks(found)
      case .items: return items(found, question, ranking.list)
      case .cell, nil:
        problems.append(.rankingLayout(question, found.count, file))
        return .none
      }
    }
  }

  private mutating func items(
    _ found: [Int], _ question: Question, _ list: CodeList
  ) -> ColumnShape {
    if case .options(let positions, _) = options(found, question, list) {
      return .items(positions)
    }
    return .none
  }
}
