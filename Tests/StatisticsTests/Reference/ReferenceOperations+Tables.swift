import Statistics

extension ReferenceCase {
  func crosstab() throws -> JSON {
    try allow("row", "col")
    let table = try table(nil)
    let (rows, columns) = (try table.codes(string("row")), try table.codes(string("col")))
    let design = try SurveyDesign.simpleRandom(rowCount: table.rowCount)
    let cross = ContingencyTable(counting: rows, by: columns, in: design.everyone)
    return Self.cells(cross).merging(
      JSON([
        "rows": JSON(table.levels[try string("row")] ?? []),
        "cols": JSON(table.levels[try string("col")] ?? []), "n_valid": JSON(cross.total),
        "n_missing": JSON(Double(table.rowCount) - cross.total),
        "counts": JSON(cross.observed.rows.map { $0.map { Optional($0) } }),
        "tests": tests(cross, fisher: expected["tests"]?["fisher_p"] != nil),
      ]))
  }

  func tableTests() throws -> JSON {
    try allow("table")
    let rows = (arguments["table"]?.array ?? []).map { $0.doubles ?? [] }
    return tests(ContingencyTable(Matrix(rows)), fisher: true)
  }

  func wcrosstab() throws -> JSON {
    try allow("row", "col", "weight", "strata", "psu", "fpc")
    let table = try table(nil)
    let (rows, columns) = (try table.codes(string("row")), try table.codes(string("col")))
    let design = try design(table)
    let counts = ContingencyTable(counting: rows, by: columns, in: design.everyone)
    let weighted = ContingencyTable(
      weighing: rows, by: columns, design: design, domain: design.everyone)
    let scale = counts.total / weighted.total
    let rescaled = weighted.rescaled(to: counts.total)
    var result = Self.cells(weighted).merging(
      JSON([
        "rows": JSON(table.levels[try string("row")] ?? []),
        "cols": JSON(table.levels[try string("col")] ?? []), "n_valid": JSON(counts.total),
        "w_valid": JSON(weighted.total),
        "wcounts": JSON(weighted.observed.rows.map { $0.map { Optional($0) } }),
        "naive_rescaled": JSON([
          "scale": JSON(scale), "tests": tests(rescaled, fisher: false),
          "adjusted_residual": Self.matrix(rescaled) { rescaled.adjustedResidual($0, $1) },
        ]), "raw_weight_chi2": tests(weighted, fisher: false),
      ]))
    if let test = RaoScottTest.of(rows, by: columns, design: design, in: design.everyone).value {
      result = result.merging(JSON(["rao_scott": Self.raoScott(test)]))
    }
    return result
  }

  private static func raoScott(_ test: RaoScottTest) -> JSON {
    func f(_ statistic: RaoScottTest.Statistic?) -> JSON {
      guard let statistic else { return .null }
      return JSON([
        "statistic": JSON(statistic.value), "ndf": JSON(statistic.numeratorDF),
        "ddf": JSON(statistic.denominatorDF), "p": JSON(statistic.p),
      ])
    }
    return JSON([
      "F": f(test.secondOrder), "Wald": f(test.wald.value), "adjWald": f(test.adjustedWald.value),
      "Chisq": JSON([
        "statistic": JSON(test.firstOrder.value), "df": JSON(test.firstOrder.df),
        "p": JSON(test.firstOrder.p),
      ]),
    ])
  }

