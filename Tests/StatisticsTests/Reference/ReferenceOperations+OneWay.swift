import Statistics

extension ReferenceCase {
  func freq() throws -> JSON {
    try allow("var", "weight", "values", "levels")
    let column: CodeColumn
    let names: [String]
    var design: SurveyDesign
    if has("values") {
      names = try strings("levels")
      let values = arguments["values"]?.array?.map(\.string) ?? []
      column = try ReferenceTable.codes(values, levels: names)
      design = try .simpleRandom(rowCount: column.count)
    } else {
      let table = try table(nil)
      column = try table.codes(string("var"))
      names = table.levels[try string("var")] ?? []
      design = try self.design(table)
    }
    let table = FrequencyTable(column, design: design, domain: design.everyone)
    func list(_ values: [Double]?) -> JSON {
      JSON(values.map { $0.map { percent($0) } } ?? names.map { _ in nil })
    }
    let counts = JSON([
      "n_total": JSON(table.totalCount), "n_valid": JSON(table.validCount),
      "n_missing": JSON(table.missingCount), "values": JSON(names), "n": JSON(table.counts),
      "pct_total": list(table.shares(.people, of: .total)), "pct_valid": list(table.shares()),
      "cum_pct_valid": list(table.cumulativeShares()),
    ])
    guard has("weight") else { return counts }
    return counts.merging(
      JSON([
        "w_total": JSON(table.totalWeight), "w_valid": JSON(table.validWeight),
        "w_missing": JSON(table.missingWeight), "wn": JSON(table.weights),
        "wpct_total": list(table.shares(.weight, of: .total)),
        "wpct_valid": list(table.shares(.weight)),
        "wcum_pct_valid": list(table.cumulativeShares(.weight)),
      ]))
  }

  func kish() throws -> JSON {
    try allow("weight", "w")
    let weights = has("w") ? try doubles("w") : try table(nil).weights(string("weight"))
    let summary = WeightSummary(weights)
    return JSON([
      "n": JSON(summary.count), "sum_w": JSON(summary.sum), "sum_w2": JSON(summary.sumOfSquares),
      "n_eff": summary.effectiveSize.json, "deff_w": summary.designEffect.json,
      "cv_w_pop": summary.coefficientOfVariation.json, "min_w": summary.minimum.json,
      "max_w": summary.maximum.json,
    ])
  }

  func propCI() throws -> JSON {
    try allow("var", "value", "x", "n", "N", "level")
    var (count, size) = (0.0, 0.0)
    if has("var") {
      let values = try indicator(table(nil))
      count = Double(values.count { $0 == true })
      size = Double(values.count { $0 != nil })
    } else {
      (count, size) = (try double("x"), try double("n"))
    }
    let population = arguments["N"]?.double
    let sample = ShareOfSample(count: count, size: size, population: population)
    func interval(_ method: ShareIntervalMethod) -> JSON {
      sample.interval(method, level: level).json
    }
    var intervals = JSON([
      "wald": interval(.wald), "wilson": interval(.wilson),
      "agresti_coull": interval(.agrestiCoull),
      "clopper_pearson": interval(.clopperPearson), "logit": interval(.logit),
      "jeffreys": interval(.jeffreys),
    ])
    var result = JSON(["x": JSON(count), "n": JSON(size), "p": sample.share.json])
    if let population {
      result = result.merging(
        JSON([
          "N": JSON(population), "f": JSON(sample.samplingFraction),
          "fpc": JSON(sample.populationFactor), "n_eff": sample.effectiveSize.json,
          "se_n1": sample.unbiasedStandardError.json,
        ]))
    } else {
      intervals = intervals.merging(JSON(["wilson_cc": interval(.wilsonCorrected)]))
      result = result.merging(JSON(["se": sample.standardError.json]))
    }
    return result.merging(JSON(["ci": intervals]))
  }

  func mean() throws -> JSON {
    try allow("var", "values", "level")
    let values =
      has("values")
      ? arguments["values"]?.optionalDoubles ?? [] : try table(nil).numbers(string("var"))
    let mean = try SampleMean(values)
    return JSON([
      "n": JSON(mean.count), "mean": mean.mean.json, "sd": mean.standardDeviation.json,
      "var": mean.variance.json, "se": mean.standardError.json, "df": JSON(mean.degreesOfFreedom),
      "ci_t": mean.interval(level: level).json, "min": mean.minimum.json, "max": mean.maximum.json,
      "sum": JSON(mean.sum),
    ])
  }

  func quantile() throws -> JSON {
    try allow("var", "values")
    let values =
      has("values")
      ? arguments["values"]?.optionalDoubles ?? [] : try table(nil).numbers(string("var"))
    let probabilities = expected["probs"]?.doubles ?? []
    var result = JSON(["n": JSON(values.count { $0 != nil }), "probs": JSON(probabilities)])
    for rule in SampleQuantile.allCases {
      let found = try rule(of: values, at: probabilities).value
      result = result.merging(.object(["type\(rule.rawValue)": found.map { JSON($0) } ?? .null]))
    }
    return result
  }

  func freqWeightStats() throws -> JSON {
    try allow("var", "weight", "weights_are", "filter")
    guard try string("weights_are") == "frequencies" else { throw missing("weights_are") }
    let table = try table(nil)
    let rows = try filtered(table)
    let values = try table.numbers(string("var"))
    let weights = try table.weights(string("weight"))
    let summary = try FrequencyWeightedSummary.of(
      rows.map { values[$0] }, frequencies: rows.map { weights[$0] })
    guard let s = summary.value else { return .null }
    return JSON([
      "w_valid": JSON(s.count), "w_missing": JSON(s.missingCount), "mean": JSON(s.mean),
      "variance": s.variance.json, "sd": s.standardDeviation.json, "se": s.standardError.json,
      "sum": JSON(s.sum), "median": JSON(s.median), "mode_smallest": JSON(s.mode),
      "min": JSON(s.minimum), "max": JSON(s.maximum),
    ])
  }

  /// The rows that the argument `filter` keeps: column -> value.
  func filtered(_ table: ReferenceTable) throws -> [Int] {
    var rows = Array(0..<table.rowCount)
    for (name, value) in arguments["filter"]?.members ?? [:] {
      let column = try table.text(name)
      let wanted = value.string ?? value.double.map { "\(Int($0))" }
      rows = rows.filter { column[$0] == wanted }
    }
    return rows
  }
}
