import SurveyModel

extension QuestionnaireReader {
  static let formKeys = ["dialect", "header-rows", "long"]
  static let longKeys = ["respondent", "question", "answer"]

  private static let formExample = "export: { dialect: plain, header-rows: 2 }"
  private static let longExample = "long: { respondent: …, question: …, answer: … }"

  /// How the export is to be read, where the questionnaire says so.
  mutating func form(_ entry: YAMLEntry) -> ExportForm? {
    guard
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "la forme d'un export", en: "the form of an export"),
        name: "export", known: Self.formKeys, example: Self.formExample)
    else { return nil }
    let form = reader.form(fields)
    guard let long = fields["long"] else { return form }
    guard
      let columns = reader.fields(
        long.value, of: Bilingual(fr: "une ligne par réponse", en: "a line an answer"),
        name: "long", known: Self.longKeys, example: Self.longExample)
    else { return nil }
    let names = Self.longKeys.map { key in
      reader.required(key, in: columns, example: "\(key): …").flatMap { columnName($0) }
    }
    guard let respondent = names[0], let question = names[1], let answer = names[2] else {
      return nil
    }
    return ExportForm(
      dialect: .long, headerRecords: form.headerRecords,
      long: LongForm(respondent: respondent, question: question, answer: answer))
  }
}

extension DefinitionReader {
  /// `dialect` and `header-rows`, as questionnaires and projects write them.
  mutating func form(_ fields: Fields) -> ExportForm {
    let dialects = Dialect.allCases.filter { $0 != .long }.map(\.rawValue)
    let word = word(fields["dialect"], among: dialects)
    return ExportForm(
      dialect: word.flatMap(Dialect.init(rawValue:)),
      headerRecords: number(fields["header-rows"], in: 1...50))
  }
}
