/// Raking: the margins are met one after the other until all are (Deming and Stephan 1940).
///
/// Each cycle multiplies the weights of each category by target / current, margin by margin, in
/// order. Starting weights keep their ratios inside each cell of the margins. With one margin, or one
/// crossed margin, this is post-stratification. Agrees with R `survey::rake`, `postStratify`.
public enum Raking {
  /// - Parameters:
  ///   - baseWeights: starting weights; those of zero stay zero.
  ///   - total: the size of the population when all margins are shares; the sum of the base weights
  ///     by default.
  ///   - tolerance: the largest relative distance of a category from its target.
  ///   - trimming: limits of weight over base weight, rescaled to mean 1; applied, or refused as
  ///     `trimmingConflicts`, never ignored.
  /// - Throws: what stands in the way, found before starting where possible.
  /// - Complexity: O(rows × margins + cycles × cells × margins).
  public static func weights(
    to margins: [Margin], baseWeights: [Double], total: Double? = nil, tolerance: Double = 1e-12,
    maximumCycles: Int = 10_000, trimming: ClosedRange<Double>? = nil
  ) throws(WeightingFailure) -> Weighting {
    let cells = try WeightingCells(margins, baseWeights: baseWeights, total: total)
    if let trimming {
      return try trimmed(
        cells, limits: trimming, tolerance: tolerance, maximumCycles: maximumCycles)
    }
    var weights = cells.sums
    let cycles = try rake(&weights, cells, tolerance, maximumCycles)
    return Weighting(cells, cellWeights: weights, cycles: cycles, residuals: .rows)
  }

  /// The state after exactly `cycles` cycles, met or not, without checks: to see what happens.
  ///
  /// With totals that contradict each other the last margin is met and the others are not.
  public static func state(
    after cycles: Int, of margins: [Margin], baseWeights: [Double]
  ) -> (weights: [Double], largestError: Double) {
    var w = baseWeights
    func sums(_ margin: Margin) -> [Double] {
      var result = [Double](repeating: 0, count: margin.targets.count)
      for (row, code) in margin.column.codes.enumerated() where code >= 0 {
        result[Int(code)] += w[row]
      }
      return result
    }
    for _ in 0..<cycles {
      for margin in margins {
        let current = sums(margin)
        for (row, code) in margin.column.codes.enumerated()
        where code >= 0 && current[Int(code)] > 0 {
          w[row] *= margin.targets[Int(code)] / current[Int(code)]
        }
      }
    }
    var error = 0.0
    for margin in margins {
      for (sum, target) in zip(sums(margin), margin.targets) where target > 0 {
        error = max(error, abs(sum - target) / target)
      }
    }
    return (w, error)
  }

  /// Rakes cell weights in place; the number of cycles.
  private static func rake(
    _ weights: inout [Double], _ cells: WeightingCells, _ tolerance: Double, _ maximum: Int
  ) throws(WeightingFailure) -> Int {
    for cycle in 1...max(1, maximum) {
      for m in cells.margins.indices {
        let current = cells.marginSums(weights, m)
        let factors = zip(cells.targets[m], current).map { $1 > 0 ? $0 / $1 : 1 }
        let codes = cells.codes[m]
        for cell in weights.indices { weights[cell] *= factors[Int(codes[cell])] }
      }
      let error = cells.worst(weights).error
      if error < tolerance { return cycle }
    }
    let worst = cells.worst(weights)
    throw .notConverged(
      worst.place, relativeError: worst.error, cycles: maximum,
      merge: cells.mergePartner(of: worst.place.category, in: worst.place.margin))
  }

  /// Rakes and cuts in turn, until both hold. Ratios are constant in a cell, so that cells are cut
  /// whole.
  private static func trimmed(
    _ cells: WeightingCells, limits: ClosedRange<Double>, tolerance: Double, maximumCycles: Int
  ) throws(WeightingFailure) -> Weighting {
    guard limits.lowerBound < 1, limits.upperBound > 1, limits.lowerBound >= 0 else {
      throw .invalidBounds(lower: limits.lowerBound, upper: limits.upperBound)
    }
    let scale = cells.targets[0].reduce(0, +) / cells.sums.reduce(0, +)
    let low = limits.lowerBound * scale
    let high = limits.upperBound * scale
    let slack = 1e-9
    var weights = cells.sums
    var cycles = 0
    for _ in 0..<1_000 {
      cycles += try rake(&weights, cells, tolerance, maximumCycles)
      var outside = false
      var limited = 0
      for cell in weights.indices {
        let ratio = weights[cell] / cells.sums[cell]
        if ratio < low * (1 - slack) || ratio > high * (1 + slack) { outside = true }
        if ratio <= low * (1 + slack) || ratio >= high * (1 - slack) { limited += 1 }
      }
      if !outside {
        let rows = cells.limitedRows(weights, low: low, high: high, slack: slack)
        return Weighting(
          cells, cellWeights: weights, cycles: cycles, limited: rows, residuals: .rows)
      }
      for cell in weights.indices {
        weights[cell] = min(max(weights[cell], low * cells.sums[cell]), high * cells.sums[cell])
      }
    }
    let worst = cells.worst(weights)
    throw .trimmingConflicts(
      worst.place, relativeError: worst.error,
      merge: cells.mergePartner(of: worst.place.category, in: worst.place.margin))
  }
}

extension WeightingCells {
  /// How many rows lie at a limit of the ratio of weights.
  func limitedRows(_ cells: [Double], low: Double, high: Double, slack: Double) -> Int {
    let atLimit = cells.indices.map {
      cells[$0] <= low * sums[$0] * (1 + slack) || cells[$0] >= high * sums[$0] * (1 - slack)
    }
    return cellOfRow.count { $0 >= 0 && atLimit[Int($0)] }
  }
}
