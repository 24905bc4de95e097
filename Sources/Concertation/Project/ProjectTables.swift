internal import Definitions
internal import SurveyModel
internal import Tabulation

/// Every table of a batch, in the order of the project.
struct ProjectTables {
  let reading: ProjectReading

  /// The themes × quartiers × sources table; `nil` when no source asks for priorities.
  let priorities: Table?
  /// All tables, the priorities first.
  let all: [Table]

  init(_ reading: ProjectReading, jobs: Int) {
    self.reading = reading
    var tables: [Table] = []
    for survey in reading.surveys {
      tables += Self.tables(
        survey.dataset, minimumBase: reading.project.minimumBase, jobs: jobs)
    }
    let asked = reading.surveys.filter { !$0.source.askedIn.isEmpty }.map {
      PrioritySource(dataset: $0.dataset, askedIn: $0.source.askedIn)
    }
    let themes = PriorityTables(
      asked, codebook: reading.project.codebook, quartiers: reading.project.quartiers,
      minimumBase: reading.project.minimumBase)
    priorities = themes.priorities()
    all = (priorities.map { [$0] } ?? []) + tables + themes.byQuartier()
  }

  /// Each question's distribution, and each but the quartier itself by quartier.
  private static func tables(
    _ dataset: Dataset, minimumBase: Int, jobs: Int
  ) -> [Table] {
    let builder = TableBuilder(dataset, minimumBase: minimumBase)
    let place = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
    return concurrentMap(dataset.questionnaire.questions.count, jobs: jobs) { index in
      [
        builder.distribution(index),
        place.flatMap { builder.crossTabulation(index, by: $0) },
      ].compactMap { $0 }
    }.flatMap(\.self)
  }
}
