import Statistics

extension ReferenceCase {
  /// The rows of two waves.
  private func waves(_ table: ReferenceTable) throws -> (first: [Int], second: [Int]) {
    let wave = try table.text(string("wave_var"))
    let (first, second) = (try string("wave1"), try string("wave2"))
    return (
      wave.indices.filter { wave[$0] == first }, wave.indices.filter { wave[$0] == second }
    )
  }

  func twoProp() throws -> JSON {
    try allow("var", "value", "wave_var", "wave1", "wave2", "level")
    let table = try table(nil)
    let values = try indicator(table)
    let waves = try waves(table)
    func sample(_ rows: [Int]) -> ShareOfSample {
      ShareOfSample(
        count: Double(rows.count { values[$0] == true }),
        size: Double(rows.count { values[$0] != nil }))
    }
    let found = ShareDifference.of(sample(waves.first), sample(waves.second))
    guard let d = found.value else { return .null }
    return JSON([
      "p1": d.first.share.json, "p2": d.second.share.json, "diff": JSON(d.difference),
      "se_unpooled": JSON(d.standardError), "ci_wald": d.waldInterval(level: level).json,
      "ci_newcombe": d.newcombeInterval(level: level).json, "z_pooled": JSON(d.zPooled),
      "p_pooled": JSON(d.pPooled), "z_unpooled": JSON(d.zUnpooled), "p_unpooled": JSON(d.pUnpooled),
    ])
  }

  func twoMean() throws -> JSON {
    try allow("var", "wave_var", "wave1", "wave2", "level")
    let table = try table(nil)
    let values = try table.numbers(string("var"))
    let waves = try waves(table)
    let found = try MeanDifference.of(
      SampleMean(waves.first.map { values[$0] }), SampleMean(waves.second.map { values[$0] }))
    guard let d = found.value else { return .null }
    func json(_ test: MeanDifference.Test) -> JSON {
      JSON([
        "t": JSON(test.t), "df": JSON(test.degreesOfFreedom), "p": JSON(test.p),
        "ci": test.interval(level: level).json,
      ])
    }
    return JSON([
      "mean1": JSON(d.first), "mean2": JSON(d.second), "welch": json(d.welch),
      "pooled": json(d.pooled),
    ])
  }

  func svyDiffIndep() throws -> JSON {
    try allow(
      "var", "value", "weight", "strata", "psu", "fpc", "sample_var", "sample1", "sample2",
      "survey1", "survey2", "level")
    let (first, second): (ShareEstimate?, ShareEstimate?)
    if has("survey1") {
      (first, second) = (try surveyShare("survey1"), try surveyShare("survey2"))
    } else {
      (first, second) = (try sampleShare("sample1"), try sampleShare("sample2"))
    }
    guard let first, let second,
      let d = Difference.ofSeparateSamples(first, second).value
    else { return .null }
    let (df1, df2) = (first.degreesOfFreedom, second.degreesOfFreedom)
    return JSON([
      "p1": JSON(d.first), "se1": JSON(d.firstStandardError), "df1": JSON(df1),
      "p2": JSON(d.second), "se2": JSON(d.secondStandardError), "df2": JSON(df2),
      "diff": JSON(d.difference), "se": JSON(d.standardError), "z": d.statistic.json,
      "p_z": d.normalP.json, "ci_z": d.normalInterval(level: level).json,
      "df_satterthwaite": JSON(d.degreesOfFreedom), "df_sum": JSON(df1 + df2),
      "p_t_satterthwaite": d.p.json, "ci_t_satterthwaite": d.interval(level: level).json,
    ])
  }

  private func surveyShare(_ name: String) throws -> ShareEstimate? {
    guard let survey = arguments[name], let path = survey["csv"]?.string else {
      throw missing(name)
    }
    let known = ["csv", "weight", "strata", "psu", "fpc"]
    for key in survey.members.keys where !known.contains(key) {
      throw UnknownReference("argument \(key) of \(name)")
    }
    let table = try table(path)
    let design = try Self.design(survey, table)
    return design.share(of: try indicator(table), in: design.everyone).value
  }

  /// The rows of one sample as a design of their own.
  private func sampleShare(_ name: String) throws -> ShareEstimate? {
    let table = try table(nil)
    let wanted = try string(name)
    let sample = try table.text(string("sample_var"))
    let rows = sample.indices.filter { sample[$0] == wanted }
    let values = try indicator(table)
    let weights = try table.weights(string("weight"))
    let design = try SurveyDesign(rowCount: rows.count, weights: rows.map { weights[$0] })
    return design.share(of: rows.map { values[$0] }, in: design.everyone).value
  }

  private func json(_ d: Difference?) -> JSON {
    guard let d else { return .null }
    return JSON([
      "p1": JSON(d.first), "p2": JSON(d.second), "se1": JSON(d.firstStandardError),
      "se2": JSON(d.secondStandardError), "cov": JSON(d.covariance), "diff": JSON(d.difference),
      "se": JSON(d.standardError), "df": JSON(d.degreesOfFreedom), "t": d.statistic.json,
      "p_t": d.p.json, "ci_t": d.interval(level: level).json,
    ])
  }

  func svyDiffDomain() throws -> JSON {
    try allow("group", "var", "value", "weight", "strata", "psu", "fpc", "level")
    let table = try table(nil)
    let design = try design(table)
    let groups = design.domains(by: try table.codes(string("group")))
    let values = try indicator(table).map { $0.map { $0 ? 1.0 : 0 } }
    return json(try design.difference(of: values, between: groups[0], and: groups[1]).value)
  }

  func svyDiffPaired() throws -> JSON {
    try allow("a", "b", "weight", "strata", "psu", "fpc", "level")
    let table = try table(nil)
    let design = try design(table)
    let (a, b) = (try condition("a", table), try condition("b", table))
    return json(try design.pairedDifference(of: a, and: b, in: design.everyone).value)
  }

  /// "column >= number", as 0 and 1.
  private func condition(_ name: String, _ table: ReferenceTable) throws -> [Double?] {
    let words = try string(name).split(separator: " ").map(String.init)
    guard words.count == 3, let limit = Double(words[2]) else { throw missing(name) }
    return try table.numbers(words[0]).map { cell in
      try cell.map { value in
        switch words[1] {
        case ">=": value >= limit ? 1 : 0
        case ">": value > limit ? 1 : 0
        case "<=": value <= limit ? 1 : 0
        case "<": value < limit ? 1 : 0
        case "==": value == limit ? 1 : 0
        default: throw missing(name)
        }
      }
    }
  }
}
