import SurveyModel

extension QuestionnaireReader {
  /// The columns that a question names, checked against its layout.
  mutating func columns(_ fields: Fields, response: ResponseType?) -> [ColumnName] {
    let single = fields["column"].flatMap { columnName($0) }
    guard let entry = fields["columns"] else { return single.map { [$0] } ?? [] }
    if let column = fields["column"] {
      reader.report(.columnTwice("column", "columns", at: reader.place(column.line)))
    }
    if let option = response?.codeList?.options.first(where: { $0.column != nil }) {
      let place = option.column?.location ?? reader.place(entry.line)
      reader.report(.columnTwice("column", "columns", at: place))
    }
    guard let texts = reader.texts(entry) else { return [] }
    if let response { check(texts, entry, response) }
    return texts.map { ColumnName($0.text, at: reader.place($0.line)) }
  }

  private static let options = Bilingual(fr: "options", en: "options")
  private static let ranks = Bilingual(fr: "rangs", en: "ranks")

  private mutating func check(
    _ columns: [LocatedText], _ entry: YAMLEntry, _ response: ResponseType
  ) {
    let place = reader.place(entry.value.line)
    switch response {
    case .multiple(let choice):
      let count = choice.list.options.count
      switch choice.layout {
      case .cell where columns.count > 1:
        reader.report(.columnsNotForLayout("layout: cell", at: place))
      case .columns:
        // One more for what is typed beside the list.
        let isOther = choice.list.allowsOther && columns.count == count + 1
        if columns.count != count, !isOther {
          reader.report(
            .columnsCount(
              found: columns.count, expected: count, unit: Self.options, at: place))
        }
      default: break
      }
    case .ranking(let ranking):
      switch ranking.layout {
      case .cell where columns.count > 1:
        reader.report(.columnsNotForLayout("layout: cell", at: place))
      case .items where columns.count != ranking.list.options.count:
        reader.report(
          .columnsCount(
            found: columns.count, expected: ranking.list.options.count, unit: Self.options,
            at: place))
      case .ranks:
        if let depth = ranking.depth, columns.count != depth {
          reader.report(
            .columnsCount(
              found: columns.count, expected: depth, unit: Self.ranks, at: place))
        }
      default: break
      }
    default: break
    }
    var seen: Set<String> = []
    for column in columns where !seen.insert(foldedLabel(column.text)).inserted {
      reader.report(
        .duplicateKey(
          column.text,
          firstLine: columns.first { foldedLabel($0.text) == foldedLabel(column.text) }?.line ?? 0,
          at: reader.place(column.line)))
    }
  }
}
