import Statistics

extension ReferenceCase {
  /// The margins named in `margins`, with the targets of `targets`.
  private func margins(_ table: ReferenceTable) throws -> [Margin] {
    try strings("margins").map { name in
      let column = try table.codes(name)
      let targets = try (table.levels[name] ?? []).map { level in
        guard let target = arguments["targets"]?[name]?[level]?.double else {
          throw missing("targets of \(name) \(level)")
        }
        return target
      }
      return Margin(name: name, column: column, targets: targets)
    }
  }

  private func baseWeights(_ table: ReferenceTable) throws -> [Double] {
    if let name = arguments["base_weight"]?.string { return try table.weights(name) }
    return [Double](repeating: try double("base_weight"), count: table.rowCount)
  }

  private static func statistics(_ weights: [Double], base: [Double]) -> JSON {
    let summary = WeightSummary(weights)
    let ratios = zip(weights, base).map { $0 / $1 }
    return JSON([
      "weights": JSON(weights), "sum_w": JSON(summary.sum), "min_w": summary.minimum.json,
      "max_w": summary.maximum.json, "min_g": JSON(ratios.min()), "max_g": JSON(ratios.max()),
      "n_eff": summary.effectiveSize.json,
    ])
  }

  func rake() throws -> JSON {
    try allow("margins", "targets", "base_weight", "cycles")
    let table = try table(nil)
    let (margins, base) = (try margins(table), try baseWeights(table))
    let weighting = try Raking.weights(to: margins, baseWeights: base, tolerance: 1e-13)
    var cycles: [String: JSON] = [:]
    for count in try doubles("cycles") {
      let state = Raking.state(after: Int(count), of: margins, baseWeights: base)
      let summary = WeightSummary(state.weights)
      cycles["c\(Int(count))"] = JSON([
        "sum_w": JSON(summary.sum), "min_w": summary.minimum.json, "max_w": summary.maximum.json,
        "sum_w2": JSON(summary.sumOfSquares), "max_rel_margin_error": JSON(state.largestError),
      ])
    }
    return Self.statistics(weighting.weights, base: base).merging(
      JSON([
        "converged": .bool(weighting.largestError < 1e-13),
        "own_cycles_to_1e_13": JSON(weighting.cycles), "after_cycles": .object(cycles),
      ]))
  }

  func calibrate() throws -> JSON {
    try allow("margins", "targets", "base_weight", "method", "bounds")
    let table = try table(nil)
    let bounds = try arguments["bounds"].map { _ in
      let limits = try doubles("bounds")
      return limits[0]...limits[1]
    }
    let distance: Calibration.Distance
    switch try string("method") {
    case "linear": distance = .linear(bounds: bounds)
    case "raking": distance = .raking
    case "logit":
      guard let bounds else { throw missing("bounds") }
      distance = .logit(bounds: bounds)
    default: throw missing("method")
    }
    let base = try baseWeights(table)
    let weighting = try Calibration.weights(
      to: margins(table), baseWeights: base, distance: distance)
    return Self.statistics(weighting.weights, base: base).merging(
      JSON([
        "max_rel_margin_error_below": weighting.largestError < 1e-9 ? .number(1e-9) : .null
      ]))
  }

  func poststratify() throws -> JSON {
    try allow("vars", "targets", "base_weight", "then")
    let table = try table(nil)
    let names = try strings("vars")
    let columns = try names.map { try table.codes($0) }
    var cells = [""]
    for name in names {
      let levels = table.levels[name] ?? []
      cells = cells.flatMap { start in levels.map { start.isEmpty ? $0 : "\(start)|\($0)" } }
    }
    let targets = try cells.map { cell in
      guard let target = arguments["targets"]?[cell]?.double else { throw missing(cell) }
      return target
    }
    let base = try baseWeights(table)
    let weighting = try Raking.weights(
      to: [.crossed(name: "cells", columns: columns, targets: targets)], baseWeights: base)
    guard case let words = try string("then").split(separator: " "), words.count == 3,
      words[0] == "proportion", let equal = words[2].firstIndex(of: "=")
    else { throw missing("then") }
    let value = String(words[2][words[2].index(after: equal)...])
    let answers = try table.text(String(words[2][..<equal])).map { $0.map { $0 == value } }
    let design = try SurveyDesign(rowCount: base.count, weights: base).calibrated(to: weighting)
    let share = design.share(of: answers, in: design.everyone).value
    return Self.statistics(weighting.weights, base: base).merging(
      JSON(["prop": JSON(share?.share), "se": JSON(share?.standardError.value)]))
  }

  func rakeSE() throws -> JSON {
    try allow("margins", "targets", "mean_of", "total_of", "weight", "strata", "psu", "fpc")
    let table = try table(nil)
    let start = try design(table)
    let weighting = try Raking.weights(to: margins(table), baseWeights: start.weights)
    let design = try start.calibrated(to: weighting)
    let everyone = design.everyone
    let mean = try design.mean(of: table.numbers(string("mean_of")), in: everyone).value
    let total = try design.mean(of: table.numbers(string("total_of")), in: everyone).value
    return JSON([
      "mean": JSON(mean?.mean), "se": JSON(mean?.standardError.value), "total": JSON(total?.total),
      "total_se": JSON(total?.totalStandardError.value),
    ])
  }

  func trim() throws -> JSON {
    try allow("weight", "lower", "upper", "strict")
    guard arguments["strict"]?.bool == true else { throw missing("strict") }
    let weights = try table(nil).weights(string("weight"))
    guard let trimmed = Trimming.strict(weights, to: try double("lower")...double("upper")) else {
      return .null
    }
    return Self.statistics(trimmed, base: weights)
  }

  func rakeError() throws -> JSON {
    try allow("sample", "targets")
    let margins = try (arguments["sample"]?.members ?? [:]).sorted { $0.key < $1.key }.map {
      name, values in
      let targets = (arguments["targets"]?[name]?.members ?? [:]).sorted { $0.key < $1.key }
      let column = try ReferenceTable.codes(
        values.array?.map(\.string) ?? [], levels: targets.map(\.key))
      return Margin(
        name: name, column: column, targets: targets.map { $0.value.double ?? .nan })
    }
    let base = [Double](repeating: 1, count: margins.first?.column.count ?? 0)
    do {
      _ = try Raking.weights(to: margins, baseWeights: base)
      return JSON(["error": .bool(false)])
    } catch {
      return JSON(["error": .bool(true)])
    }
  }

  func rakeInconsistent() throws -> JSON {
    let names = arguments.members.keys.filter { $0 != "targets" }.sorted()
    let margins = try names.map { name in
      let values = try strings(name)
      let levels = Set(values).sorted()
      guard let targets = arguments["targets"]?[name]?.doubles else { throw missing("targets") }
      let all = levels + (levels.count..<max(levels.count, targets.count)).map { "empty \($0)" }
      return Margin(
        name: name, column: try ReferenceTable.codes(values, levels: all), targets: targets)
    }
    let base = [Double](repeating: 1, count: margins.first?.column.count ?? 0)
    var failed = false
    do { _ = try Raking.weights(to: margins, baseWeights: base) } catch { failed = true }
    return JSON([
      "error": .bool(failed),
      "weights_if_forced_last_margin_wins": JSON(
        Raking.state(after: 50, of: margins, baseWeights: base).weights),
      "max_rel_margin_error_after_200": JSON(
        Raking.state(after: 200, of: margins, baseWeights: base).largestError),
    ])
  }
}
