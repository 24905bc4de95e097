import Testing

@testable import Statistics

/// The same quantities by R, by other derivations, and under changes that must not matter.
@Suite struct EstimateTests {
  @Test(arguments: ["weights", "stratified", "clustered"]) func agreesWithR(name: String) throws {
    let design = try Golden.design(name)
    let expected = try #require(Golden.document["estimates"]?[name])
    func check(_ key: String, _ value: Double?, _ tolerance: Double = 1e-9) {
      #expect(isClose(value, expected[key]?.double, tolerance), "\(name) \(key)")
    }
    let good = try Golden.isGood()
    let share = try #require(design.share(of: good, in: design.everyone).value)
    check("share", share.share)
    check("se", share.standardError.value)
    check("df", Double(share.degreesOfFreedom))
    check("deff", share.designEffect.value)
    let beta = share.interval(.kornGraubard).value
    #expect(isClose(beta?.lower, expected["beta"]?["lower"]?.double))
    #expect(isClose(beta?.upper, expected["beta"]?["upper"]?.double))
    let scores = Golden.numbers("score")
    let mean = try #require(try design.mean(of: scores, in: design.everyone).value)
    check("mean", mean.mean)
    check("mean_se", mean.standardError.value)
    check("total", mean.total)
    check("total_se", mean.totalStandardError.value)
    let quartiles = try design.quantiles(of: scores, at: [0.25, 0.5, 0.75], in: design.everyone)
    #expect(quartiles.value == expected["quartiles"]?.doubles)
    let area = try Golden.codes("area", 3)
    let first = design.domains(by: area)[0]
    let domain = try #require(design.share(of: good, in: first).value)
    check("domain", domain.share)
    check("domain_se", domain.standardError.value)
    check("domain_df", Double(domain.degreesOfFreedom))
    let numbers = good.map { $0.map { $0 ? 1.0 : 0 } }
    let domains = design.domains(by: area)
    let difference = try #require(
      try design.difference(of: numbers, between: domains[0], and: domains[2]).value)
    let covariances = expected["by_area_cov"]?.array?.map { $0.doubles ?? [] } ?? []
    #expect(abs(difference.covariance - covariances[0][2]) < 1e-12)
    #expect(isClose(difference.secondStandardError, covariances[2][2].squareRoot()))
    let test = try #require(
      RaoScottTest.of(Golden.codes("view", 3), by: area, design: design, in: design.everyone).value)
    let rao = expected["rao_scott"]
    #expect(isClose(test.secondOrder.value, rao?["f"]?.double))
    #expect(isClose(test.secondOrder.numeratorDF, rao?["ndf"]?.double))
    #expect(isClose(test.secondOrder.denominatorDF, rao?["ddf"]?.double))
    #expect(isClose(test.secondOrder.p, rao?["p"]?.double))
  }

  /// The variance of a ratio written out, unit by unit, from the definition.
  @Test func aDomainMeanIsARatioOfTotals() throws {
    let design = try Golden.design("clustered")
    let area = try Golden.codes("area", 3)
    let scores = Golden.numbers("score")
    let domain = design.domains(by: area)[1]
    let found = try #require(try design.mean(of: scores, in: domain).value)
    // Ratio: total of y over total of x, residuals y - R x over all rows of the design.
    var (y, x) = ([Double](repeating: 0, count: 72), [Double](repeating: 0, count: 72))
    for row in 0..<72 where area.codes[row] == 1 {
      if let score = scores[row] { (y[row], x[row]) = (score, 1) }
    }
    let w = Golden.weights
    var (totalY, totalX, xy, xx) = (0.0, 0.0, 0.0, 0.0)
    for row in 0..<72 {
      totalY += w[row] * y[row]
      totalX += w[row] * x[row]
      xy += w[row] * x[row] * y[row]
      xx += w[row] * x[row] * x[row]
    }
    let ratio = totalY / totalX
    #expect(isClose(found.mean, ratio))
    let z = (0..<72).map { w[$0] * (y[$0] - ratio * x[$0]) / totalX }
    #expect(isClose(found.standardError.value, try Naive.standardError(z)))
    // Regression of y on the domain's indicator, through the origin: the same coefficient.
    let slope = xy / xx
    #expect(isClose(found.mean, slope))
  }

  @Test func weightsTimesTwoChangeNothing() throws {
    let good = try Golden.isGood()
    let one = try Golden.design("weights")
    let two = try SurveyDesign(rowCount: 72, weights: Golden.weights.map { $0 * 2 })
    let a = try #require(one.share(of: good, in: one.everyone).value)
    let b = try #require(two.share(of: good, in: two.everyone).value)
    #expect(isClose(a.standardError.value, b.standardError.value, 1e-13))
    #expect(isClose(a.base.effectiveSize.value, b.base.effectiveSize.value, 1e-13))
    #expect(a.degreesOfFreedom == b.degreesOfFreedom)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    var generator = Xoshiro256(seed: 3)
    let order = Array(0..<72).shuffled(using: &generator)
    let (strata, clusters) = (try Golden.codes("stratum", 3), try Golden.codes("cluster", 8))
    let good = try Golden.isGood()
    let shuffled = try SurveyDesign(
      rowCount: 72, weights: order.map { Golden.weights[$0] },
      strata: CodeColumn(order.map { strata.codes[$0] }, categoryCount: 3),
      clusters: CodeColumn(order.map { clusters.codes[$0] }, categoryCount: 8),
      populationSizes: [20, 11, 9])
    let design = try Golden.design("clustered")
    let a = design.share(of: good, in: design.everyone).value
    let b = shuffled.share(of: order.map { good[$0] }, in: shuffled.everyone).value
    #expect(isClose(a?.standardError.value, b?.standardError.value, 1e-12))
  }

  @Test func oneStratumOrClustersOfOneChangeNothing() throws {
    let good = try Golden.isGood()
    let plain = try Golden.design("weights")
    let expected = plain.share(of: good, in: plain.everyone).value?.standardError.value
    let one = try SurveyDesign(
      rowCount: 72, weights: Golden.weights,
      strata: CodeColumn([Int32](repeating: 0, count: 72), categoryCount: 1))
    let single = try SurveyDesign(
      rowCount: 72, weights: Golden.weights, clusters: CodeColumn(Array(0..<72), categoryCount: 72))
    for design in [one, single] {
      let found = design.share(of: good, in: design.everyone).value?.standardError.value
      #expect(isClose(found, expected, 1e-12))
    }
  }

  @Test func equalWeightsGiveTheTextbookVariance() throws {
    let design = try SurveyDesign(rowCount: 40, weights: [Double](repeating: 3, count: 40))
    let values: [Bool?] = (0..<40).map { $0 % 4 == 0 }
    let share = design.share(of: values, in: design.everyone).value
    #expect(isClose(share?.standardError.value, (0.25 * 0.75 / 39).squareRoot()))
    #expect(isClose(share?.designEffect.value, 1))
  }

  @Test func sharesOfAllCategoriesAddUp() throws {
    let design = try Golden.design("stratified")
    let view = try Golden.codes("view", 3)
    let shares = try #require(design.shares(of: view, in: design.everyone).value)
    #expect(isClose(shares.reduce(0) { $0 + $1.share }, 1, 1e-13))
    let both = try #require(design.share(ofAny: [0, 1], of: view, in: design.everyone).value)
    #expect(isClose(both.share, shares[0].share + shares[1].share, 1e-13))
    #expect(isClose(both.standardError.value, shares[2].standardError.value, 1e-10))
  }
}

/// Definitions written out slowly.
enum Naive {
  /// The standard error of a total of values under the clustered design of golden.R.
  static func standardError(_ z: [Double]) throws -> Double {
    let (strata, clusters) = (try Golden.codes("stratum", 3), try Golden.codes("cluster", 8))
    var variance = 0.0
    for (h, (units, size)) in [(8.0, 20.0), (6, 11), (4, 9)].enumerated() {
      var totals = [Double](repeating: 0, count: Int(units))
      for row in z.indices where Int(strata.codes[row]) == h {
        totals[Int(clusters.codes[row])] += z[row]
      }
      let mean = totals.reduce(0, +) / units
      let squares = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      variance += (1 - units / size) * units / (units - 1) * squares
    }
    return variance.squareRoot()
  }
}
