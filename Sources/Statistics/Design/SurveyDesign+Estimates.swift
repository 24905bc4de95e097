extension SurveyDesign {
  /// The shares of all categories of a question among the rows of `domain` that answered.
  ///
  /// Agrees with R `survey::svymean(~factor)`, on `subset`.
  /// - Returns: `emptyBase` or `zeroWeight` when there is nothing to divide by.
  /// - Complexity: O(rows of the domain) for an unclustered, unstratified design; × categories
  ///   otherwise.
  public func shares(of column: CodeColumn, in domain: Domain) -> Estimated<[ShareEstimate]> {
    let answered = restrict(domain, to: column)
    let base = weightSummary(of: answered)
    if let reason = emptiness(of: base) { return .failure(reason) }
    var counts = [Int](repeating: 0, count: column.categoryCount)
    var sums = [Double](repeating: 0, count: column.categoryCount)
    for row in answered.rows.lazy.map(Int.init) {
      counts[Int(column.codes[row])] += 1
      sums[Int(column.codes[row])] += weights[row]
    }
    let variances = shareVariances(of: column, sums: sums, base: base, domain: answered)
    let df = degreesOfFreedom(of: answered)
    return .success(
      (0..<column.categoryCount).map { category in
        share(
          count: counts[category], weight: sums[category], base: base,
          variance: variances[category], df: df, everyone: domain.count == activeRows.count)
      })
  }

  /// The share of one category.
  public func share(
    of category: Int, of column: CodeColumn, in domain: Domain
  ) -> Estimated<ShareEstimate> {
    precondition(category < column.categoryCount, "no such category")
    return shares(of: column, in: domain).map { $0[category] }
  }

  /// The share of `true` among rows that are not `nil`.
  public func share(of values: [Bool?], in domain: Domain) -> Estimated<ShareEstimate> {
    precondition(values.count == rowCount, "one value a row")
    let codes = values.map { $0.map { $0 ? Int32(1) : 0 } ?? -1 }
    return share(of: 1, of: CodeColumn(unchecked: codes, categoryCount: 2), in: domain)
  }

  /// The mean and the total of numbers among the rows of `domain` that have one.
  ///
  /// Agrees with R `svymean`, `svytotal`, `svyvar`. - Complexity: O(rows of the domain).
  public func mean(
    of values: [Double?], in domain: Domain
  ) throws(DesignError) -> Estimated<MeanEstimate> {
    guard values.count == rowCount else {
      throw .lengthMismatch(column: .answers, expected: rowCount, found: values.count)
    }
    try NumericColumn.check(values)
    let answered = Domain(rows: domain.rows.filter { values[Int($0)] != nil })
    let base = weightSummary(of: answered)
    if let reason = emptiness(of: base) { return .failure(reason) }
    let y = values.map { $0 ?? 0 }
    var total = 0.0
    for row in answered.rows.lazy.map(Int.init) { total += weights[row] * y[row] }
    let mean = total / base.sum
    var spread = 0.0
    for row in answered.rows.lazy.map(Int.init) {
      spread += weights[row] * (y[row] - mean) * (y[row] - mean)
    }
    let n = Double(base.count - base.zeroCount)
    let meanVariance = variance(over: answered) { weights[$0] * (y[$0] - mean) / base.sum }
    let totalVariance = variance(over: answered) { weights[$0] * y[$0] }
    return .success(
      MeanEstimate(
        mean: mean, total: total, base: base, standardError: rooted(meanVariance),
        totalStandardError: rooted(totalVariance),
        variance: n > 1 ? .success(spread / base.sum * n / (n - 1)) : .failure(.singleObservation),
        degreesOfFreedom: degreesOfFreedom(of: answered), isWholePopulation: isWholePopulation))
  }

  /// Whether every stratum was asked in full.
  var isWholePopulation: Bool {
    strata.allSatisfy { $0.units == 0 || $0.samplingFraction >= 1 }
  }

  /// One stratum of equally weighted people.
  var isSimple: Bool { !isWeighted && !isStratified && !isClustered && calibration == nil }

  func emptiness(of base: WeightSummary) -> Undefined? {
    if base.count == 0 { return .emptyBase }
    return base.sum > 0 ? nil : .zeroWeight
  }

  func rooted(_ variance: Double?) -> Estimated<Double> {
    variance.map { .success(max(0, $0).squareRoot()) } ?? .failure(.noDegreesOfFreedom)
  }

  func share(
    count: Int, weight: Double, base: WeightSummary, variance: Double?, df: Int, everyone: Bool
  ) -> ShareEstimate {
    var simple: ShareOfSample?
    if isSimple {
      let population = everyone ? strata[0].population : nil
      simple = ShareOfSample(
        count: Double(count), size: Double(base.count), population: population)
    }
    return ShareEstimate(
      share: weight / base.sum, count: count, weight: weight, base: base,
      standardError: rooted(variance), degreesOfFreedom: df,
      isWholePopulation: isWholePopulation, simple: simple)
  }

  /// The variance of each share of a question.
  private func shareVariances(
    of column: CodeColumn, sums: [Double], base: WeightSummary, domain: Domain
  ) -> [Double?] {
    let codes = column.codes
    var squares = [Double](repeating: 0, count: sums.count)
    for row in domain.rows.lazy.map(Int.init) {
      squares[Int(codes[row])] += weights[row] * weights[row]
    }
    return sums.indices.map { category in
      shareVariance(sum: sums[category], squares: squares[category], base: base, in: domain) {
        codes[$0] == Int32(category)
      }
    }
  }

  /// The variance of one share. One stratum of rows needs only the squared weights of those who gave
  /// the answer: the influence values w (y - p) / W add up to zero.
  func shareVariance(
    sum: Double, squares: Double, base: WeightSummary, in domain: Domain, hit: (Int) -> Bool
  ) -> Double? {
    let p = sum / base.sum
    guard hasVariance else { return nil }
    guard isStratified || isClustered || calibration != nil else {
      let n = Double(strata[0].units)
      let scale = (1 - strata[0].samplingFraction) * n / (n - 1) / (base.sum * base.sum)
      let others = sum == base.sum ? 0 : max(0, base.sumOfSquares - squares)
      return n > 1 ? scale * (squares * (1 - p) * (1 - p) + others * p * p) : 0
    }
    return variance(over: domain) { weights[$0] * ((hit($0) ? 1 : 0) - p) / base.sum }
  }
}
