// The checks that a design passes once, when it is built.

extension SurveyDesign {
  /// The weights with those of excluded rows set to zero, and the rows that are kept.
  static func check(
    _ weights: [Double]?, rowCount: Int, rule: NonFiniteWeightRule
  ) throws(DesignError) -> (weights: [Double], active: [Int32], excluded: [Int]) {
    guard var result = weights else {
      return (
        [Double](repeating: 1, count: rowCount), Array(0..<Int32(rowCount)), []
      )
    }
    guard result.count == rowCount else {
      throw .lengthMismatch(column: .weights, expected: rowCount, found: result.count)
    }
    let broken = result.indices.filter { !result[$0].isFinite }
    if rule == .refuse, !broken.isEmpty { throw .nonFiniteWeights(rows: broken) }
    for row in broken { result[row] = 0 }
    let negative = result.indices.filter { result[$0] < 0 }
    if !negative.isEmpty { throw .negativeWeights(rows: negative) }
    if broken.isEmpty { return (result, Array(0..<Int32(rowCount)), []) }
    let excluded = Set(broken)
    return (result, (0..<rowCount).filter { !excluded.contains($0) }.map(Int32.init), broken)
  }

  /// Every row that is kept has a code.
  static func check(
    _ column: CodeColumn?, as name: DesignError.Column, rowCount: Int, rows: [Int32]
  ) throws(DesignError) {
    guard let column else { return }
    guard column.count == rowCount else {
      throw .lengthMismatch(column: name, expected: rowCount, found: column.count)
    }
    let missing = rows.filter { column.codes[Int($0)] < 0 }
    if !missing.isEmpty { throw .missingCode(column: name, rows: missing.map(Int.init)) }
  }

  /// Numbers the pairs (stratum, cluster) that occur, and gives the stratum of each.
  static func units(
    of clusters: CodeColumn, in strata: CodeColumn?, rows: [Int32]
  ) -> (ofRow: [Int32], strata: [Int32]) {
    var ofRow = [Int32](repeating: -1, count: clusters.count)
    var unitStrata: [Int32] = []
    var known: [Int64: Int32] = [:]
    for row in rows.lazy.map(Int.init) {
      let stratum = strata?.codes[row] ?? 0
      let key = Int64(stratum) << 32 | Int64(clusters.codes[row])
      if let unit = known[key] {
        ofRow[row] = unit
      } else {
        let unit = Int32(unitStrata.count)
        known[key] = unit
        ofRow[row] = unit
        unitStrata.append(stratum)
      }
    }
    return (ofRow, unitStrata)
  }

  static func set(_ sizes: [Double], on strata: inout [Stratum]) throws(DesignError) {
    guard sizes.count == strata.count else {
      throw .lengthMismatch(column: .populationSizes, expected: strata.count, found: sizes.count)
    }
    for (index, size) in sizes.enumerated() where strata[index].units > 0 {
      guard size.isFinite, size > 0 else { throw .populationSize(stratum: index, size: size) }
      guard size >= Double(strata[index].units) else {
        throw .populationSmallerThanSample(
          stratum: index, population: size, sampled: strata[index].units)
      }
      strata[index].population = size
    }
  }

  static func refuseLonely(
    _ table: [Stratum], strata: CodeColumn?, rows: [Int32]
  ) throws(DesignError) {
    let lonely = table.indices.filter { table[$0].isLonely }
    guard let strata, !lonely.isEmpty, table.count(where: { $0.units > 0 }) > 1 else { return }
    let named = rows.filter { lonely.contains(Int(strata.codes[Int($0)])) }
    throw .singleUnitStrata(strata: lonely, rows: named.map(Int.init))
  }
}
