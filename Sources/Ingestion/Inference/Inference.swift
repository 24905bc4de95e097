public import SurveyModel

/// The questions that an export's headings and answers show, without a questionnaire.
public struct Inference: Sendable {
  /// In the order of the columns, also those of which nothing can be counted yet.
  public private(set) var questions: [InferredQuestion] = []
  /// What was guessed, and how to settle it.
  public private(set) var problems: [Problem] = []
  /// Columns of personal data, never read.
  public private(set) var personal: PersonalData

  private let layout: ExportLayout
  private let splitting: SplitChoice
  private let alone: Set<String>
  private var taken: Set<String> = []

  /// The questions that can be tabulated.
  public var questionnaire: Questionnaire {
    Questionnaire(
      title: Bilingual(""), questions: questions.filter(\.isTabulated).map(\.question))
  }
  /// One a question of `questionnaire`.
  var shapes: [ColumnShape] { questions.filter(\.isTabulated).map(\.shape) }

  /// - Parameter alone: headings of columns that are wanted as questions of their own, beside the
  ///   block that they stand in.
  init(
    encoded: EncodedExport, splitting: SplitChoice, personal: PersonalData, alone: [String] = []
  ) {
    self.personal = personal
    self.alone = Set(alone.map(foldedLabel))
    self.splitting = splitting
    layout = encoded.layout
    let columns = layout.columns.filter { column in
      column.role != .metadata && column.role != .personal
        && !personal.columns.contains(column.position)
    }.compactMap { encoded.columns[$0.position] }
    for block in ColumnBlocks.of(columns.filter { $0.column.role != .comment }, layout) {
      add(block)
    }
    let comments = columns.filter { $0.column.role == .comment }
    if !comments.isEmpty {
      for column in comments { add(column) }
      questions = questions.enumerated().sorted {
        ($0.element.positions[0], $0.offset) < ($1.element.positions[0], $1.offset)
      }.map(\.element)
    }
    if !self.personal.findings.isEmpty {
      problems.append(.personalColumns(self.personal.findings.count))
    }
    // Ids name files and answers to --question: each once, whatever the headings.
    for index in questions.indices {
      questions[index].question.id = unique(questions[index].question.id, &taken)
    }
  }

  // MARK: blocks

  private mutating func add(_ block: [EncodedColumn]) {
    guard block.count > 1 else {
      add(block[0])
      return
    }
    switch BlockGuess(block, layout: layout) {
    case .ticks(let choice, let options, let other):
      addTicks(block, choice, options, other)
    case .mentions(let choice):
      addMentions(block, choice)
    case .items(let ranking):
      add(
        block, .ranking(ranking), .items(block.map(\.column.position)),
        Bilingual(
          fr: "\(block.count) colonnes qui tiennent chacune un rang",
          en: "\(block.count) columns, each holding a rank"))
    case .ranks(let ranking):
      add(
        block, .ranking(ranking), .ranks(block.map(\.column.position)),
        Bilingual(
          fr: "\(block.count) rangs, chacun avec son libellé",
          en: "\(block.count) ranks, each with its label"))
    case .grid:
      addGrid(block)
      return
    }
    for column in block where alone.contains(foldedLabel(column.column.heading)) { add(column) }
  }

  private mutating func addTicks(
    _ block: [EncodedColumn], _ choice: MultipleChoice, _ options: [Int], _ other: Int?
  ) {
    var points: [OpenPoint] = []
    let ticks = TickBlock(block, choice, other: other, layout)
    if ticks.nothingChosen > 0 { points.append(.nothingChosen(count: ticks.nothingChosen)) }
    add(
      block, .multiple(choice), .options(options, other: other),
      Bilingual(
        fr: "\(options.count) colonnes cochées ou non"
          + (other == nil ? "" : ", et ce qui est précisé"),
        en: "\(options.count) columns ticked or not" + (other == nil ? "" : ", and what was typed")),
      points, counts: ticks.counts)
  }

  private mutating func addMentions(_ block: [EncodedColumn], _ choice: MultipleChoice) {
    let counts = BlockGuess.labelCounts(block, layout).map(\.count)
    var points: [OpenPoint] = []
    let blank = block[0].blankCount
    if blank > 0 { points = [.nothingChosen(count: blank)] }
    add(
      block, .multiple(choice), .mentions(block.map(\.column.position)),
      Bilingual(
        fr: "\(block.count) colonnes remplies depuis la gauche",
        en: "\(block.count) columns filled from the left"), points, counts: counts)
  }

  private mutating func add(
    _ block: [EncodedColumn], _ type: ResponseType, _ shape: ColumnShape, _ evidence: Bilingual,
    _ points: [OpenPoint] = [], counts: [Int] = []
  ) {
    let name = block[0].column.question
    questions.append(
      InferredQuestion(
        Question(id: name, text: Bilingual(name), type: type), shape: shape,
        evidence: [evidence], openPoints: points, counts: counts))
  }

  /// The rows of a grid share their answers: what nobody gave in one row is still on offer.
  private mutating func addGrid(_ block: [EncodedColumn]) {
    let rows = block.filter { $0.column.role != .otherText }
    let labels = BlockGuess.labelCounts(rows, layout)
    let isShared =
      labels.count <= ColumnGuess.mostLabels && rows.count > 1
      && labels.allSatisfy { readNumber($0.label) == nil }
    let scale = isShared ? ScaleGuess(labels.map(\.label)) : nil
    for column in block {
      if let scale, column.column.role != .otherText {
        let own = mergedLabels(column.answers(without: layout.missing))
        add(column, own.isEmpty ? ColumnGuess(empty: ()) : ColumnGuess(scale, own, all: labels))
      } else {
        add(column)
      }
      questions[questions.count - 1].block = block[0].column.question
    }
  }

  // MARK: one column

  private mutating func add(_ column: EncodedColumn) {
    add(column, ColumnGuess.of(column, layout, splitting: splitting))
  }

  private mutating func add(_ column: EncodedColumn, _ guess: ColumnGuess) {
    let position = column.column.position
    if guess.type == .personalData {
      personal.add(guess.evidence[0], at: position)
      return
    }
    let heading = trimmedText(column.column.heading)
    var name = column.column.code ?? heading
    if name.isEmpty { name = "#\(position + 1)" }
    var question = InferredQuestion(
      Question(id: name, text: Bilingual(heading.isEmpty ? name : heading), type: guess.type),
      shape: .one(position), evidence: guess.evidence, openPoints: guess.openPoints,
      likelyType: guess.likely, counts: guess.counts)
    if let place = place(column, guess) {
      question.place = place.evidence
      question.isSurelyPlace = place.isSure
    }
    questions.append(question)
    if let split = guess.split, splitting == .guess {
      problems.append(.splitGuessed(column.column, split))
    }
    if case .date(nil) = guess.type { problems.append(.dateOrderOpen(column.column)) }
  }

  private func place(_ column: EncodedColumn, _ guess: ColumnGuess) -> PlaceCandidate? {
    switch guess.likely {
    case .single, .openText:
      PlaceCandidate(
        heading: column.column.heading, answers: column.answers(without: layout.missing))
    default: nil
    }
  }
}
