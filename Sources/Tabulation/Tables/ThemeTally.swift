internal import SurveyModel

/// Who raises which theme in one survey: a respondent who cites two options of one theme, or the
/// theme in two questions, counts once.
struct ThemeTally {
  let tally: Tally
  let view: AnswerView
  let grouping: Grouping?
  /// The questions that were counted.
  let questions: [Question]
  /// The rows that some option leads to; the others could not be cited here.
  let offered: Set<Int>
  /// The quartiers in the order of the slices after the first; empty where the survey does not ask.
  let quartiers: [Quartier]
  /// The options that lead to each row.
  let gathered: [[RowReference]]

  /// - Parameter askedIn: ids of the questions whose options carry themes.
  /// - Returns: `nil` when none of them has options with themes.
  init?(_ dataset: Dataset, askedIn: [String], _ themes: ThemeRows) {
    var views: [AnswerView] = []
    var questions: [Question] = []
    var offered: Set<Int> = []
    var gathered = [[RowReference]](repeating: [], count: themes.items.count)
    for id in askedIn {
      guard let index = dataset.index(of: id),
        let view = AnswerView(dataset.answers[index])
      else { continue }
      let question = dataset.questionnaire.questions[index]
      let targets = themes.targets(question)
      guard targets.count == view.rowCount else { continue }
      views.append(view.regrouped(targets, rowCount: themes.items.count))
      questions.append(question)
      offered.formUnion(targets.joined())
      for (item, rows) in zip(question.stub(quartiers: dataset.quartiers), targets) {
        for row in rows {
          gathered[row].append(
            RowReference(source: dataset.source.id, question: id, row: item.name))
        }
      }
    }
    guard let view = Self.union(views) else { return nil }
    let place = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
    let grouping = place.flatMap { Grouping(dataset.answers[$0]) }
    self.view = view
    self.grouping = grouping
    tally = Tally(view, by: grouping, weights: dataset.weights)
    self.questions = questions
    self.offered = offered
    self.gathered = gathered
    quartiers = grouping == nil ? [] : dataset.quartiers
  }

  /// Several questions as one: whoever answered any of them answered, and cites what they cite in
  /// any.
  private static func union(_ views: [AnswerView]) -> AnswerView? {
    guard let first = views.first else { return nil }
    return views.dropFirst().reduce(first) { left, right in
      var numbers: [Int: Int] = [:]
      var pairs: [(Int, Int)] = []
      let width = right.rows.count
      let codes = zip(left.codes.toArray(), right.codes.toArray()).map { a, b -> Int in
        let key = a * width + b
        if let number = numbers[key] { return number }
        numbers[key] = pairs.count
        pairs.append((a, b))
        return pairs.count - 1
      }
      return AnswerView(
        codes: Codes(codes),
        rows: pairs.map { Set(left.rows[$0.0] + right.rows[$0.1]).sorted() },
        missing: pairs.map { a, b in
          guard let reason = left.missing[a], let other = right.missing[b] else { return nil }
          return reason == .notDisplayed ? other : reason
        }, rowCount: left.rowCount)
    }
  }
}
