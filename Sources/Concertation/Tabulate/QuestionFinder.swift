internal import Ingestion
internal import SurveyModel

/// Finds a question by id, column code or heading, trimmed, case ignored.
struct QuestionFinder {
  private let questionnaire: Questionnaire
  private let layout: ExportLayout

  init(_ questionnaire: Questionnaire, _ layout: ExportLayout) {
    self.questionnaire = questionnaire
    self.layout = layout
  }

  /// All questions that a name means: one, or the rows of a grid by their common heading.
  ///
  /// - Throws: as `find`.
  func findAll(_ name: String) throws(Stop) -> [Int] {
    do throws(Stop) {
      return [try find(name)]
    } catch {
      let rows = rowsOfGrid(foldedLabel(name))
      if rows.isEmpty { throw error }
      return rows
    }
  }

  private func rowsOfGrid(_ key: String) -> [Int] {
    let headings = Set(
      layout.columns.filter { $0.item != nil && foldedLabel($0.question) == key }
        .map { foldedLabel($0.heading) })
    return questionnaire.questions.indices.filter {
      headings.contains(foldedLabel(questionnaire.questions[$0].text.fr))
    }
  }

  /// - Throws: `Stop` with exit code 2, and the nearest name, when there is none.
  func find(_ name: String) throws(Stop) -> Int {
    let key = foldedLabel(name)
    let questions = questionnaire.questions
    let names: [(Question) -> [String]] = [
      { [$0.id] }, { $0.columns.map(\.text) }, { [$0.text.fr, $0.text.en] },
      { [$0.label?.fr, $0.label?.en].compactMap { $0 } },
    ]
    for names in names {
      if let index = questions.firstIndex(where: { names($0).contains { foldedLabel($0) == key } })
      {
        return index
      }
    }
    // The column's code, where its question is known by its heading, and the other way round.
    let columns = layout.columns.filter {
      foldedLabel($0.code ?? "") == key || foldedLabel($0.heading) == key
    }
    for column in columns {
      let other = [column.heading, column.code].compactMap { $0 }.map(foldedLabel)
      if let index = questions.firstIndex(where: {
        other.contains(foldedLabel($0.id)) || other.contains(foldedLabel($0.text.fr))
      }) {
        return index
      }
    }
    let known = questions.flatMap { [$0.id, $0.text.fr] }
    throw Stop(.usage, .noQuestion(name, nearest(to: name, among: known), known: questions))
  }

  func cannotCross(_ index: Int) -> Problem { .cannotCross(questionnaire.questions[index]) }
}
