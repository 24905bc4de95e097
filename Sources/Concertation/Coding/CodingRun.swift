internal import Definitions
internal import Ingestion
public import SurveyModel
internal import ThemeCoding

/// The coding of a project's open answers and statements, as a person reviews it.
public struct CodingRun: Sendable {
  /// What was noticed in the sheets.
  public private(set) var problems: [Problem] = []
  let project: Project
  private(set) var counts: [CodingCounts] = []
  /// Rows of the sheet, in the order of the project.
  private(set) var rows: [ReviewRow] = []
  private(set) var suggestions = Suggestions()
  private(set) var quartiers: [Quartier] = []
  /// Dictionary against person, over the decided answers.
  private(set) var reviewed: [(given: Set<String>, expected: Set<String>)] = []
  /// Decisions that were taken from another sheet.
  private(set) var taken: (taken: Int, replaced: Int)?
  /// This sheet's decisions against those of another one.
  private(set) var compared: ReviewerAgreement?
  /// Answers without theme that suggestions were not made from, being too many.
  private(set) var unread = 0
  private let file: ReviewFile

  /// Where the sheet is written.
  public var sheetPath: String { file.path }

  /// Rows of a sheet where the user asks for no sample.
  public static let sheetLimit = 20_000

  /// - Parameters:
  ///   - taking: a filled-in sheet to take decisions from.
  ///   - comparing: the sheet of another reviewer.
  ///   - sample: how many answers the sheet shows, drawn by a fixed rule; decided ones always stand.
  public init(
    _ reading: ProjectReading, taking: String? = nil, comparing: String? = nil, sample: Int? = nil
  ) throws(Stop) {
    project = reading.project
    let codebook = project.codebook
    guard codebook.hasExpressions else { throw Stop(.usage, .noWords(project.file)) }
    file = ReviewFile(project)
    var decisions = try file.decisions(codebook)
    if let taking {
      let others = try ReviewFile(path: taking).existingDecisions(codebook)
      problems += others.problems
      taken = decisions.take(others)
    }
    let own = decisions
    var collector = CodingCollector(codebook, decisions, limit: sample ?? Self.sheetLimit)
    try read(reading, &collector)
    decisions = collector.decisions
    counts = collector.counts
    reviewed = collector.reviewed
    rows = collector.rows
    unread = collector.unread
    suggestions = Suggestions(
      collector.uncoded, codebook: codebook, quartierCount: quartiers.count)
    markOrphans(decisions.orphans)
    if taking != nil { problems += decisions.orphanProblems(in: file.path) }
    if let comparing {
      compared = Self.agreement(
        own, try ReviewFile(path: comparing).existingDecisions(codebook),
        order: codebook.themes.map(\.id))
    }
  }

  private mutating func read(_ reading: ProjectReading, _ collector: inout CodingCollector)
    throws(Stop)
  {
    quartiers = project.quartiers
    for (index, survey) in reading.surveys.enumerated() {
      try read(survey, index, &collector)
    }
    for (index, gathering) in reading.gatherings.enumerated() {
      read(gathering.set, reading.surveys.count + index, &collector)
    }
  }

  private mutating func read(
    _ survey: ProjectReading.Survey, _ position: Int, _ collector: inout CodingCollector
  ) throws(Stop) {
    guard let dataset = survey.outcome.dataset else { return }
    let questions = OpenCoding.questions(of: dataset)
    let column = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
      .flatMap { index -> SurveyModel.CodeColumn? in
        if case .codes(let column) = dataset.answers[index] { column } else { nil }
      }
    // Without a list of quartiers each survey has those that were typed in it.
    let positions = dataset.quartiers.map { quartier -> Int in
      if let known = quartiers.firstIndex(where: { $0.code == quartier.code }) { return known }
      quartiers.append(quartier)
      return quartiers.count - 1
    }
    var places: [Int: Int] = [:]
    for question in questions {
      let asked = dataset.questionnaire.questions[question]
      places[question] = collector.begin(dataset.source.label, asked.label ?? asked.text)
    }
    do throws(ReadFailure) {
      try survey.outcome.forEachOpenAnswer(of: survey.input, questions: questions) { answer in
        let code = column.map { $0.codes[answer.row] }
        collector.add(
          CodingCollector.Text(
            key: ReviewKey(
              source: survey.source.source.id,
              question: dataset.questionnaire.questions[answer.question].id, record: answer.record),
            text: String(decoding: answer.text, as: UTF8.self), hash: TextHash.of(answer.text),
            quartier: code.flatMap { positions.indices.contains($0) ? positions[$0] : nil },
            order: [position, answer.question, answer.record]),
          to: places[answer.question] ?? 0)
      }
    } catch {
      throw Stop(error, name: survey.input.name)
    }
  }

  /// The statements that their sheets leave without a theme.
  private func read(
    _ set: ContributionSet, _ position: Int, _ collector: inout CodingCollector
  ) {
    guard !set.statements.isEmpty else { return }
    let quartiers = Dictionary(
      set.quartiers.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let place = collector.begin(
      set.source.label, Bilingual(fr: "énoncés des séances", en: "statements of the sessions"),
      statements: set.statements.count { $0.coder == .sheet })
    for (index, statement) in set.statements.enumerated() where statement.coder != .sheet {
      collector.add(
        CodingCollector.Text(
          key: ReviewKey(statement, of: set), text: statement.text,
          hash: TextHash.of(statement.text),
          quartier: statement.quartier.flatMap { quartiers[$0] }, order: [position, index]),
        to: place)
    }
  }

  /// Decisions whose words were not met stand at the end, and beside the answer that has changed.
  private mutating func markOrphans(_ orphans: [(row: ReviewRow, isChanged: Bool)]) {
    let french = project.language == .french
    for index in rows.indices where rows[index].decision.isEmpty {
      guard let old = orphans.first(where: { $0.row.key == rows[index].key }) else { continue }
      rows[index].remark =
        french
        ? "texte changé ; décision d'avant : \(old.row.decision)"
        : "text changed; decision before: \(old.row.decision)"
    }
    for (row, isChanged) in orphans {
      var row = row
      row.remark =
        isChanged
        ? french ? "ancien texte : ne compte plus" : "old text: counts no more"
        : french ? "réponse absente des exports" : "answer no more in the exports"
      rows.append(row)
    }
  }

  private static func agreement(
    _ own: ReviewDecisions, _ other: ReviewDecisions, order: [String]
  ) -> ReviewerAgreement {
    var first: [ReviewKey: [UInt64: Set<String>]] = [:]
    for decision in own.decided {
      first[decision.key, default: [:]][decision.textHash] = Set(decision.themes)
    }
    let pairs = other.decided.compactMap {
      decision -> (first: Set<String>, second: Set<String>)? in
      first[decision.key]?[decision.textHash].map { ($0, Set(decision.themes)) }
    }
    return ReviewerAgreement(pairs, order: order)
  }
}
