internal import Statistics
public import SurveyModel

/// Every count of a survey as three flat files, for programs that go on from there: distributions,
/// cross-tabulations by one question, and a test of each.
///
/// Weighted and unweighted side by side; Wilson intervals of 95 % on the unweighted counts, and
/// Pearson's chi-squared with Cramér's V, as for a simple random sample. Options and groups that
/// nobody chose are left out. For reports use `TableBuilder`, whose tables say their bases and
/// what may be claimed.
public struct FlatTables: Sendable {
  /// `question,option,n,w,pct,wpct,lo,hi`
  public private(set) var distributions: [UInt8]
  /// `question,group,option,n,w,pct,wpct,lo,hi`: shares of the group, zeros included.
  public private(set) var crossTabulations: [UInt8]
  /// `question,option,chi2,df,p,v,n`: one line a question with one answer each, one an option where
  /// several answers are possible.
  public private(set) var tests: [UInt8]

  /// - Parameters:
  ///   - crossing: the position of the question whose categories are the groups.
  ///   - workers: how many questions are tabulated at a time; the bytes do not depend on it.
  /// - Returns: `nil` where the crossing question has no categories.
  public init?(_ dataset: Dataset, by crossing: Int, workers: Int = 1) {
    guard let groups = FlatGroups(dataset, crossing) else { return nil }
    let questions = FlatQuestion.all(of: dataset, crossedBy: crossing)
    let name = dataset.questionnaire.questions[crossing].id
    var distributions = FlatText(heading: "question,option,n,w,pct,wpct,lo,hi\n")
    var crossTabulations = FlatText(
      heading: "question,\(name),option,n,w,pct,wpct,lo,hi\n")
    var tests = FlatText(heading: "question,option,chi2,df,p,v,n\n")
    for part in Self.parts(questions, groups, dataset, workers: workers) {
      distributions.append(part.distribution.bytes)
      crossTabulations.append(part.crossTabulation.bytes)
      tests.append(part.tests.bytes)
    }
    self.distributions = distributions.bytes
    self.crossTabulations = crossTabulations.bytes
    self.tests = tests.bytes
  }

  private static func parts(
    _ questions: [FlatQuestion], _ groups: FlatGroups, _ dataset: Dataset, workers: Int
  ) -> [FlatPart] {
    let jobs = SurveyModel.workers(workers, forRecords: dataset.recordCount)
    return concurrentMap(questions.count, jobs: jobs) {
      FlatPart(questions[$0], groups, weights: dataset.weights)
    }
  }
}

/// The groups that somebody is in, and their names.
struct FlatGroups: Sendable {
  let grouping: Grouping
  /// Positions of the groups that occur.
  let present: [Int]
  /// Names as cells, one a group.
  let names: [[UInt8]]

  init?(_ dataset: Dataset, _ crossing: Int) {
    guard let grouping = Grouping(dataset.answers[crossing]) else { return nil }
    self.grouping = grouping
    var isPresent = [Bool](repeating: false, count: grouping.groupCount)
    for (code, count) in grouping.codes.histogram(bins: grouping.groups.count).enumerated()
    where count > 0 {
      for group in grouping.groups[code] { isPresent[group] = true }
    }
    present = isPresent.indices.filter { isPresent[$0] }
    let question = dataset.questionnaire.questions[crossing]
    names = question.stub(quartiers: dataset.quartiers).map { FlatText.cell($0.label.fr) }
  }
}
