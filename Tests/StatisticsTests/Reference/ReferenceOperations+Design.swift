import Statistics

extension ReferenceCase {
  func svyProp() throws -> JSON {
    try allow("var", "value", "weight", "strata", "psu", "fpc", "level", "y", "w", "policy")
    let (design, values) = try inlineOrTable()
    guard let share = design.share(of: values, in: design.everyone).value else { return .null }
    var result = JSON([
      "n": JSON(share.base.count), "p": JSON(share.share), "se": share.standardError.json,
      "df": JSON(share.degreesOfFreedom), "deff_wr": share.designEffect.json,
      "deff_wor": share.designEffectWithoutReplacement.json, "n_eff": share.effectiveSize.json,
      "n_eff_df": share.adjustedEffectiveSize(level: level).json,
    ])
    let methods: [(String, DesignIntervalMethod)] = [
      ("mean", .linear), ("logit", .logit), ("xlogit", .logit), ("beta", .kornGraubard),
      ("asin", .arcsine), ("mean_z", .normal), ("wilson_neff_df", .wilson),
      ("wilson_neff", .wilsonUnadjusted), ("agresti_coull_neff", .agrestiCoull),
    ]
    let intervals = methods.map { ($0.0, share.interval($0.1, level: level).json) }
    result = result.merging(JSON(["ci": .object(Dictionary(uniqueKeysWithValues: intervals))]))
    return result
  }

  private func inlineOrTable() throws -> (SurveyDesign, [Bool?]) {
    guard has("y") else {
      let table = try table(nil)
      return (try design(table), try indicator(table))
    }
    var y = (arguments["y"]?.optionalDoubles ?? []).map { $0.map { $0 == 1 } }
    var w = (arguments["w"]?.optionalDoubles ?? []).map { $0 ?? .nan }
    var rule = NonFiniteWeightRule.refuse
    switch arguments["policy"]?.string {
    case nil: break
    case let text? where text.contains("weight 0 stay"): break
    case let text? where text.contains("weight 0 removed first"):
      let kept = w.indices.filter { w[$0] > 0 }
      (y, w) = (kept.map { y[$0] }, kept.map { w[$0] })
    case let text? where text.contains("without a weight removed"): rule = .exclude
    default: throw missing("policy")
    }
    return (try SurveyDesign(rowCount: w.count, weights: w, nonFiniteWeights: rule), y)
  }

  func svyMean() throws -> JSON {
    try allow("var", "weight", "strata", "psu", "fpc", "level", "y", "w")
    let (design, values): (SurveyDesign, [Double?])
    if has("y") {
      values = arguments["y"]?.optionalDoubles ?? []
      design = try SurveyDesign(rowCount: values.count, weights: doubles("w"))
    } else {
      let table = try table(nil)
      design = try self.design(table)
      values = try table.numbers(string("var"))
    }
    guard let mean = try design.mean(of: values, in: design.everyone).value else { return .null }
    return JSON([
      "n": JSON(mean.base.count), "mean": JSON(mean.mean), "se": mean.standardError.json,
      "df": JSON(mean.degreesOfFreedom), "ci_t": mean.interval(level: level).json,
      "ci_z": mean.normalInterval(level: level).json, "deff_wr": mean.designEffect.json,
      "deff_wor": mean.designEffectWithoutReplacement.json, "total": JSON(mean.total),
      "total_se": mean.totalStandardError.json, "var": mean.variance.json,
    ])
  }

  func wquantile() throws -> JSON {
    try allow("var", "weight", "strata", "psu", "fpc")
    let table = try table(nil)
    let design = try design(table)
    let values = try table.numbers(string("var"))
    let probabilities = expected["probs"]?.doubles ?? []
    let rules: [(String, WeightedQuantile)] = [
      ("math", .inverse), ("school", .averagedInverse), ("shahvaish", .shahVaish),
      ("hf1", .inverse), ("hf2", .averagedInverse), ("hf3", .nearestEven), ("hf4", .linear),
      ("hf5", .hazen), ("hf6", .weibull), ("hf7", .standard), ("hf8", .medianUnbiased),
      ("hf9", .normalUnbiased),
    ]
    var found: [String: JSON] = [:]
    for (name, rule) in rules {
      found[name] = try design.quantiles(
        of: values, at: probabilities, rule: rule, in: design.everyone
      ).value.map { JSON($0) }
    }
    let quartiles = expected["woodruff_mean_math"]?["probs"]?.doubles ?? []
    let estimates =
      try design.quantileEstimates(
        of: values, at: quartiles, rule: .inverse, in: design.everyone
      ).value ?? []
    return JSON([
      "n": JSON(values.count { $0 != nil }), "probs": JSON(probabilities), "rules": .object(found),
      "inverse_cdf": found["math"] ?? .null,
      "woodruff_mean_math": JSON([
        "probs": JSON(quartiles), "lower": JSON(estimates.map { $0.interval.value?.lower }),
        "upper": JSON(estimates.map { $0.interval.value?.upper }),
        "se": JSON(estimates.map { $0.standardError.value }),
      ]),
    ])
  }

  func lonelyPSU() throws -> JSON {
    try allow("y", "strata", "w", "policy")
    let rules: [String: LonelyUnitRule] = [
      "fail": .refuse, "average": .average, "adjust": .adjust, "remove": .remove,
      "certainty": .certainty,
    ]
    guard let rule = rules[try string("policy")] else { throw missing("policy") }
    let names = try strings("strata")
    let strata = try ReferenceTable.codes(names, levels: ReferenceTable.distinct(names))
    let y = arguments["y"]?.optionalDoubles ?? []
    let design: SurveyDesign
    do {
      design = try SurveyDesign(
        rowCount: y.count, weights: doubles("w"), strata: strata, lonelyUnits: rule)
    } catch let error as DesignError {
      guard case .singleUnitStrata = error else { throw error }
      return JSON(["error": .bool(true)])
    }
    guard let mean = try design.mean(of: y, in: design.everyone).value else { return .null }
    return JSON([
      "mean": JSON(mean.mean), "se_mean": mean.standardError.json, "total": JSON(mean.total),
      "se_total": mean.totalStandardError.json, "df": JSON(mean.degreesOfFreedom),
    ])
  }

  func nanWeight() throws -> JSON {
    try allow("y", "w")
    let w = (arguments["w"]?.optionalDoubles ?? []).map { $0 ?? .nan }
    do {
      _ = try SurveyDesign(rowCount: w.count, weights: w)
      return JSON(["error": .bool(false)])
    } catch {
      guard case .nonFiniteWeights(let rows) = error, rows == w.indices.filter({ w[$0].isNaN })
      else { throw error }
      return JSON(["error": .bool(true)])
    }
  }
}
