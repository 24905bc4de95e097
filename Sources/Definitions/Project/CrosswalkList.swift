import SurveyModel

/// Reads `crosswalk.csv` and holds it against the questionnaires of the project.
struct CrosswalkList {
  static let headings = [
    "source", "question", "option", "common question", "common option", "comparable", "note",
  ]
  private static let words: [String: Crosswalk.Comparability] = [
    "yes": .yes, "oui": .yes, "": .yes, "partly": .partly, "en partie": .partly, "no": .no,
    "non": .no,
  ]

  private(set) var crosswalk = Crosswalk()
  private(set) var problems: [Problem] = []
  private let questionnaires: [String: Questionnaire]
  /// All sources, also those that could not be read.
  private let declared: [String]
  private let quartiers: [Quartier]

  init(
    bytes: [UInt8], file: String, sources: [ProjectSource], declared: [String],
    quartiers: [Quartier]
  ) {
    questionnaires = Dictionary(
      sources.map { ($0.source.id, $0.questionnaire) }, uniquingKeysWith: { first, _ in first })
    self.declared = declared
    self.quartiers = quartiers
    // `common-question` and `common_question` are the same heading.
    let list = HeadedList(
      bytes: bytes, file: file,
      known: Self.headings + [
        "common-question", "common_question", "common-option", "common_option",
      ],
      required: ["source", "question"])
    problems = list.problems
    guard list.isUsable else { return }
    for row in list.rows {
      if let entry = entry(row) { crosswalk.entries.append(entry) }
    }
    checkWholes(file)
  }

  private mutating func entry(_ row: HeadedList.Row) -> Crosswalk.Entry? {
    func cell(_ name: String) -> String {
      [name, name.replacing(" ", with: "-"), name.replacing(" ", with: "_")]
        .map { row[$0] }.first { !$0.isEmpty } ?? ""
    }
    let (source, question, option) = (row["source"], row["question"], row["option"])
    let common = cell("common question")
    guard declared.contains(source) else {
      problems.append(.unknownSource(source, known: declared, at: row.place))
      return nil
    }
    guard !common.isEmpty else {
      problems.append(.emptyValue("common question", at: row.place))
      return nil
    }
    guard let comparable = Self.words[foldedLabel(row["comparable"])] else {
      problems.append(
        .unknownWord(
          .unknownWord, "comparable", row["comparable"], choices: ["yes", "partly", "no"],
          at: row.place))
      return nil
    }
    if comparable != .yes, row["note"].isEmpty {
      problems.append(.comparableWithoutNote(comparable, at: row.place))
      return nil
    }
    // A source that could not be read has its own problems.
    guard let questionnaire = questionnaires[source] else { return nil }
    guard let found = questionnaire.questions.first(where: { $0.id == question }) else {
      problems.append(
        .unknownQuestion(question, known: questionnaire.questions.map(\.id), at: row.place))
      return nil
    }
    guard let codes = codes(found) else {
      problems.append(.notPoolable(question, type: found.type.word, at: row.place))
      return nil
    }
    if !option.isEmpty, !codes.contains(option) {
      problems.append(
        .unknownCommonOption(
          option, question: question, nearest(to: option, among: codes), known: codes,
          at: row.place))
      return nil
    }
    let commonOption = cell("common option")
    if option.isEmpty, !commonOption.isEmpty {
      problems.append(.commonOptionOfWhole(commonOption, at: row.place))
      return nil
    }
    return Crosswalk.Entry(
      source: source, question: question, option: option.isEmpty ? nil : option,
      commonQuestion: common, commonOption: commonOption.isEmpty ? nil : commonOption,
      comparable: comparable, note: row["note"], location: row.place)
  }

  /// The codes of a question's rows; `nil` where its answers have none.
  private func codes(_ question: Question) -> [String]? {
    switch question.type {
    case .numericScale(let scale): scale.range.map(String.init)
    case .quartier: quartiers.map(\.code)
    default:
      question.type.codeList.map { list in
        list.answers.map(\.code) + (list.allowsOther ? ["other"] : [])
      }
    }
  }

  /// Each option once, each source by one question, no option forgotten.
  private mutating func checkWholes(_ file: String) {
    var seen: [[String]: Crosswalk.Entry] = [:]
    var questions: [[String]: Crosswalk.Entry] = [:]
    for entry in crosswalk.entries {
      let key = [entry.source, entry.question, entry.commonQuestion, entry.option ?? ""]
      if let first = seen[key] {
        problems.append(.mappedTwice(entry, first: first.location.line ?? 0))
      }
      seen[key] = seen[key] ?? entry
      let pair = [entry.source, entry.commonQuestion]
      if let first = questions[pair], first.question != entry.question {
        problems.append(.twoQuestionsForOne(entry, first: first))
      }
      questions[pair] = questions[pair] ?? entry
    }
    for (_, first) in questions.sorted(by: {
      ($0.value.location.line ?? 0) < ($1.value.location.line ?? 0)
    }) {
      let mine = crosswalk.entries.filter {
        $0.source == first.source && $0.commonQuestion == first.commonQuestion
      }
      if mine.contains(where: { $0.option == nil && $0.comparable == .no }) { continue }
      guard
        let question = questionnaires[first.source]?.questions.first(where: {
          $0.id == first.question
        }), let codes = codes(question)
      else { continue }
      let missing = codes.filter { code in !mine.contains { $0.option == code } }
      if !missing.isEmpty { problems.append(.optionsNotMapped(first, missing)) }
    }
  }
}

