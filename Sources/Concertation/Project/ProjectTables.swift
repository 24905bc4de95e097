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
    let minimumBase = reading.project.minimumBase
    let surveys = reading.surveys.map { survey in
      (
        builder: TableBuilder(survey.dataset, minimumBase: minimumBase),
        place: survey.dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
      )
    }
    let questions = reading.surveys.indices.flatMap { survey in
      reading.surveys[survey].dataset.questionnaire.questions.indices.map { (survey, $0) }
    }
    let gatherings = reading.gatherings
    // The tables of themes are the longest piece, and so the first.
    let made = concurrentMap(1 + gatherings.count + questions.count, jobs: jobs) { piece in
      switch piece {
      case 0: return Piece(themes: Themes(reading))
      case ...gatherings.count:
        return Piece(
          tables: ContributionTables(
            gatherings[piece - 1].set, codebook: reading.project.codebook,
            minimumBase: minimumBase
          ).all())
      default:
        let (survey, question) = questions[piece - 1 - gatherings.count]
        let (builder, place) = surveys[survey]
        return Piece(tables: Self.tables(builder, question, by: place))
      }
    }
    let themes = made[0].themes ?? Themes(reading)
    contributions = made[1...].prefix(gatherings.count).flatMap(\.tables)
    self.themes = themes.builder
    priorities = themes.priorities
    triangulation = themes.triangulation
    profiles = themes.profiles
    let pooled = PooledTables(reading.surveys.map(\.dataset), reading.project.crosswalk)
    all =
      (priorities.map { [$0] } ?? []) + pooled.all
      + made[(1 + gatherings.count)...].flatMap(\.tables) + themes.byQuartier
  }

  /// What one thread makes at a time.
  private struct Piece {
    var tables: [Table] = []
    var themes: Themes?
  }

  /// The tables of themes, and what stands on them.
  private struct Themes {
    let builder: PriorityTables
    let priorities: Table?
    let byQuartier: [Table]
    let triangulation: Table?
    let profiles: [Table]

    init(_ reading: ProjectReading) {
      builder = ProjectTables.themes(reading)
      priorities = builder.priorities()
      byQuartier = builder.byQuartier()
      let sides = priorities.map { Triangulation($0) }
      triangulation = sides?.table()
      profiles = sides?.profiles() ?? []
    }
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
    let place = dataset.questionnaire.questions.firstIndex { $0.type == .quartier }
    return tables(TableBuilder(dataset, minimumBase: 0), index, by: place)
  }

  private static func tables(
    _ builder: TableBuilder, _ question: Int, by place: Int?
  ) -> [Table] {
    [
      builder.distribution(question),
      place.flatMap { builder.crossTabulation(question, by: $0) },
    ].compactMap { $0 }
  }
}
