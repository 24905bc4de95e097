import Testing

@testable import Statistics

/// Distribution functions against closed forms that do not come from the same library.
@Suite struct DistributionsTests {
  @Test(arguments: [0.1, 0.5, 1, 3, 12.7]) func studentWithOneOrTwoDegreesOfFreedom(t: Double) {
    // df = 1 is the Cauchy law, tan; df = 2 has an algebraic cdf.
    let two = 0.5 - t / (2 * (2 + t * t).squareRoot())
    #expect(isClose(StudentT.upper(t, df: 2), two, 1e-12))
    let p = StudentT.upper(t, df: 1)
    #expect(isClose(StudentT.quantile(upper: p, df: 1), t, 1e-12))
  }

  @Test(arguments: [0.01, 1, 4.5, 40, 900]) func chiSquaredAndFWithTwoDegreesOfFreedom(x: Double) {
    #expect(isClose(ChiSquared.upper(x, df: 2), exp(-x / 2), 1e-12))
    // F(2, d): (1 + 2x/d)^(-d/2).
    let d = 7.0
    #expect(isClose(FisherF.upper(x, df1: 2, df2: d), exp(-d / 2 * log1p(2 * x / d)), 1e-12))
  }

  @Test func tailsOfTestsAreOneAtZero() {
    #expect(ChiSquared.upper(0, df: 3) == 1)
    #expect(FisherF.upper(0, df1: 3, df2: 10) == 1)
    #expect(isClose(FisherF.upper(1.5, df1: 3, df2: .infinity), ChiSquared.upper(4.5, df: 3)))
  }

  @Test(arguments: [0.025, 0.5, 0.9]) func betaWithOneParameterAtOne(p: Double) {
    let b = 6.0
    #expect(isClose(Beta.quantile(lower: p, 1, b), -expm1(log1p(-p) / b), 1e-12))
    #expect(isClose(Beta.quantile(upper: p, b, 1), exp(log1p(-p) / b), 1e-12))
  }

  @Test func normalQuantilesMirror() {
    #expect(isClose(Normal.critical(level: 0.95), 1.959963984540054, 1e-14))
    #expect(isClose(Normal.quantile(lower: 0.2), -Normal.quantile(upper: 0.2), 1e-14))
    #expect(isClose(Normal.twoSided(Normal.critical(level: 0.9)), 0.1, 1e-12))
  }

  @Test func argumentsOutsideTheDomainDoNotTrap() {
    #expect(StudentT.quantile(upper: 0.1, df: -1).isNaN)
    #expect(Beta.quantile(lower: 2, 1, 1).isNaN)
  }

  @Test func binomialTailsAddUp() {
    for n in 1...15 {
      for k in 0...n {
        let p = 0.3
        let sum = Binomial.lower(k, n: n, p: p) + Binomial.atLeast(k + 1, n: n, p: p)
        #expect(isClose(sum, 1, 1e-13))
      }
    }
    #expect(isClose(Binomial.atLeast(8, n: 10, p: 0.5), 56.0 / 1024, 1e-13))
  }
}