extension Problem {
  fileprivate static func comparableWithoutNote(
    _ word: Crosswalk.Comparability, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "no-note",
      Bilingual(
        fr: "comparable: \(word.rawValue) sans note : les tableaux doivent dire pourquoi",
        en: "comparable: \(word.rawValue) without a note: the tables must say why"),
      at: place,
      fix: Bilingual(
        fr: "écrivez dans note ce qui diffère", en: "write in note what differs"))
  }

  fileprivate static func notPoolable(
    _ question: String, type: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "not-poolable",
      Bilingual(
        fr: "la question « \(question) » (\(type)) n'a pas de modalités à rapprocher",
        en: "the question “\(question)” (\(type)) has no options to put side by side"),
      at: place,
      fix: Bilingual(
        fr: "rapprochez des questions à options, des échelles ou le quartier",
        en: "map questions with options, scales or the quartier"))
  }

  fileprivate static func unknownCommonOption(
    _ option: String, question: String, _ nearest: String?, known: [String],
    at place: SourceLocation
  ) -> Problem {
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? "…" : "")
    return Problem(
      .error, "unknown-option",
      Bilingual(
        fr: "la question « \(question) » n'a pas d'option « \(option) »",
        en: "the question “\(question)” has no option “\(option)”"),
      at: place,
      fix: nearest.map {
        Bilingual(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean “\($0)”?")
      } ?? Bilingual(fr: "ses codes : \(list)", en: "its codes: \(list)"))
  }

  fileprivate static func commonOptionOfWhole(
    _ option: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .error, "common-option-of-whole",
      Bilingual(
        fr: "« \(option) » est une modalité commune, mais la ligne ne nomme pas d'option",
        en: "“\(option)” is a common option, but the line names no option"),
      at: place,
      fix: Bilingual(
        fr: "nommez l'option ; une ligne sans option parle de la question entière",
        en: "name the option; a line without one speaks of the whole question"))
  }

  fileprivate static func mappedTwice(_ entry: Crosswalk.Entry, first: Int) -> Problem {
    let name = entry.option ?? entry.question
    return Problem(
      .error, "mapped-twice",
      Bilingual(
        fr: "« \(name) » est déjà rapproché pour cette question commune (ligne \(first))",
        en: "“\(name)” is already mapped for that common question (line \(first))"),
      at: entry.location, fix: Bilingual(fr: "gardez une ligne", en: "keep one line"))
  }

  fileprivate static func twoQuestionsForOne(
    _ entry: Crosswalk.Entry, first: Crosswalk.Entry
  ) -> Problem {
    Problem(
      .error, "two-questions-for-one",
      Bilingual(
        fr:
          "la source « \(entry.source) » répond à « \(entry.commonQuestion) » par deux questions : "
          + "« \(first.question) » et « \(entry.question) »",
        en: "the source “\(entry.source)” answers “\(entry.commonQuestion)” by two questions: "
          + "“\(first.question)” and “\(entry.question)”"),
      at: entry.location,
      fix: Bilingual(
        fr: "gardez-en une, ou donnez à l'autre une question commune à elle",
        en: "keep one of them, or give the other a common question of its own"))
  }

  fileprivate static func optionsNotMapped(
    _ entry: Crosswalk.Entry, _ missing: [String]
  ) -> Problem {
    let list = missing.prefix(8).joined(separator: ", ") + (missing.count > 8 ? "…" : "")
    let line = "\(entry.source),\(entry.question),\(missing[0]),\(entry.commonQuestion),…,yes,"
    return Problem(
      .error, "options-not-mapped",
      Bilingual(
        fr:
          "« \(entry.commonQuestion) », source « \(entry.source) » : \(missing.count) option(s) de "
          + "« \(entry.question) » sans ligne : \(list)",
        en: "“\(entry.commonQuestion)”, source “\(entry.source)”: \(missing.count) option(s) of "
          + "“\(entry.question)” without a line: \(list)"),
      at: entry.location,
      fix: Bilingual(
        fr: "ajoutez : \(line) (sans modalité commune, elle reste dans la base seulement)",
        en: "add: \(line) (without a common option it stays in the base only)"))
  }
}
