/// The equations of calibration: one unknown for the total, and one a category but the first of each
/// margin.
struct CalibrationSystem {
  private let cells: WeightingCells
  private let distance: Calibration.Distance
  /// The unknowns that are not zero in a cell, by cell.
  private let columns: [[Int]]
  private let targets: [Double]

  init(_ cells: WeightingCells, _ distance: Calibration.Distance) {
    self.cells = cells
    self.distance = distance
    var targets = [cells.targets[0].reduce(0, +)]
    var columns = [[Int]](repeating: [0], count: cells.count)
    for m in cells.margins.indices {
      // The reference is a category in which there are people.
      let sums = cells.marginSums(cells.sums, m)
      let used = sums.indices.filter { sums[$0] > 0 }
      var place = [Int](repeating: -1, count: sums.count)
      for c in used.dropFirst() {
        place[c] = targets.count
        targets.append(cells.targets[m][c])
      }
      for cell in columns.indices {
        let unknown = place[Int(cells.codes[m][cell])]
        if unknown >= 0 { columns[cell].append(unknown) }
      }
    }
    self.targets = targets
    self.columns = columns
  }

  func solve(tolerance: Double, maximumSteps: Int) throws(WeightingFailure) -> Weighting {
    var lambda = [Double](repeating: 0, count: targets.count)
    var state = evaluate(lambda)
    var steps = 0
    var best = cells.worst(state.weights).error
    var stalled = 0
    while steps < maximumSteps {
      if best < 1e-15 || stalled >= 3 { break }
      guard let step = state.slopes.solving(Matrix(state.residuals.map { [$0] })) else {
        if steps == 0 { throw .redundantMargins }
        break
      }
      steps += 1
      let (next, weights) = advance(lambda, step.column(0), from: state)
      lambda = next
      state = weights
      let error = cells.worst(state.weights).error
      stalled = error < best ? 0 : stalled + 1
      best = min(best, error)
      if best < tolerance, stalled > 0 { break }
    }
    let worst = cells.worst(state.weights)
    guard worst.error < max(tolerance, 1e-12) else {
      throw .notConverged(
        worst.place, relativeError: worst.error, cycles: steps,
        merge: cells.mergePartner(of: worst.place.category, in: worst.place.margin))
    }
    var limited = 0
    if let bounds = distance.bounds {
      limited = cells.limitedRows(
        state.weights, low: bounds.lowerBound, high: bounds.upperBound, slack: 1e-9)
    }
    return Weighting(
      cells, cellWeights: state.weights, cycles: steps, limited: limited, residuals: .baseWeights)
  }

  private struct State {
    var weights: [Double]
    var residuals: [Double]
    var slopes: Matrix
    var size: Double
  }

  private func evaluate(_ lambda: [Double]) -> State {
    var residuals = targets
    var slopes = Matrix(rows: targets.count, columns: targets.count)
    var weights = cells.sums
    for cell in weights.indices {
      var u = 0.0
      for unknown in columns[cell] { u += lambda[unknown] }
      let (g, slope) = distance.ratio(u)
      weights[cell] = cells.sums[cell] * g
      for i in columns[cell] {
        residuals[i] -= weights[cell]
        for j in columns[cell] { slopes[i, j] += cells.sums[cell] * slope }
      }
    }
    let size = residuals.reduce(0) { max($0, abs($1)) }
    return State(weights: weights, residuals: residuals, slopes: slopes, size: size)
  }

  /// A whole step of Newton, or the longest half of it that comes closer.
  private func advance(
    _ lambda: [Double], _ step: [Double], from state: State
  ) -> ([Double], State) {
    var scale = 1.0
    var last = (lambda, state)
    for _ in 0..<40 {
      let next = lambda.indices.map { lambda[$0] + scale * step[$0] }
      let tried = evaluate(next)
      if tried.size.isFinite {
        last = (next, tried)
        if tried.size < state.size { break }
      }
      scale /= 2
    }
    return last
  }
}
