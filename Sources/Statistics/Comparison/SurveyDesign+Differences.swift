extension SurveyDesign {
  /// The mean among the people of one domain against that of another, of the same design.
  ///
  /// The domains may share people (a quartier and the town it is in, two answers of one question with
  /// several), clusters, or nothing: the covariance follows from the linearised values of both. For
  /// shares, give 0 and 1. Agrees with R `svyby(covmat = TRUE)` and a contrast.
  /// - Returns: second less first; `emptyBase` or `zeroWeight` when a domain has nothing.
  /// - Complexity: O(rows of both domains).
  public func difference(
    of values: [Double?], between first: Domain, and second: Domain,
    obstacles: [Incomparability] = []
  ) throws(DesignError) -> Estimated<Difference> {
    try checkAnswers(values)
    let a = Domain(rows: first.rows.filter { values[Int($0)] != nil })
    let b = Domain(rows: second.rows.filter { values[Int($0)] != nil })
    let union = Self.union(a, b)
    let (inFirst, inSecond) = (membership(of: a), membership(of: b))
    return difference(
      over: union, obstacles, (weightedMean(values, a), weightedMean(values, b))
    ) { row in
      let y = values[row] ?? 0
      return (inFirst[row] ? y : nil, inSecond[row] ? y : nil)
    }
  }

  /// Two numbers of the same people: the second less the first, over rows that have both.
  ///
  /// Agrees with R `svymean(~a + b)` and a contrast. - Complexity: O(rows of the domain).
  public func pairedDifference(
    of first: [Double?], and second: [Double?], in domain: Domain
  ) throws(DesignError) -> Estimated<Difference> {
    try checkAnswers(first)
    try checkAnswers(second)
    let both = Domain(
      rows: domain.rows.filter { first[Int($0)] != nil && second[Int($0)] != nil })
    return difference(over: both, [], (weightedMean(first, both), weightedMean(second, both))) {
      (first[$0], second[$0])
    }
  }

  typealias Mean = (size: WeightSummary, mean: Double)

  private func difference(
    over rows: Domain, _ obstacles: [Incomparability], _ means: (Mean, Mean),
    values: (Int) -> (Double?, Double?)
  ) -> Estimated<Difference> {
    if !obstacles.isEmpty { return .failure(.notComparable(obstacles)) }
    if let reason = emptiness(of: means.0.size) ?? emptiness(of: means.1.size) {
      return .failure(reason)
    }
    if isWholePopulation { return .failure(.wholePopulation) }
    let spread = covariance(over: rows, dimension: 2) { row, z in
      let (a, b) = values(row)
      z[0] = a.map { weights[row] * ($0 - means.0.mean) / means.0.size.sum } ?? 0
      z[1] = b.map { weights[row] * ($0 - means.1.mean) / means.1.size.sum } ?? 0
    }
    guard let v = spread else { return .failure(.noDegreesOfFreedom) }
    return .success(
      Difference(
        first: means.0.mean, second: means.1.mean,
        firstStandardError: v[0, 0].squareRoot(), secondStandardError: v[1, 1].squareRoot(),
        covariance: v[0, 1],
        standardError: max(0, v[0, 0] + v[1, 1] - 2 * v[0, 1]).squareRoot(),
        degreesOfFreedom: Double(degreesOfFreedom(of: rows))))
  }

  func weightedMean(_ values: [Double?], _ domain: Domain) -> Mean {
    let size = weightSummary(of: domain)
    var sum = 0.0
    for row in domain.rows.lazy.map(Int.init) { sum += weights[row] * (values[row] ?? 0) }
    return (size, size.sum > 0 ? sum / size.sum : 0)
  }

  func membership(of domain: Domain) -> [Bool] {
    var result = [Bool](repeating: false, count: rowCount)
    for row in domain.rows { result[Int(row)] = true }
    return result
  }

  static func union(_ a: Domain, _ b: Domain) -> Domain {
    if a == b { return a }
    var (i, j) = (0, 0)
    var rows: [Int32] = []
    rows.reserveCapacity(max(a.count, b.count))
    while i < a.count, j < b.count {
      let (x, y) = (a.rows[i], b.rows[j])
      rows.append(min(x, y))
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return Domain(rows: rows + a.rows[i...] + b.rows[j...])
  }

  func checkAnswers(_ values: [Double?]) throws(DesignError) {
    guard values.count == rowCount else {
      throw .lengthMismatch(column: .answers, expected: rowCount, found: values.count)
    }
    try NumericColumn.check(values)
  }
}
