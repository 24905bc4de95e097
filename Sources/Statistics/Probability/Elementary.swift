internal import CBoostMath

// The elementary functions of the C library, under their usual names.

@inline(__always) func log(_ x: Double) -> Double { cbm_log(x) }
@inline(__always) func log10(_ x: Double) -> Double { cbm_log10(x) }
@inline(__always) func exp(_ x: Double) -> Double { cbm_exp(x) }
@inline(__always) func log1p(_ x: Double) -> Double { cbm_log1p(x) }
@inline(__always) func expm1(_ x: Double) -> Double { cbm_expm1(x) }
@inline(__always) func sin(_ x: Double) -> Double { cbm_sin(x) }
@inline(__always) func asin(_ x: Double) -> Double { cbm_asin(x) }

/// `log(Γ(x))` for x > 0.
func logGamma(_ x: Double) -> Double { cbm_log_gamma(x) }

/// `log(n!)` for a whole n ≥ 0 (any real n > -1).
func logFactorial(_ n: Double) -> Double { cbm_log_gamma(n + 1) }

/// What Stirling's formula for `log(n!)` leaves out, for n > 0.
func stirlingError(_ n: Double) -> Double { cbm_stirling_error(n) }