  func colprop() throws -> JSON {
    try allow("row", "col")
    let table = try table(nil)
    let (rows, columns) = (try table.codes(string("row")), try table.codes(string("col")))
    let design = try SurveyDesign.simpleRandom(rowCount: table.rowCount)
    let cross = ContingencyTable(counting: rows, by: columns, in: design.everyone)
    let used = cross.columnTotals.indices.filter { cross.columnTotals[$0] > 0 }
    let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    let levels = table.levels[try string("col")] ?? []
    let comparison = ColumnComparison(cross)
    let pairs = comparison.pairs.map { JSON([place[$0.first] ?? -1, place[$0.second] ?? -1]) }
    return JSON([
      "rows": JSON(table.levels[try string("row")] ?? []), "cols": JSON(used.map { levels[$0] }),
      "pairs": .array(pairs),
      "by_row": .array(
        comparison.rows.map { row in
          JSON([
            "z_pooled": JSON(row.z), "p_pooled": JSON(row.p),
            "p_bonferroni": JSON(row.adjusted(.bonferroni)), "p_holm": JSON(row.adjusted(.holm)),
            "p_bh": JSON(row.adjusted(.benjaminiHochberg)), "z_unpooled": JSON(row.zUnpooled),
            "p_unpooled": JSON(row.pUnpooled),
          ])
        }),
    ])
  }

  /// What `tests` holds.
  func tests(_ table: ContingencyTable, fisher: Bool) -> JSON {
    let tests: TableTests
    switch TableTests.of(table) {
    case .success(let found): tests = found
    case .failure(.tooFewCategories(let rows, let columns)):
      return JSON([
        "defined": .bool(false), "rows_used": JSON(rows), "cols_used": JSON(columns),
        "n": JSON(table.total),
      ])
    case .failure: return .null
    }
    var result = JSON([
      "defined": .bool(true), "rows_used": JSON(tests.rowsUsed),
      "cols_used": JSON(tests.columnsUsed), "n": JSON(tests.total), "chi2": JSON(tests.chiSquared),
      "df": JSON(tests.degreesOfFreedom), "p": JSON(tests.p), "G": JSON(tests.likelihoodRatio),
      "G_p": JSON(tests.likelihoodRatioP), "min_expected": JSON(tests.minimumExpected),
      "pct_expected_lt5": JSON(100 * tests.shareExpectedBelow5), "cramer_v": JSON(tests.cramersV),
      "cramer_v_bias_corrected": JSON(tests.cramersVCorrected),
      "contingency_c": JSON(tests.contingencyCoefficient),
      "pem_global": JSON(percent(tests.globalMaximalDeviation)),
    ])
    if let square = tests.twoByTwo {
      result = result.merging(
        JSON([
          "chi2_yates": JSON(square.chiSquaredYates), "p_yates": JSON(square.pYates),
          "chi2_yates_uncapped": JSON(square.chiSquaredYatesUncapped),
          "phi_signed": JSON(square.phi), "odds_ratio_sample": JSON(square.oddsRatio),
        ]))
    }
    if fisher {
      let sides = FisherExact.oneSided(table).value
      result = result.merging(
        JSON([
          "fisher_p": FisherExact.p(table).json, "fisher_p_less": JSON(sides?.less),
          "fisher_p_greater": JSON(sides?.greater),
        ]))
    }
    return result
  }

  static func matrix(_ table: ContingencyTable, _ value: (Int, Int) -> Double?) -> JSON {
    JSON((0..<table.rowCount).map { r in (0..<table.columnCount).map { value(r, $0) } })
  }

  static func cells(_ table: ContingencyTable) -> JSON {
    JSON([
      "row_total": JSON(table.rowTotals), "col_total": JSON(table.columnTotals),
      "row_pct": matrix(table) { percent(table.rowShare($0, $1)) },
      "col_pct": matrix(table) { percent(table.columnShare($0, $1)) },
      "total_pct": matrix(table) { percent(table.totalShare($0, $1)) },
      "expected": matrix(table, table.expected), "residual": matrix(table, table.residual),
      "pearson_residual": matrix(table, table.pearsonResidual),
      "adjusted_residual": matrix(table, table.adjustedResidual),
      "chi2_contribution": matrix(table, table.chiSquaredContribution),
      "pem_local": matrix(table) { percent(table.localMaximalDeviation($0, $1)) },
    ])
  }
}
