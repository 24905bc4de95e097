internal import SurveyModel

/// What the accepted records show of how they were filled in. Information only: whether such records
/// count is for a person to decide, with an exclusion.
struct Indications {
  let questionnaire: Questionnaire
  let answers: [Answers]
  let recordCount: Int
  /// How long each person took; empty where the export does not tell.
  let seconds: [Double?]

  /// Questions that a grid must have before the same answer to all means anything.
  static let leastGrid = 4
  /// Records below which a median says little.
  static let leastRecords = 10

  var all: [Ledger.Indication] { straightLining + [speeders].compactMap { $0 } }

  /// Runs of neighbouring scales with the same steps.
  private var grids: [[Int]] {
    var grids: [[Int]] = []
    var last: ResponseType?
    for (index, question) in questionnaire.questions.enumerated() {
      let steps: ResponseType? =
        switch question.type {
        case .scale(var scale):
          {
            scale.best = nil
            return .scale(scale)
          }()
        case .numericScale(var scale):
          {
            scale.best = nil
            return .numericScale(scale)
          }()
        default: nil
        }
      if let steps, steps == last {
        grids[grids.count - 1].append(index)
      } else if steps != nil {
        grids.append([index])
      }
      last = steps
    }
    return grids.filter { $0.count >= Self.leastGrid }
  }

  private var straightLining: [Ledger.Indication] {
    grids.compactMap { grid in
      let columns = grid.compactMap { index -> CodeColumn? in
        if case .codes(let column) = answers[index] { column } else { nil }
      }
      guard columns.count == grid.count else { return nil }
      var (same, base) = (0, 0)
      for record in 0..<recordCount {
        let first = columns[0].codes[record]
        guard columns.allSatisfy({ $0.codes[record] < $0.optionCount }) else { continue }
        base += 1
        if columns.allSatisfy({ $0.codes[record] == first }) { same += 1 }
      }
      let ids = grid.map { questionnaire.questions[$0].id }
      return .straightLining(ids, count: same, base: base)
    }
  }

  /// People who took less than a third of the median time.
  private var speeders: Ledger.Indication? {
    var times = seconds.compactMap { $0 }
    guard times.count >= Self.leastRecords else { return nil }
    times.sort()
    let middle = times.count / 2
    let median = times.count % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2
    return .speeders(
      median: median, count: times.count { $0 < median / 3 }, base: times.count)
  }
}

extension Ledger.Indication {
  fileprivate static func straightLining(_ ids: [String], count: Int, base: Int) -> Self {
    Self(
      kind: "straight-lining",
      text: Bilingual(
        fr: "même réponse aux \(ids.count) questions de « \(ids[0]) » à « \(ids[ids.count - 1]) »",
        en:
          "the same answer to all \(ids.count) questions from “\(ids[0])” to “\(ids[ids.count - 1])”"
      ),
      questions: ids, count: count, base: base)
  }

  fileprivate static func speeders(median: Double, count: Int, base: Int) -> Self {
    let seconds = Int(median.rounded())
    return Self(
      kind: "speeders",
      text: Bilingual(
        fr: "moins d'un tiers du temps médian (\(seconds) s)",
        en: "less than a third of the median time (\(seconds) s)"),
      count: count, base: base)
  }
}
