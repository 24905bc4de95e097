/// The closed forms of intervals for a share p on a size n, both of which may be effective sizes.
///
/// `z` is the normal quantile of the level, `alpha` its complement.
enum ShareFormulas {
  static func wald(_ p: Double, _ n: Double, z: Double) -> Interval {
    let half = z * (p * (1 - p) / n).squareRoot()
    return Interval(lower: p - half, upper: p + half)
  }

  /// Wilson 1927, without continuity correction. Exactly 0 and 1 at the boundaries.
  static func wilson(_ p: Double, _ n: Double, z: Double) -> Interval {
    let z2 = z * z
    let centre = p + z2 / (2 * n)
    let half = z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    return Interval(
      lower: p <= 1e-9 ? 0 : (centre - half) / scale,
      upper: 1 - p <= 1e-9 ? 1 : (centre + half) / scale)
  }

  /// Wilson with Yates's continuity correction (Newcombe 1998, method 4), capped at |x - n/2| as in
  /// R `prop.test`.
  static func wilsonCorrected(_ p: Double, _ n: Double, z: Double) -> Interval {
    let correction = min(0.5, abs(p * n - n / 2)) / n
    let z2 = z * z / (2 * n)
    func limit(_ share: Double, _ sign: Double) -> Double {
      (share + z2 + sign * z * (share * (1 - share) / n + z2 / (2 * n)).squareRoot())
        / (1 + 2 * z2)
    }
    let below = p - correction
    let above = p + correction
    return Interval(
      lower: below <= 0 ? 0 : max(0, limit(below, -1)),
      upper: above >= 1 ? 1 : min(1, limit(above, 1)))
  }

  /// Clopper and Pearson 1934, by quantiles of the beta distribution.
  static func clopperPearson(_ p: Double, _ n: Double, alpha: Double) -> Interval {
    let x = p * n
    return Interval(
      lower: x <= 0 ? 0 : Beta.quantile(lower: alpha / 2, x, n - x + 1),
      upper: 1 - p <= 0 ? 1 : Beta.quantile(upper: alpha / 2, x + 1, n - x))
  }

  /// Agresti and Coull 1998, with z² added observations; not clipped.
  static func agrestiCoull(_ p: Double, _ n: Double, z: Double) -> Interval {
    let size = n + z * z
    let centre = (p * n + z * z / 2) / size
    let half = z * (centre * (1 - centre) / size).squareRoot()
    return Interval(lower: centre - half, upper: centre + half)
  }

  /// The beta(½, ½) posterior with equal tails (Brown, Cai and DasGupta 2001), closed at 0 and 1.
  static func jeffreys(_ p: Double, _ n: Double, alpha: Double) -> Interval {
    let x = p * n
    return Interval(
      lower: x <= 0 ? 0 : Beta.quantile(lower: alpha / 2, x + 0.5, n - x + 0.5),
      upper: 1 - p <= 0 ? 1 : Beta.quantile(upper: alpha / 2, x + 0.5, n - x + 0.5))
  }

  /// A symmetric interval of the log-odds, `se` being the standard error of p. 0 < p < 1.
  static func logit(_ p: Double, se: Double, critical: Double) -> Interval {
    let centre = log(p / (1 - p))
    let half = critical * se / (p * (1 - p))
    return Interval(lower: logistic(centre - half), upper: logistic(centre + half))
  }

  /// A symmetric interval of the arcsine of √p. 0 < p < 1.
  static func arcsine(_ p: Double, se: Double, critical: Double) -> Interval {
    let centre = asin(p.squareRoot())
    let half = critical * se / (2 * (p * (1 - p)).squareRoot())
    let (low, high) = (sin(centre - half), sin(centre + half))
    return Interval(lower: low * low, upper: high * high)
  }

  private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
