extension ReferenceCase {
  /// Recomputes the case through the public interface.
  func run() throws -> JSON {
    switch operation {
    case "freq": try freq()
    case "kish": try kish()
    case "prop_ci": try propCI()
    case "svy_prop": try svyProp()
    case "mean": try mean()
    case "svy_mean": try svyMean()
    case "quantile": try quantile()
    case "wquantile": try wquantile()
    case "crosstab": try crosstab()
    case "wcrosstab": try wcrosstab()
    case "colprop": try colprop()
    case "table_tests": try tableTests()
    case "mr": try mr()
    case "rake": try rake()
    case "rake_se": try rakeSE()
    case "calibrate": try calibrate()
    case "poststratify": try poststratify()
    case "trim": try trim()
    case "two_prop": try twoProp()
    case "two_mean": try twoMean()
    case "svy_diff_indep": try svyDiffIndep()
    case "svy_diff_domain": try svyDiffDomain()
    case "svy_diff_paired": try svyDiffPaired()
    case "rank": try rank()
    case "freq_weight_stats": try freqWeightStats()
    case "lonely_psu": try lonelyPSU()
    case "nan_weight": try nanWeight()
    case "rake_error": try rakeError()
    case "rake_inconsistent": try rakeInconsistent()
    default: throw UnknownReference("operation \(operation) in \(id)")
    }
  }
}
