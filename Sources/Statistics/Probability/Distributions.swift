internal import CBoostMath

// Probability distributions. `lower(x)` is P(X ≤ x), `upper(x)` is P(X > x); each is computed on its
// own so that small tails keep their digits. The quantiles are named after the tail they are given.
// Arguments are checked by the callers: outside its domain a function gives NaN, which no public
// function lets through.

/// The standard normal distribution. Agrees with R `pnorm`, `qnorm`.
enum Normal {
  static func lower(_ x: Double) -> Double { cbm_normal_lower(x) }
  static func upper(_ x: Double) -> Double { cbm_normal_upper(x) }
  static func quantile(lower p: Double) -> Double { cbm_normal_quantile(p) }
  static func quantile(upper p: Double) -> Double { cbm_normal_upper_quantile(p) }

  /// P(|X| > |z|).
  static func twoSided(_ z: Double) -> Double { min(1, 2 * upper(abs(z))) }

  /// The half-width, in standard errors, of a two-sided interval: 1.96 at 95 %.
  static func critical(level: Double) -> Double { quantile(upper: (1 - level) / 2) }
}

/// Student's t. Agrees with R `pt`, `qt`; degrees of freedom may be fractional, and are > 0.
enum StudentT {
  static func upper(_ x: Double, df: Double) -> Double { cbm_student_upper(x, df) }
  static func quantile(upper p: Double, df: Double) -> Double { cbm_student_upper_quantile(p, df) }
  static func twoSided(_ t: Double, df: Double) -> Double { min(1, 2 * upper(abs(t), df: df)) }
  static func critical(level: Double, df: Double) -> Double {
    quantile(upper: (1 - level) / 2, df: df)
  }
}

/// Chi-squared. Agrees with R `pchisq`.
enum ChiSquared {
  static func upper(_ x: Double, df: Double) -> Double {
    x <= 0 ? 1 : cbm_chi_squared_upper(x, df)
  }
}

/// Fisher's F. Agrees with R `pf`; an infinite second number of degrees of freedom is allowed.
enum FisherF {
  static func upper(_ x: Double, df1: Double, df2: Double) -> Double {
    if x <= 0 { return 1 }
    return df2.isInfinite ? cbm_chi_squared_upper(x * df1, df1) : cbm_fisher_upper(x, df1, df2)
  }
}

/// The beta distribution. Agrees with R `pbeta`, `qbeta`.
enum Beta {
  static func lower(_ x: Double, _ a: Double, _ b: Double) -> Double { cbm_beta_lower(x, a, b) }
  static func quantile(lower p: Double, _ a: Double, _ b: Double) -> Double {
    cbm_beta_quantile(p, a, b)
  }
  static func quantile(upper p: Double, _ a: Double, _ b: Double) -> Double {
    cbm_beta_upper_quantile(p, a, b)
  }
}

/// The binomial distribution. Agrees with R `pbinom`, `dbinom`.
enum Binomial {
  static func lower(_ k: Int, n: Int, p: Double) -> Double {
    if k < 0 { return 0 }
    return k >= n ? 1 : cbm_binomial_lower(Double(k), Double(n), p)
  }

  /// P(X ≥ k), the inclusive upper tail.
  static func atLeast(_ k: Int, n: Int, p: Double) -> Double {
    if k <= 0 { return 1 }
    return k > n ? 0 : cbm_binomial_upper(Double(k - 1), Double(n), p)
  }
}
