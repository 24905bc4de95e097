internal import Definitions
internal import SurveyModel
internal import Tabulation

/// Every table of a batch, in the order of the project.
struct ProjectTables {
  let reading: ProjectReading

  /// The themes × quartiers × sources table; `nil` when no source asks for priorities.
  let priorities: Table?
  private let themes: PriorityTables
  /// The tables of the surveys, the priorities first: what a public edition may hold.
  let all: [Table]
  /// The tables of the sessions: what few people said in a room is for the team.
  let contributions: [Table]
  /// In how many sources a theme is among the first; `nil` with fewer than two sources.
  let triangulation: Table?
  /// What sets each quartier apart. They hold what is left of the town without the quartier, and so
  /// stand in the working edition only, as does the triangulation.
  let profiles: [Table]
  /// Tables of the working edition only.
  var workingOnly: [Table] { contributions + (triangulation.map { [$0] } ?? []) + profiles }

  /// What is published: the tables whose links are known, so that they can be protected together.
  /// Those of common questions sum options of others, which would tell what those hide. The
  /// priorities list every theme that could have been raised.
  func linked() -> [Table] {
    let listed = themes.priorities(listsAll: true)
    return all.compactMap {
      switch $0.kind {
      case .pooled: nil
      case .priorities: listed
      default: $0
      }
    }
  }

  init(_ reading: ProjectReading, jobs: Int) {
    self.reading = reading
    var tables: [Table] = []
    for survey in reading.surveys {
      tables += Self.tables(
        survey.dataset, minimumBase: reading.project.minimumBase, jobs: jobs)
    }
    contributions = concurrentMap(reading.gatherings.count, jobs: jobs) { index in
      ContributionTables(
        reading.gatherings[index].set, codebook: reading.project.codebook,
        minimumBase: reading.project.minimumBase
      ).all()
    }.flatMap(\.self)
    themes = Self.themes(reading)
    priorities = themes.priorities()
    let pooled = PooledTables(reading.surveys.map(\.dataset), reading.project.crosswalk)
    let sides = priorities.map { Triangulation($0) }
    triangulation = sides?.table()
    profiles = sides?.profiles() ?? []
    all = (priorities.map { [$0] } ?? []) + pooled.all + tables + themes.byQuartier()
  }

  /// The tables of themes.
  static func themes(_ reading: ProjectReading) -> PriorityTables {
    PriorityTables(
      reading.surveys.filter { !$0.source.askedIn.isEmpty }.map {
        PrioritySource(dataset: $0.dataset, askedIn: $0.source.askedIn)
      }, sessions: reading.gatherings.filter(\.source.isRanked).map(\.set),
      codebook: reading.project.codebook, quartiers: reading.project.quartiers,
      minimumBase: reading.project.minimumBase)
  }

  /// The tables of one question: its distribution, and by quartier.
  static func tables(_ dataset: Dataset, _ index: Int) -> [Table] {
    let builder = TableBuilder(dataset, minimumBase: 0)
    let place = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
    return [builder.distribution(index), place.flatMap { builder.crossTabulation(index, by: $0) }]
      .compactMap { $0 }
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
