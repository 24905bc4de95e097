import SurveyModel

/// Turns the tree of a questionnaire file into questions.
struct QuestionnaireReader {
  var reader: DefinitionReader
  /// Questions by id, in so far as they could be read.
  var declared: [String: Declared] = [:]
  var themeUses: [QuestionnaireReading.ThemeUse] = []
  var quartierQuestions: [QuestionnaireReading.DeclaredQuestion] = []
  /// `asked-if` as written, checked when every question is known.
  var routings: [WrittenRouting] = []
  /// The list that `codes:` names, and the bytes of it.
  var codeTable = CodeTable()
  var files: [DefinitionFile] = []

  /// What `asked-if` must know of a question.
  struct Declared {
    var position: Int
    var line: Int
    var type: String
    var answers: Answers

    enum Answers {
      case options([AnswerOption], allowsOther: Bool)
      case range(ClosedRange<Int>)
      case none
      /// The type or the options could not be read; that has been reported.
      case unknown
    }
  }

  init(file: String) { reader = DefinitionReader(file: file) }

  static let keys = ["title", "export", "weight", "exclude", "codes", "questions"]
  private static let example = "questions:"
  private static let exampleQuestion = "- { id: age, text: Quel âge avez-vous ?, type: number }"
  static let whole = Bilingual(fr: "un questionnaire", en: "a questionnaire")

  mutating func questionnaire(_ root: YAMLNode) -> Questionnaire? {
    guard
      let fields = reader.fields(
        root, of: Self.whole, name: "questionnaire",
        known: Self.keys, example: Self.example)
    else { return nil }
    let title = reader.bilingual(fields["title"]) ?? Bilingual(FileReading.stem(of: reader.file))
    let form = fields["export"].flatMap { self.form($0) }
    let weight = fields["weight"].flatMap { columnName($0) }
    let exclusions = fields["exclude"].map { self.exclusions($0) } ?? []
    if let entry = fields["codes"] { readCodes(entry) }
    var questions: [Question] = []
    if let entry = reader.required("questions", in: fields, example: Self.example),
      let items = reader.list(entry, example: Self.exampleQuestion)
    {
      for (position, item) in items.enumerated() {
        if let question = question(item, position: position) { questions.append(question) }
      }
    }
    checkRoutings()
    for name in codeTable.unused { reader.report(.codesNotUsed(name.text, at: name.place)) }
    return Questionnaire(
      title: title, file: reader.file, questions: questions, weight: weight,
      exclusions: exclusions, form: form ?? ExportForm())
  }

  mutating func columnName(_ entry: YAMLEntry) -> ColumnName? {
    reader.text(entry).map { ColumnName($0, at: reader.place(entry.value.line)) }
  }
}
