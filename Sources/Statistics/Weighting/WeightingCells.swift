/// The sample cut into cells: the combinations of the margins' categories that occur.
///
/// Raking and calibration multiply all rows of a cell by the same factor, so that they need the cells
/// only: one pass over the rows before, one after.
struct WeightingCells {
  let rowCount: Int
  /// The cell of each row; -1 in rows of weight zero.
  private(set) var cellOfRow: [Int32]
  /// `codes[margin][cell]`.
  private(set) var codes: [[Int32]]
  /// The base weight of each cell.
  private(set) var sums: [Double]
  /// The targets of each margin, as counts.
  let targets: [[Double]]
  let margins: [Margin]
  let baseWeights: [Double]

  var count: Int { sums.count }

  /// Checks everything that can be known before starting.
  ///
  /// - Complexity: O(rows × margins).
  init(_ margins: [Margin], baseWeights: [Double], total: Double?) throws(WeightingFailure) {
    guard !margins.isEmpty, !baseWeights.isEmpty else { throw .nothingToWeight }
    let broken = baseWeights.indices.filter {
      !baseWeights[$0].isFinite || baseWeights[$0] < 0
    }
    if !broken.isEmpty { throw .invalidBaseWeights(rows: broken) }
    for (m, margin) in margins.enumerated() {
      guard margin.column.count == baseWeights.count else {
        throw .lengthMismatch(
          margin: m, expected: baseWeights.count, found: margin.column.count)
      }
      let codes = margin.column.codes
      let missing = codes.indices.filter { codes[$0] < 0 && baseWeights[$0] > 0 }
      if !missing.isEmpty { throw .missingAnswers(margin: m, rows: missing) }
    }
    self.margins = margins
    self.baseWeights = baseWeights
    rowCount = baseWeights.count
    targets = try Self.counts(margins, baseWeights, total)
    cellOfRow = baseWeights.map { $0 > 0 ? 0 : -1 }
    codes = []
    sums = []
    buildCells()
    try checkCategories()
  }

  /// Targets as counts of one population.
  private static func counts(
    _ margins: [Margin], _ baseWeights: [Double], _ total: Double?
  ) throws(WeightingFailure) -> [[Double]] {
    for (m, margin) in margins.enumerated() {
      for (c, target) in margin.targets.enumerated() where !target.isFinite || target < 0 {
        throw .invalidTarget(WeightingFailure.Place(m, margin, c), value: target)
      }
    }
    let counted = margins.firstIndex { $0.unit == .counts }
    let reference =
      counted.map { margins[$0].targets.reduce(0, +) } ?? total ?? baseWeights.reduce(0, +)
    var result: [[Double]] = []
    for (m, margin) in margins.enumerated() {
      let sum = margin.targets.reduce(0, +)
      if margin.unit == .counts {
        guard abs(sum - reference) <= 1e-6 * reference else {
          throw .unequalTotals(
            margin: m, total: sum, reference: counted ?? 0, referenceTotal: reference)
        }
        result.append(margin.targets)
      } else {
        guard sum > 0 else {
          throw .invalidTarget(WeightingFailure.Place(m, margin, 0), value: 0)
        }
        result.append(margin.targets.map { $0 / sum * reference })
      }
    }
    return result
  }

  private mutating func buildCells() {
    var used = 1
    for margin in margins {
      let width = margin.column.categoryCount
      var place = [Int32](repeating: -1, count: used * width)
      var next: Int32 = 0
      for row in 0..<rowCount where cellOfRow[row] >= 0 {
        let key = Int(cellOfRow[row]) * width + Int(margin.column.codes[row])
        if place[key] < 0 {
          place[key] = next
          next += 1
        }
        cellOfRow[row] = place[key]
      }
      used = Int(next)
    }
    sums = [Double](repeating: 0, count: used)
    codes = [[Int32]](repeating: [Int32](repeating: 0, count: used), count: margins.count)
    for row in 0..<rowCount where cellOfRow[row] >= 0 {
      let cell = Int(cellOfRow[row])
      sums[cell] += baseWeights[row]
      for m in margins.indices { codes[m][cell] = margins[m].column.codes[row] }
    }
  }

  private func checkCategories() throws(WeightingFailure) {
    for (m, margin) in margins.enumerated() {
      let sums = marginSums(self.sums, m)
      for c in sums.indices {
        let place = WeightingFailure.Place(m, margin, c)
        if targets[m][c] > 0, sums[c] == 0 {
          throw .emptyCategory(place, target: targets[m][c], merge: mergePartner(of: c, in: m))
        }
        if targets[m][c] == 0, sums[c] > 0 {
          let codes = margin.column.codes
          throw .unexpectedPeople(
            place, rows: (0..<rowCount).filter { codes[$0] == Int32(c) && baseWeights[$0] > 0 })
        }
      }
    }
  }

  /// The sums of cell weights over the categories of a margin.
  func marginSums(_ weights: [Double], _ margin: Int) -> [Double] {
    var result = [Double](repeating: 0, count: targets[margin].count)
    let codes = codes[margin]
    for cell in weights.indices { result[Int(codes[cell])] += weights[cell] }
    return result
  }

  /// The category furthest from its target, relative to it.
  func worst(_ weights: [Double]) -> (place: WeightingFailure.Place, error: Double) {
    var result = (place: WeightingFailure.Place(0, margins[0], 0), error: 0.0)
    for m in margins.indices {
      for (c, sum) in marginSums(weights, m).enumerated() where targets[m][c] > 0 {
        let error = abs(sum - targets[m][c]) / targets[m][c]
        if error > result.error { result = (WeightingFailure.Place(m, margins[m], c), error) }
      }
    }
    return result
  }

  /// The category to merge with: a neighbour in an ordered margin, else the smallest other one; one
  /// in which there are people.
  func mergePartner(of category: Int, in margin: Int) -> Int? {
    let sums = marginSums(self.sums, margin)
    let candidates =
      margins[margin].isOrdered
      ? [
        (0..<category).last { sums[$0] > 0 },
        (category..<sums.count).first { $0 > category && sums[$0] > 0 },
      ].compactMap { $0 }
      : sums.indices.filter { $0 != category && sums[$0] > 0 }
    return candidates.min {
      (targets[margin][$0], $0) < (targets[margin][$1], $1)
    }
  }

  /// Row weights from the weights of cells.
  func rowWeights(_ cells: [Double]) -> [Double] {
    let factors = cells.indices.map { sums[$0] > 0 ? cells[$0] / sums[$0] : 0 }
    var result = baseWeights
    for row in result.indices where cellOfRow[row] >= 0 {
      result[row] *= factors[Int(cellOfRow[row])]
    }
    return result
  }
}
