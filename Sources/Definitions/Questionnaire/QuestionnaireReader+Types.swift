import SurveyModel

extension QuestionnaireReader {
  /// What kind of answer a question takes, from the keys that its type has.
  mutating func responseType(_ type: QuestionType, _ fields: Fields) -> ResponseType? {
    switch type {
    case .single:
      guard let list = codeList(fields, type: type) else { return nil }
      refuseOptionColumns(list)
      return .single(list)
    case .multiple: return multiple(fields)
    case .scale: return scale(fields)
    case .number: return .number
    case .date:
      let order = reader.word(fields["order"], among: DateOrder.allCases.map(\.rawValue))
      return .date(order.flatMap(DateOrder.init(rawValue:)))
    case .ranking: return ranking(fields)
    case .open: return .openText
    case .quartier: return .quartier
    case .personalData: return .personalData
    case .ignored: return .ignored
    }
  }

  private mutating func multiple(_ fields: Fields) -> ResponseType? {
    let list = codeList(fields, type: .multiple)
    let word = reader.word(
      fields["layout"], among: ["cell", "columns", "mentions"], code: .unknownLayout)
    let separator = separator(fields, layout: word)
    for key in ["ticked", "not-ticked"] {
      if let entry = fields[key], fields["layout"] != nil, word != nil, word != "columns" {
        reader.report(.tickedWithoutColumns(key, at: reader.place(entry.line)))
      }
    }
    let ticked = reader.texts(fields["ticked"])?.map(\.text) ?? []
    let unticked = reader.texts(fields["not-ticked"])?.map(\.text) ?? []
    let limit = reader.number(fields["limit"], in: 1...max(list?.options.count ?? 999, 1))
    guard let list else { return nil }
    if let word, word != "columns" { refuseOptionColumns(list) }
    let layout: MultipleChoice.Layout? =
      switch word {
      case "cell": separator.map { .cell(separator: $0) }
      case "columns": .columns
      case "mentions": .mentions
      default: nil
      }
    return .multiple(
      MultipleChoice(
        list: list, layout: layout, limit: limit, ticked: ticked, unticked: unticked))
  }

  private mutating func ranking(_ fields: Fields) -> ResponseType? {
    let list = codeList(fields, type: .ranking)
    let word = reader.word(
      fields["layout"], among: ["ranks", "items", "cell"], code: .unknownLayout)
    let separator = separator(fields, layout: word)
    let depth = reader.number(fields["depth"], in: 1...max(list?.options.count ?? 999, 1))
    let points = points(fields, depth: depth, optionCount: list?.options.count)
    guard let list else { return nil }
    if let word, word != "items" { refuseOptionColumns(list) }
    let layout: RankingQuestion.Layout? =
      switch word {
      case "ranks": .ranks
      case "items": .items
      case "cell": separator.map { .cell(separator: $0) }
      default: nil
      }
    return .ranking(RankingQuestion(list: list, layout: layout, depth: depth, points: points))
  }

  /// The separator of a cell, which must be there exactly when the layout is `cell`.
  private mutating func separator(_ fields: Fields, layout: String?) -> String? {
    guard let entry = fields["separator"] else {
      if layout == "cell" {
        reader.report(.missingSeparator(at: reader.place(fields.line(of: "layout"))))
      }
      return nil
    }
    let layoutIsUnread = fields["layout"] != nil && layout == nil
    if layout != "cell", !layoutIsUnread {
      reader.report(.separatorWithoutCell(at: reader.place(entry.line)))
    }
    return reader.exactText(entry, choices: ["\", \"", "\";\"", "\"|\""])
  }

  private mutating func points(_ fields: Fields, depth: Int?, optionCount: Int?) -> [Int] {
    guard let entry = fields["points"] else { return [] }
    let ranks = depth ?? min(optionCount ?? 3, 3)
    guard entry.value.entries == nil, let texts = reader.texts(entry) else {
      if entry.value.entries != nil {
        reader.report(.badPoints("{…}", ranks: ranks, at: reader.place(entry.value.line)))
      }
      return []
    }
    let points = texts.compactMap { Int($0.text) }
    let descends = zip(points, points.dropFirst()).allSatisfy { $0 >= $1 }
    let fits = depth.map { $0 == points.count } ?? (points.count <= optionCount ?? points.count)
    let isPlausible = points.allSatisfy { (0...1_000_000).contains($0) }
    guard points.count == texts.count, descends, fits, isPlausible else {
      let found = texts.map(\.text).joined(separator: ", ")
      reader.report(.badPoints(found, ranks: ranks, at: reader.place(entry.value.line)))
      return []
    }
    return points
  }

  /// Where the options share their columns, none has its own.
  mutating func refuseOptionColumns(_ list: CodeList) {
    for option in list.options {
      if let place = option.column?.location { reader.report(.optionColumnUnused(at: place)) }
    }
  }
}
