extension SurveyDesign {
  /// The covariance of the weighted totals of the categories of a column.
  ///
  /// Each row lies in one category at most, so that without clusters sums of weights and of squared
  /// weights suffice. - Complexity: O(rows + strata × categories²), plus O(clusters × categories²)
  /// when there are clusters.
  func totalsCovariance(of column: CodeColumn, in domain: Domain) -> Matrix? {
    let k = column.categoryCount
    guard hasVariance else { return nil }
    if isClustered || calibration != nil || lonelyUnits == .adjust {
      return covariance(over: domain, dimension: k) { row, z in
        for i in z.indices { z[i] = 0 }
        let code = Int(column.codes[row])
        if code >= 0 { z[code] = weights[row] }
      }
    }
    var sums = [Double](repeating: 0, count: strata.count * k)
    var squares = sums
    var touched = [Bool](repeating: false, count: strata.count)
    for row in domain.rows.lazy.map(Int.init) {
      let h = Int(rowStrata?[row] ?? 0)
      touched[h] = true
      let code = Int(column.codes[row])
      if code < 0 { continue }
      sums[h * k + code] += weights[row]
      squares[h * k + code] += weights[row] * weights[row]
    }
    var result = Matrix(rows: k, columns: k)
    var (used, alone) = (0, 0)
    for (h, stratum) in strata.enumerated() where touched[h] {
      used += 1
      if stratum.isLonely { alone += 1 }
      if stratum.units == 1 { continue }
      let n = Double(stratum.units)
      let scale = (1 - stratum.samplingFraction) * n / (n - 1)
      for i in 0..<k where sums[h * k + i] != 0 {
        result[i, i] += scale * squares[h * k + i]
        for j in 0..<k { result[i, j] -= scale * sums[h * k + i] * sums[h * k + j] / n }
      }
    }
    if lonelyUnits == .average, alone > 0 {
      return alone == used ? nil : result.scaled(by: Double(used) / Double(used - alone))
    }
    return result
  }
}
