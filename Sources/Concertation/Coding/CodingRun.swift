internal import Definitions
internal import Ingestion
public import SurveyModel
internal import ThemeCoding

/// The coding of a project's open answers, as a person reviews it.
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

  /// Answers without theme that are kept for suggestions.
  private static let uncodedLimit = 50_000
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
    try read(reading, &decisions, limit: sample ?? Self.sheetLimit)
    let orphans = decisions.orphans
    markOrphans(orphans)
    if taking != nil { problems += decisions.orphanProblems(in: file.path) }
    if let comparing {
      compared = Self.agreement(
        own, try ReviewFile(path: comparing).existingDecisions(codebook),
        order: codebook.themes.map(\.id))
    }
  }

  private mutating func read(
    _ reading: ProjectReading, _ decisions: inout ReviewDecisions, limit: Int
  ) throws(Stop) {
    let codebook = project.codebook
    let positions = Dictionary(
      uniqueKeysWithValues: codebook.themes.enumerated().map { ($1.id, $0) })
    var coder = ThemeCoder(codebook)
    var sheet = SheetSample(limit: limit)
    var uncoded: [UncodedAnswer] = []
    for (surveyIndex, survey) in reading.surveys.enumerated() {
      guard let dataset = survey.outcome.dataset else { continue }
      quartiers = dataset.quartiers.isEmpty ? quartiers : dataset.quartiers
      let questions = OpenCoding.questions(of: dataset)
      let places = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
        .flatMap { index -> SurveyModel.CodeColumn? in
          if case .codes(let column) = dataset.answers[index] { column } else { nil }
        }
      let first = counts.count
      for question in questions {
        let asked = dataset.questionnaire.questions[question]
        counts.append(
          CodingCounts(
            source: dataset.source.label, question: asked.label ?? asked.text,
            themeCount: codebook.themes.count))
      }
      do throws(ReadFailure) {
        try survey.outcome.forEachOpenAnswer(of: survey.input, questions: questions) { answer in
          let hash = TextHash.of(answer.text)
          let text = String(decoding: answer.text, as: UTF8.self)
          let key = ReviewKey(
            source: survey.source.source.id,
            question: dataset.questionnaire.questions[answer.question].id, record: answer.record)
          let coding = coder.code(text)
          let decided = decisions.themes(for: key, textHash: hash)
          let themes = (decided ?? coding.themes).compactMap { positions[$0] }.sorted()
          let place = questions.firstIndex(of: answer.question) ?? 0
          counts[first + place].add(
            themes, coding, isDecided: decided != nil, positions: positions)
          if let decided { reviewed.append((Set(coding.themes), Set(decided))) }
          if themes.isEmpty, decided == nil {
            if uncoded.count < Self.uncodedLimit {
              let code = places.map { $0.codes[answer.row] }
              let isKnown = code.map { $0 < places?.optionCount ?? 0 } ?? false
              uncoded.append(UncodedAnswer(text: text, quartier: isKnown ? code : nil))
            } else {
              unread += 1
            }
          }
          sheet.add(
            ReviewRow(
              key: key, textHash: hash, text: text, proposal: coding.themes,
              words: coding.wordsForReview, signs: coding.signsForReview,
              decision: decided.map { $0.isEmpty ? "-" : $0.joined(separator: " | ") } ?? ""),
            order: [surveyIndex, answer.question, answer.record])
        }
      } catch {
        throw Stop(error, name: survey.input.name)
      }
    }
    rows = sheet.rows
    suggestions = Suggestions(uncoded, codebook: codebook, quartierCount: quartiers.count)
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

/// The rows of a sheet: all decided ones, and of the others those with the smallest marks, which are
/// as good as drawn at random and the same each time.
private struct SheetSample {
  private var kept: [(row: ReviewRow, order: [Int], mark: UInt64)] = []
  private var open = 0
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  mutating func add(_ row: ReviewRow, order: [Int]) {
    let mark = TextHash.of("\(row.key.source)/\(row.key.question)/\(row.key.record)")
    kept.append((row, order, mark))
    if row.decision.isEmpty { open += 1 }
    if open > 2 * limit + 1000 { thin() }
  }

  private mutating func thin() {
    let marks = kept.filter { $0.row.decision.isEmpty }.map(\.mark).sorted()
    guard marks.count > limit else { return }
    let border = limit == 0 ? 0 : marks[limit - 1]
    kept.removeAll { $0.row.decision.isEmpty && (limit == 0 || $0.mark > border) }
    open = kept.count { $0.row.decision.isEmpty }
  }

  var rows: [ReviewRow] {
    var copy = self
    copy.thin()
    return copy.kept.sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.row)
  }
}

extension TextCoding {
  /// `poubelles [poubelle]`, `poubele [poubelle ~ poubelle]`: the words, the rule, the word that a
  /// slip was read as.
  fileprivate var wordsForReview: String {
    mentions.map { mention in
      let slip = mention.readAs.map { " ~ \($0)" } ?? ""
      return "\(mention.words) [\(mention.rule)\(slip)]"
    }.joined(separator: " | ")
  }

  fileprivate var signsForReview: [String] {
    var out: [String] = []
    for mention in mentions {
      guard let sign = mention.sign else { continue }
      let text = "\(mention.theme)=\(sign.rawValue)"
      if !out.contains(text) { out.append(text) }
    }
    return out
  }
}
