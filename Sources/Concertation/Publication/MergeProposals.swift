internal import Definitions
internal import SurveyModel
internal import Tabulation

/// A merge that would open more of the public edition, as the project file would write it.
struct MergeProposal: Sendable, Hashable {
  var line: String
  /// Numbers of people of the tables concerned: shown of all, before and with it.
  var before: (shown: Int, total: Int) { (shownBefore, totalBefore) }
  var shownBefore: Int
  var totalBefore: Int
  var shownAfter: Int
  var totalAfter: Int
}

/// Tries the merges that come to mind, each on the tables that it concerns: quartiers with too few
/// people, and options with small counts.
struct MergeProposals {
  private let reading: ProjectReading
  private let disclosure: Disclosure
  private static let most = 8

  init(_ reading: ProjectReading, _ thresholds: DisclosureThresholds) {
    self.reading = reading
    disclosure = Disclosure(thresholds)
  }

  func all() -> [MergeProposal] {
    var out: [MergeProposal] = []
    if let plan = smallQuartiers() {
      let names = plan.quartiers.map { "\($0.code): [\($0.members.joined(separator: ", "))]" }
      if let found = tried(
        plan, "merge: { quartiers: { \(names.joined(separator: ", ")) } }",
        { ProjectReading.quartierTables($0) })
      {
        out.append(found)
      }
    }
    for survey in reading.surveys {
      for (index, question) in survey.dataset.questionnaire.questions.enumerated() {
        guard out.count < Self.most, let group = smallOptions(survey.dataset, index) else {
          continue
        }
        let plan = MergePlan(options: [question.id: [group]])
        let line =
          "merge: { options: { \(question.id): { \(group.code): [\(group.members.joined(separator: ", "))] } } }"
        let id = survey.source.source.id
        if let found = tried(
          plan, line,
          { reading in
            reading.surveys.filter { $0.source.source.id == id }.flatMap {
              ProjectTables.tables($0.dataset, index)
            }
          }), !out.contains(where: { $0.line == found.line })
        {
          out.append(found)
        }
      }
    }
    return out
  }

  /// Only where a greater share is shown.
  private func tried(
    _ plan: MergePlan, _ line: String, _ tables: (ProjectReading) -> [Table]
  ) -> MergeProposal? {
    let before = disclosure.publicEdition(of: tables(reading), after: []).account
    var project = reading.project
    project.merges = plan
    let after = disclosure.publicEdition(of: tables(reading.merging(plan)), after: []).account
    guard after.percentShown > before.percentShown, after.shown > 0 else { return nil }
    return MergeProposal(
      line: line, shownBefore: before.shown, totalBefore: before.total, shownAfter: after.shown,
      totalAfter: after.total)
  }

  /// Those of which some survey has fewer people than the base, with the next smallest where it is
  /// one alone.
  private func smallQuartiers() -> MergePlan? {
    let base = disclosure.thresholds.base
    var small: Set<String> = []
    var sizes: [String: Int] = [:]
    for survey in reading.surveys {
      let dataset = survey.dataset
      for (index, question) in dataset.questionnaire.questions.enumerated()
      where question.type == .quartier {
        guard case .codes(let column) = dataset.answers[index] else { continue }
        var counts = [Int](repeating: 0, count: column.stateCount)
        for record in 0..<dataset.recordCount { counts[column.codes[record]] += 1 }
        for (place, quartier) in dataset.quartiers.enumerated() {
          sizes[quartier.code, default: 0] += counts[place]
          if counts[place] > 0, counts[place] < base { small.insert(quartier.code) }
        }
      }
    }
    let bySize = reading.project.quartiers.map(\.code).filter { sizes[$0] ?? 0 > 0 }.sorted {
      (sizes[$0] ?? 0, $0) < (sizes[$1] ?? 0, $1)
    }
    if small.count == 1 {
      small.formUnion(bySize.filter { !small.contains($0) }.prefix(1))
    }
    let members = reading.project.quartiers.map(\.code).filter(small.contains)
    guard members.count > 1, members.count < bySize.count else { return nil }
    return MergePlan(quartiers: [MergePlan.Group(code: "together", members: members)])
  }

  /// Options of one theme with small counts; of a scale, neighbours.
  private func smallOptions(_ dataset: Dataset, _ index: Int) -> MergePlan.Group? {
    let question = dataset.questionnaire.questions[index]
    let isScale: Bool
    switch question.type {
    case .single, .multiple: isScale = false
    case .scale: isScale = true
    default: return nil
    }
    guard let options = question.type.codeList?.answers, options.count > 2,
      let table = ProjectTables.tables(dataset, index).first
    else { return nil }
    let limit = disclosure.thresholds.cell
    func count(_ option: AnswerOption) -> Int {
      table.stub.firstIndex { $0.code == option.code }.flatMap { table.cells[$0][0].count } ?? 0
    }
    let small = options.indices.filter { count(options[$0]) < limit }
    guard let first = small.first(where: { count(options[$0]) > 0 }) else { return nil }
    var members: [Int]
    if isScale {
      let beside = first + 1 < options.count ? first + 1 : first - 1
      members = [min(first, beside), max(first, beside)]
    } else {
      let same = options.indices.filter {
        options[$0].theme == options[first].theme && !options[$0].isExclusive
      }
      members = same.filter(small.contains)
      if members.count < 2 {
        let next = same.filter { !members.contains($0) }.min {
          (count(options[$0]), $0) < (count(options[$1]), $1)
        }
        members = (members + [next].compactMap { $0 }).sorted()
      }
    }
    guard members.count > 1, members.count < options.count else { return nil }
    return MergePlan.Group(code: "together", members: members.map { options[$0].code })
  }
}
