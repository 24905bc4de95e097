import SurveyModel
import Testing

@testable import Tabulation

/// Counts and weights against a loop over records.
@Suite("Tally") struct TallyTests {
  /// Questions of every shape with seeded answers.
  struct Survey {
    var view: AnswerView
    var grouping: Grouping?
    var weights: [Double]?
    let count = 2000

    init(seed: UInt64, rows: Int, codes: Int, groups: Int, overlapping: Bool, weighted: Bool) {
      var random = Random(seed: seed)
      func pick(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
      var named: [[Int]] = []
      var missing: [MissingReason?] = []
      for _ in 0..<codes {
        let reason = pick(5) == 0 ? MissingReason.allCases[pick(MissingReason.allCases.count)] : nil
        missing.append(reason)
        named.append(reason == nil ? (0..<rows).filter { _ in pick(3) == 0 } : [])
      }
      view = AnswerView(
        codes: Codes((0..<count).map { _ in pick(codes) }), rows: named, missing: missing,
        rowCount: rows)
      if groups > 0 {
        let states = (0..<groups + 2).map { code -> [Int] in
          if code >= groups { return [] }
          return overlapping && code % 3 == 0 ? [code, (code + 1) % groups] : [code]
        }
        grouping = Grouping(
          codes: Codes((0..<count).map { _ in pick(groups + 2) }),
          groups: states.map { Array(Set($0)).sorted() }, groupCount: groups)
      }
      if weighted { weights = (0..<count).map { _ in Double(pick(4000)) / 1000 } }
    }

    /// What one slice should hold, counted record by record.
    func expected(_ slice: Int) -> Tally.Slice {
      var sum = Tally.Slice(rowCount: view.rowCount)
      for record in 0..<count {
        if slice > 0 {
          guard let grouping, grouping.groups[grouping.codes[record]].contains(slice - 1)
          else { continue }
        }
        let code = view.codes[record]
        if let reason = view.missing[code] {
          sum.missing[reason.rawValue] += 1
          continue
        }
        let weight = weights?[record] ?? 0
        sum.answered += 1
        sum.weightedAnswered += weight
        for row in view.rows[code] {
          sum.rows[row] += 1
          sum.weightedRows[row] += weight
          sum.mentions += 1
          sum.weightedMentions += weight
        }
      }
      return sum
    }
  }

  @Test(arguments: [false, true], [0, 1, 7, 300])
  func everySliceIsTheSum(_ weighted: Bool, _ groups: Int) {
    for (seed, codes) in [(1, 6), (2, 40), (3, 700)] {
      let survey = Survey(
        seed: UInt64(seed), rows: 9, codes: codes, groups: groups, overlapping: seed == 2,
        weighted: weighted)
      for mostPairs in [0, Tally.mostPairs, Int.max] {
        let tally = Tally(
          survey.view, by: survey.grouping, weights: survey.weights, mostPairs: mostPairs)
        #expect(tally.slices.count == groups + 1)
        for (index, slice) in tally.slices.enumerated() {
          let expected = survey.expected(index)
          #expect(slice.rows == expected.rows)
          #expect(slice.answered == expected.answered)
          #expect(slice.mentions == expected.mentions)
          #expect(slice.missing == expected.missing)
          #expect(near(slice.weightedAnswered, expected.weightedAnswered))
          #expect(near(slice.weightedMentions, expected.weightedMentions))
          #expect(zip(slice.weightedRows, expected.weightedRows).allSatisfy(near))
        }
      }
    }
  }

  private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }
}

/// SplitMix64: small, seeded, the same everywhere.
struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
