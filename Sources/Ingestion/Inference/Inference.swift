public import SurveyModel

/// The questions that an export's headings and answers show, without a questionnaire.
public struct Inference: Sendable {
  public private(set) var questionnaire: Questionnaire
  /// What shows each question's type, one a question.
  public private(set) var evidence: [Bilingual] = []
  /// What was guessed, and how to settle it.
  public private(set) var problems: [Problem] = []
  /// Columns of personal data, never read.
  public let personal: PersonalData
  private(set) var shapes: [ColumnShape] = []

  /// - Parameter alone: headings of columns that are wanted as questions of their own, beside the
  ///   block that they stand in.
  init(
    encoded: EncodedExport, splitting: SplitChoice, personal: PersonalData, alone: [String]
  ) {
    self.personal = personal
    self.alone = Set(alone.map(foldedLabel))
    questionnaire = Questionnaire(title: Bilingual(""), questions: [])
    let layout = encoded.layout
    let columns = layout.columns.compactMap { encoded.columns[$0.position] }
    var start = 0
    while start < columns.count {
      var end = start + 1
      if columns[start].column.item != nil {
        while end < columns.count, columns[end].column.item != nil,
          columns[end].column.question == columns[start].column.question
        {
          end += 1
        }
      }
      add(Array(columns[start..<end]), layout, splitting)
      start = end
    }
    if !personal.findings.isEmpty {
      problems.append(.personalColumns(personal.findings.count))
    }
  }

  private mutating func add(
    _ block: [EncodedColumn], _ layout: ExportLayout, _ splitting: SplitChoice
  ) {
    guard block.count > 1 else {
      add(block[0], layout, splitting)
      return
    }
    let guess = BlockGuess(block, layout: layout)
    let first = block[0].column
    let positions = block.map(\.column.position)
    switch guess {
    case .ticks(let choice, let options, let other):
      add(
        first.question, .multiple(choice), .options(options.map { $0 }, other: other),
        Bilingual(
          fr: "\(options.count) colonnes cochées ou non",
          en: "\(options.count) columns ticked or not"))
    case .mentions(let choice):
      add(
        first.question, .multiple(choice), .mentions(positions),
        Bilingual(
          fr: "\(block.count) colonnes remplies depuis la gauche",
          en: "\(block.count) columns filled from the left"))
    case .ranks(let ranking):
      add(
        first.question, .ranking(ranking), .items(positions),
        Bilingual(
          fr: "\(block.count) colonnes qui tiennent chacune un rang",
          en: "\(block.count) columns, each holding a rank"))
    case .grid:
      for column in block { add(column, layout, splitting) }
    }
    if case .grid = guess { return }
    for column in block where alone.contains(foldedLabel(column.column.heading)) {
      add(column, layout, splitting)
    }
  }

  private let alone: Set<String>

  private mutating func add(
    _ column: EncodedColumn, _ layout: ExportLayout, _ splitting: SplitChoice
  ) {
    let guess = ColumnGuess.of(column, missing: layout.missing, splitting: splitting)
    let name = column.column.code ?? trimmedText(column.column.heading)
    if case .ignored = guess.type { return }
    if case .date(nil) = guess.type { return }
    add(
      name.isEmpty ? "colonne \(column.column.position + 1)" : name, guess.type,
      .one(column.column.position), guess.evidence,
      text: trimmedText(column.column.heading))
    if let split = guess.split, splitting == .guess {
      problems.append(.splitGuessed(column.column, split))
    }
  }

  private mutating func add(
    _ id: String, _ type: ResponseType, _ shape: ColumnShape, _ evidence: Bilingual,
    text: String? = nil
  ) {
    questionnaire.questions.append(
      Question(id: id, text: Bilingual(text ?? id), type: type))
    shapes.append(shape)
    self.evidence.append(evidence)
  }
}

extension Problem {
  fileprivate static func splitGuessed(_ column: ExportColumn, _ split: SplitGuess) -> Problem {
    let options = split.options.prefix(12).map { "« \($0) »" }.joined(separator: ", ")
    let yaml = "type: multiple, layout: cell, separator: \"\(split.separator)\", options: { … }"
    return Problem(
      .note, "split-guessed",
      Bilingual(
        fr:
          "« \(column.heading) » : réponses séparées sur « \(split.separator) » : deviné ; options trouvées : \(options)",
        en: "“\(column.heading)”: split on “\(split.separator)”: guessed; options found: \(options)"
      ),
      fix: Bilingual(
        fr:
          "--split \"\(split.separator)\" ou --no-split tranche ; dans un questionnaire : \(yaml)",
        en: "--split \"\(split.separator)\" or --no-split settles it; in a questionnaire: \(yaml)"))
  }

  fileprivate static func personalColumns(_ count: Int) -> Problem {
    Problem(
      .note, "personal-data",
      Bilingual(
        fr: "\(count) colonne(s) de données personnelles, ni lues ni gardées",
        en: "\(count) column(s) of personal data, neither read nor kept"))
  }
}
