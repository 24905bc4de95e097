internal import Definitions
internal import Export
internal import Ingestion
internal import SurveyModel
internal import ThemeCoding

/// Turns the open questions of a survey into questions of themes.
struct OpenCoding {
  let codebook: Codebook
  private var coder: ThemeSetCoder
  /// The ids of each set of themes, shared by the statements that have it.
  private var ids: [[String]] = []
  /// What a person decided; asked for every answer, so that it knows which ones changed.
  private(set) var decisions: ReviewDecisions

  /// - Parameter book: `codebook`, compiled.
  init(_ codebook: Codebook, _ book: CompiledCodebook, decisions: ReviewDecisions) {
    self.codebook = codebook
    self.decisions = decisions
    coder = ThemeSetCoder(book)
  }

  /// The open questions that are coded, by position.
  static func questions(of dataset: Dataset) -> [Int] {
    dataset.questionnaire.questions.indices.filter {
      let question = dataset.questionnaire.questions[$0]
      return question.type == .openText && question.takesCoding
    }
  }

  /// The survey with themes in the place of open answers.
  ///
  /// - Complexity: O(bytes of the export); each different text is interpreted once.
  mutating func code(_ survey: ProjectReading.Survey) throws(Stop) -> Dataset {
    guard let original = survey.outcome.dataset else { return survey.dataset }
    let questions = Self.questions(of: original)
    if questions.isEmpty { return survey.dataset }
    let positions = Dictionary(
      uniqueKeysWithValues: codebook.themes.enumerated().map { ($1.id, $0) })
    let source = survey.source.source.id
    var sets: [Int: [Int32]] = [:]
    var decided: [Int: Int] = [:]
    for question in questions {
      sets[question] = [Int32](repeating: 0, count: original.recordCount)
    }
    do throws(ReadFailure) {
      try survey.outcome.forEachOpenAnswer(of: survey.input, questions: questions) { answer in
        var number: Int?
        if !decisions.isEmpty {
          let key = ReviewKey(
            source: source, question: original.questionnaire.questions[answer.question].id,
            record: answer.record)
          if let themes = decisions.themes(for: key, textHash: TextHash.of(answer.text)) {
            decided[answer.question, default: 0] += 1
            number = coder.number(of: themes.compactMap { positions[$0] }.sorted())
          }
        }
        sets[answer.question]?[answer.row] = Int32(number ?? coder.set(of: answer.text))
      }
    } catch {
      throw Stop(error, name: survey.input.name)
    }
    var dataset = survey.dataset
    for question in questions {
      guard case .texts(let texts) = original.answers[question], let numbers = sets[question] else {
        continue
      }
      let column = column(numbers, texts)
      dataset = dataset.coding(
        question, themes: codebook.themes, column: column,
        remark: remark(column, decided: decided[question] ?? 0))
    }
    return dataset
  }

  /// Gives themes to the statements that their sheets leave without one: as a person decided, else by
  /// their words.
  ///
  /// - Complexity: O(bytes of these statements).
  mutating func code(_ set: inout ContributionSet) {
    for index in set.priorities.indices where set.priorities[index].themes.isEmpty {
      var text = set.priorities[index].text
      set.priorities[index].themes = ids(of: text.withUTF8 { coder.set(of: $0) })
    }
    for index in set.statements.indices where set.statements[index].coder == nil {
      var text = set.statements[index].text
      if !decisions.isEmpty {
        let key = ReviewKey(set.statements[index], of: set)
        if let themes = decisions.themes(for: key, textHash: TextHash.of(text)) {
          set.statements[index].themes = themes
          set.statements[index].coder = .person
          continue
        }
      }
      let number = text.withUTF8 { coder.set(of: $0) }
      if number == 0 { continue }
      set.statements[index].themes = ids(of: number)
      set.statements[index].coder = .dictionary
    }
  }

  private mutating func ids(of number: Int) -> [String] {
    while ids.count <= number {
      ids.append(coder.sets[ids.count].map { codebook.themes[$0].id })
    }
    return ids[number]
  }

  /// Sets of themes first, then a combination a reason.
  private func column(_ numbers: [Int32], _ texts: CodeColumn) -> SetColumn {
    var combinations = coder.sets.map { SetColumn.Combination.chosen($0) }
    combinations += MissingReason.allCases.map { .missing($0) }
    let first = coder.sets.count
    let codes = numbers.indices.map { row -> Int in
      let code = texts.codes[row]
      return code == 0 ? Int(numbers[row]) : first + code - texts.optionCount
    }
    return SetColumn(
      codes: Codes(codes), combinations: combinations, optionCount: codebook.themes.count)
  }

  private func remark(_ column: SetColumn, decided: Int) -> Bilingual {
    let counts = column.codes.histogram(bins: column.combinations.count)
    var answers = 0
    var coded = 0
    for (combination, count) in zip(column.combinations, counts) {
      guard case .chosen(let themes) = combination else { continue }
      answers += count
      if !themes.isEmpty { coded += count }
    }
    let share = answers == 0 ? 0 : Double(coded) / Double(answers) * 100
    func text(_ language: Language) -> String {
      let percent = NumberText.percent(share, decimals: 1, in: language)
      let reviewed =
        decided == 0
        ? ""
        : language == .french
          ? ", dont \(decided) relues par une personne"
          : ", \(decided) of them reviewed by a person"
      return language == .french
        ? "Réponses rédigées, codées en thèmes d'après leurs mots\(reviewed) : \(coded) sur \(answers) parlent d'un thème au moins (\(percent)). Les autres restent dans la base."
        : "Written answers, coded into themes by their words\(reviewed): \(coded) of \(answers) speak of a theme at least (\(percent)). The others stay in the base."
    }
    return Bilingual(fr: text(.french), en: text(.english))
  }
}

extension ReviewKey {
  init(_ statement: Contribution, of set: ContributionSet) {
    self.init(
      source: set.source.id, session: set.sessions[statement.session].id, line: statement.line)
  }
}
