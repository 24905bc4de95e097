internal import Statistics
internal import SurveyModel

/// The lines of one question in each of the flat files.
struct FlatPart: Sendable {
  private(set) var distribution = FlatText()
  private(set) var crossTabulation = FlatText()
  private(set) var tests = FlatText()

  private static let wilson = WilsonInterval(level: 0.95)

  init(_ question: FlatQuestion, _ groups: FlatGroups, weights: [Double]?) {
    let tally = Tally(question.view, by: groups.grouping, weights: weights)
    let name = FlatText.cell(question.name)
    let options = question.labels.map(FlatText.cell)
    let whole = tally.slices[0]
    let rows = options.indices.filter { whole.rows[$0] > 0 }
    let isWeighted = weights != nil
    let start = name + [0x2C]
    let all = Bases(whole, question.isMultiple, isWeighted)
    for row in rows {
      distribution.append(start)
      distribution.append(options[row])
      all.append(row, of: whole, to: &distribution)
    }
    for group in groups.present {
      let slice = tally.slices[group + 1]
      let bases = Bases(slice, question.isMultiple, isWeighted)
      let start = start + groups.names[group] + [0x2C]
      for row in rows {
        crossTabulation.append(start)
        crossTabulation.append(options[row])
        bases.append(row, of: slice, to: &crossTabulation)
      }
    }
    let slices = groups.present.map { tally.slices[$0 + 1] }
    if question.isMultiple {
      for row in rows {
        let cited = slices.map { $0.rows[row] }
        let others = slices.map { $0.answered - $0.rows[row] }
        addTest(start + options[row], cited + others, columns: slices.count)
      }
    } else {
      addTest(start, rows.flatMap { row in slices.map { $0.rows[row] } }, columns: slices.count)
    }
  }

  private mutating func addTest(_ start: [UInt8], _ counts: [Int], columns: Int) {
    tests.append(start)
    if columns > 0, case .success(let test) = PearsonTest.of(counts, columns: columns) {
      tests.fixed(test.chiSquared, decimals: 6)
      tests.whole(test.degreesOfFreedom)
      tests.full(test.p)
      tests.fixed(test.cramersV, decimals: 6)
    } else {
      for _ in 0..<4 { tests.comma() }
    }
    tests.whole(counts.reduce(0, +))
    tests.endLine()
  }

  /// The hundred per cent of a column of counts. Where one answer is possible it is the people
  /// who gave one; at a rank, those who filled it.
  private struct Bases {
    let count: Int
    let weight: Double
    let isWeighted: Bool

    init(_ slice: Tally.Slice, _ isMultiple: Bool, _ isWeighted: Bool) {
      count = isMultiple ? slice.answered : slice.mentions
      weight =
        !isWeighted
        ? Double(count) : isMultiple ? slice.weightedAnswered : slice.weightedMentions
      self.isWeighted = isWeighted
    }

    func append(_ row: Int, of slice: Tally.Slice, to text: inout FlatText) {
      let n = slice.rows[row]
      let w = isWeighted ? slice.weightedRows[row] : Double(n)
      let interval =
        count > 0 ? FlatPart.wilson.interval(count: Double(n), size: Double(count)) : nil
      text.whole(n)
      text.fixed(w, decimals: 4)
      text.fixed(count > 0 ? 100 * Double(n) / Double(count) : 0, decimals: 4)
      text.fixed(weight > 0 ? 100 * w / weight : 0, decimals: 4)
      text.fixed(100 * max(0, interval?.lower ?? 0), decimals: 4)
      text.fixed(100 * min(1, interval?.upper ?? 0), decimals: 4)
      text.endLine()
    }
  }
}
