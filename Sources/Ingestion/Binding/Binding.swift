internal import SurveyModel

/// All questions of a questionnaire with their columns, and what must be read of the export.
struct Binding {
  let questionnaire: Questionnaire
  let layout: ExportLayout
  let file: String
  /// One a question.
  let shapes: [ColumnShape]
  /// The column of the weights.
  let weight: Int?
  /// The columns of each exclusion.
  let exclusions: [[Int]]
  /// The column in which the tool writes how long answering took.
  let duration: Int?
  /// Those of the start and the end, where there is no such column.
  let times: TimeColumns?
  /// Columns that questions declare as personal data.
  let personalColumns: Set<Int>
  private(set) var problems: [Problem]

  init(_ questionnaire: Questionnaire, _ layout: ExportLayout, file: String) {
    self.questionnaire = questionnaire
    self.layout = layout
    self.file = file
    var binder = ColumnBinder(layout, file: file)
    shapes = questionnaire.questions.map { binder.bind($0) }
    var problems = binder.problems
    let index = binder.index
    func position(_ name: ColumnName) -> Int? {
      let found = index.columns(named: name.text)
      if found.count != 1 {
        problems.append(.columnNotFound(name, index.suggestion(for: name.text), file))
      }
      return found.first
    }
    weight = questionnaire.weight.flatMap(position)
    exclusions = questionnaire.exclusions.map { $0.columns.compactMap(position) }
    duration = DurationColumn.position(in: layout)
    times = duration == nil ? TimeColumns(layout) : nil
    var known = Set(shapes.flatMap(\.positions))
    var personal: Set<Int> = []
    for question in questionnaire.questions {
      switch question.type {
      case .personalData: personal.formUnion(binder.columnsReadPast(question))
      case .ignored: known.formUnion(binder.columnsReadPast(question))
      default: break
      }
    }
    known.formUnion(personal)
    personalColumns = personal
    known.formUnion([weight].compactMap { $0 })
    known.formUnion(exclusions.joined())
    let rest = layout.columns.filter {
      !known.contains($0.position) && $0.role != .metadata && $0.role != .nameless
    }
    if !rest.isEmpty { problems.append(.columnNotDescribed(rest, file)) }
    self.problems = problems
  }

  /// The binding of questions that were inferred from the columns themselves.
  init(inferred: Inference, _ layout: ExportLayout, file: String) {
    questionnaire = inferred.questionnaire
    self.layout = layout
    self.file = file
    shapes = inferred.shapes
    weight = nil
    exclusions = []
    duration = nil
    times = nil
    personalColumns = []
    problems = []
  }

  /// Cells that a record must have: up to the last question's last column.
  var neededCells: Int {
    let positions = shapes.flatMap(\.positions) + [weight].compactMap { $0 }
    return max(1, (positions.max() ?? 0) + 1)
  }

  /// Questions and columns meet, so that answers can be decoded.
  var isSound: Bool { !problems.contains { $0.severity == .error } }

  /// What is kept of each column that answers something.
  var modes: [Int: ColumnEncoder.Mode] {
    var modes: [Int: ColumnEncoder.Mode] = [:]
    for (question, shape) in zip(questionnaire.questions, shapes) {
      let mode: ColumnEncoder.Mode
      if case .openText = question.type {
        let texts = question.missing + layout.missing
        mode = .presence(marks: Set(texts.map { foldedLabel($0.text) }))
      } else {
        mode = .texts
      }
      for position in shape.positions {
        // A column that also filters or weights is kept whole.
        if modes[position] != .texts { modes[position] = mode }
      }
    }
    for position in [weight, duration].compactMap({ $0 }) + exclusions.joined() {
      modes[position] = .texts
    }
    return modes
  }

  /// What an export cannot tell and the questionnaire leaves open.
  mutating func checkDeclarations() {
    for (question, shape) in zip(questionnaire.questions, shapes) {
      guard case .one = shape, layout.separator == nil else { continue }
      switch question.type {
      case .multiple(let choice) where choice.layout == nil:
        problems.append(.noSeparator(question))
      case .ranking(let ranking) where ranking.layout == nil:
        problems.append(.noSeparator(question))
      default: break
      }
    }
  }
}

extension Problem {
  fileprivate static func noSeparator(_ question: Question) -> Problem {
    Problem(
      .error, "no-separator",
      Bilingual(
        fr:
          "question « \(question.id) » : plusieurs réponses dans une cellule, mais rien ne dit ce qui les sépare",
        en:
          "question “\(question.id)”: several answers in one cell, but nothing says what separates them"
      ),
      at: question.location,
      fix: Bilingual(
        fr: "ajoutez : layout: cell et separator: \";\" (ou \", \", ou \"|\")",
        en: "add: layout: cell and separator: \";\" (or \", \", or \"|\")"))
  }
}
