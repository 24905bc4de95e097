/// Whether groups of people differ in what they name, all options together.
///
/// One person fills several cells, so that the chi-squared of the table of mentions is wrong. The
/// statistic is the sum over options of the Pearson chi-squared of "named or not" by group; its law
/// is a mixture whose weights are estimated from the design, and corrected to second order (Rao and
/// Scott 1984; for several answers Agresti and Liu 1999, Bilder and Loughin 2004, Thomas and
/// Decady 2004). With one option it is Pearson's test.
public struct MarginalHomogeneityTest: Sendable, Equatable {
  /// The sum of the chi-squared of each option, on n respondents.
  public let chiSquared: Double
  /// chiSquared over the trace of the design effects.
  public let f: Double
  public let numeratorDF: Double
  public let denominatorDF: Double
  public let p: Double
  /// The options that everybody or nobody named, which tell nothing and are left out.
  public let constantOptions: [Int]
  /// The groups in which nobody is, left out.
  public let emptyGroups: [Int]

  /// - Returns: `emptyBase`, `zeroWeight`, `tooFewCategories` when one group or no varying option is
  ///   left, `noDegreesOfFreedom`, `wholePopulation`, `workLimit`, `noVariation`.
  /// - Complexity: O(rows × (options × groups)²) at most.
  public static func of(
    _ mentions: MentionColumn, by groups: CodeColumn, design: SurveyDesign, in domain: Domain,
    base: MentionBase = .respondents
  ) -> Estimated<MarginalHomogeneityTest> {
    let answered = design.restrict(
      design.domain(of: mentions, base: base, in: domain), to: groups)
    let size = design.weightSummary(of: answered)
    if let reason = design.emptiness(of: size) { return .failure(reason) }
    if design.isWholePopulation { return .failure(.wholePopulation) }
    var sums = [Double](repeating: 0, count: groups.categoryCount)
    var named = Matrix(rows: mentions.optionCount, columns: groups.categoryCount)
    for row in answered.rows.lazy.map(Int.init) {
      let g = Int(groups.codes[row])
      sums[g] += design.weights[row]
      mentions.forEachMention(row: row) { named[$0, g] += design.weights[row] }
    }
    let total = sums.reduce(0, +)
    let shares = named.rowSums.map { $0 / total }
    let used = sums.indices.filter { sums[$0] > 0 }
    let varying = shares.indices.filter { shares[$0] > 0 && shares[$0] < 1 - 1e-12 }
    guard used.count > 1, !varying.isEmpty else {
      return .failure(.tooFewCategories(rows: varying.count, columns: used.count))
    }
    guard varying.count * used.count <= RaoScottTest.largestTable else {
      return .failure(.workLimit(RaoScottTest.largestTable))
    }
    let df = design.degreesOfFreedom(of: answered)
    guard df > 0 else { return .failure(.noDegreesOfFreedom) }
    let setup = Setup(
      mentions: mentions, groups: groups, options: varying, used: used, shares: shares, sums: sums,
      total: total)
    guard let covariance = setup.covariance(design, answered) else {
      return .failure(.noDegreesOfFreedom)
    }
    guard covariance.trace > 0 else { return .failure(.noVariation) }
    return .success(
      setup.test(
        named: named, covariance: covariance, count: Double(size.count), df: Double(df),
        constantOptions: shares.indices.filter { !varying.contains($0) },
        emptyGroups: sums.indices.filter { !used.contains($0) }))
  }

  private struct Setup {
    let mentions: MentionColumn
    let groups: CodeColumn
    let options: [Int]
    let used: [Int]
    let shares: [Double]
    let sums: [Double]
    let total: Double

    /// The covariance of the deviations (share in a group - share of all), linearised at equality:
    /// w (named - share) (1[in group] / W_group - 1 / W).
    func covariance(_ design: SurveyDesign, _ domain: Domain) -> Matrix? {
      design.covariance(over: domain, dimension: options.count * used.count) { row, z in
        var k = 0
        let group = Int(groups.codes[row])
        for option in options {
          let hit = mentions.contains(option, row: row) ? 1.0 : 0.0
          let value = design.weights[row] * (hit - shares[option])
          for g in used {
            z[k] = value * ((g == group ? 1 / sums[g] : 0) - 1 / total)
            k += 1
          }
        }
      }
    }

    func test(
      named: Matrix, covariance: Matrix, count: Double, df: Double, constantOptions: [Int],
      emptyGroups: [Int]
    ) -> MarginalHomogeneityTest {
      var weighted = covariance
      var chi = 0.0
      var k = 0
      for option in options {
        let p = shares[option]
        for g in used {
          let deviation = named[option, g] / sums[g] - p
          let weight = count * (sums[g] / total) / (p * (1 - p))
          chi += weight * deviation * deviation
          for j in 0..<covariance.columnCount { weighted[k, j] *= weight }
          k += 1
        }
      }
      let trace = weighted.trace
      let numerator = trace * trace / weighted.times(weighted).trace
      let f = chi / trace
      return MarginalHomogeneityTest(
        chiSquared: chi, f: f, numeratorDF: numerator, denominatorDF: numerator * df,
        p: FisherF.upper(f, df1: numerator, df2: numerator * df),
        constantOptions: constantOptions, emptyGroups: emptyGroups)
    }
  }
}
