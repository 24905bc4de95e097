import Foundation
import Statistics

extension ReferenceCase {
  func mr() throws -> JSON {
    try allow(
      "kind", "vars", "selected", "weight", "group", "asked", "duplicates", "matrix")
    let table = has("vars") ? try self.table(nil) : nil
    let (mentions, options) = try mentions(table)
    var weights = try table.flatMap { table in
      try arguments["weight"]?.string.map { try table.weights($0) }
    }
    // The weights of this inline case stand in make_shared.R only.
    if id == "edge/mr/nobody_and_empty_option" { weights = [1, 2, 0, 4] }
    let design = try SurveyDesign(rowCount: mentions.rowCount, weights: weights)
    let all = MentionTable(mentions, design: design, domain: design.everyone)
    var result = Self.core(all, weighted: weights != nil).merging(
      JSON([
        "options": JSON(options), "mean_responses_per_respondent": JSON(all.mentionsPerRespondent),
        "n_mentions_with_duplicates": JSON(mentions.rawCounts),
      ]))
    if let table, let name = arguments["group"]?.string {
      let groups = try table.codes(name)
      let parts = design.domains(by: groups).map {
        Self.core(
          MentionTable(mentions, design: design, domain: $0), weighted: weights != nil)
      }
      let tests = options.indices.map { option in
        let found = TableTests.of(
          MentionComparison.table(of: option, mentions, by: groups, in: design.everyone)
        ).value
        return JSON([
          "chi2": JSON(found?.chiSquared), "df": JSON(found?.degreesOfFreedom), "p": JSON(found?.p),
        ])
      }
      result = result.merging(
        JSON([
          "groups": JSON(table.levels[name] ?? []), "by_group": .array(parts),
          "option_by_group_tests": .array(tests),
        ]))
    }
    return result
  }

  private func mentions(_ table: ReferenceTable?) throws -> (MentionColumn, [String]) {
    guard let table else {
      let rows = (arguments["matrix"]?.array ?? []).map { $0.array?.map(\.bool) ?? [] }
      let count = rows.first?.count ?? 0
      let letters = (0..<count).map { ColumnComparison.letter($0).lowercased() }
      return (MentionColumn(options: (0..<count).map { o in rows.map { $0[o] } }), letters)
    }
    let vars = try strings("vars")
    let asked = try askedRows(table)
    switch try string("kind") {
    case "category":
      guard arguments["duplicates"].map({ $0.string == "counted once per respondent" }) ?? true
      else { throw missing("duplicates") }
      let slots = try vars.map { try table.codes($0) }
      return (MentionColumn(slots: slots, asked: asked), table.levels[vars[0]] ?? [])
    case "dichotomous":
      let selected = try string("selected")
      let columns = try vars.map { try table.text($0) }
      let options = columns.map { column in
        column.map { cell -> Bool? in
          switch selected {
          case "non-empty": cell != nil
          case _ where selected.hasPrefix("any value"): cell != nil && cell != "Not selected"
          default: cell == selected
          }
        }
      }
      let names = zip(vars, columns).map { name, column in
        selected == "non-empty" ? ReferenceTable.distinct(column).first ?? name : name
      }
      return (MentionColumn(options: options, asked: asked), names)
    default: throw missing("kind")
    }
  }

  /// Who was asked: all rows, "column = value", or "column is not missing".
  private func askedRows(_ table: ReferenceTable) throws -> [Bool]? {
    guard let text = arguments["asked"]?.string, text != "all rows" else { return nil }
    if let range = text.range(of: " = ") {
      let value = String(text[range.upperBound...])
      return try table.text(String(text[..<range.lowerBound])).map { $0 == value }
    }
    if let range = text.range(of: " is not missing") {
      return try table.text(String(text[..<range.lowerBound])).map { $0 != nil }
    }
    throw missing("asked")
  }

  private static func core(_ table: MentionTable, weighted: Bool) -> JSON {
    func list(_ base: MentionTable.Base, _ measure: FrequencyTable.Measure = .people) -> JSON {
      JSON(table.shares(of: base, measure)?.map { percent($0) } ?? table.counts.map { _ in nil })
    }
    let counts = JSON([
      "n_asked": JSON(table.asked.count), "n_respondents": JSON(table.respondents.count),
      "n_responses": JSON(table.mentionCount), "n": JSON(table.counts),
      "pct_responses": list(.mentions), "pct_respondents": list(.respondents),
      "pct_asked": list(.asked),
    ])
    guard weighted else { return counts }
    return counts.merging(
      JSON([
        "w_asked": JSON(table.asked.sum), "w_respondents": JSON(table.respondents.sum),
        "w_responses": JSON(table.mentionWeight), "wn": JSON(table.weights),
        "wpct_responses": list(.mentions, .weight),
        "wpct_respondents": list(.respondents, .weight), "wpct_asked": list(.asked, .weight),
      ]))
  }

  /// The labels at the head of the file, if there are as many as options; else the columns.
  private func optionNames() throws -> JSON {
    let names = try strings("vars")
    return labels.members.values.first { $0.array?.count == names.count } ?? JSON(names)
  }

  func rank() throws -> JSON {
    try allow("vars", "filter", "weight")
    let table = try table(nil)
    let rows = try filtered(table)
    let columns = try strings("vars").map { name in
      let values = try table.numbers(name)
      return rows.map { values[$0].map { Int($0) } }
    }
    let weights = try arguments["weight"]?.string.map { name in
      let values = try table.weights(name)
      return rows.map { values[$0] }
    }
    let ranking = try RankingColumn(ranks: columns)
    let design = try SurveyDesign(rowCount: rows.count, weights: weights)
    let summary = RankingSummary(ranking, design: design, domain: design.everyone)
    let items = summary.options.map { option -> JSON in
      JSON([
        "n": JSON(option.count), "mean_rank": JSON(option.meanRank),
        "sd_rank": JSON(option.standardDeviation), "median_rank": JSON(option.medianRank),
        "distribution": JSON(option.distribution),
        "pct_first": JSON(percent(option.share(upTo: 1))),
        "pct_top3": JSON(percent(option.share(upTo: 3))),
        "pct_last": JSON(percent(option.shareLast)),
        "borda_mean": JSON(option.bordaMean), "borda_sum": JSON(option.bordaSum),
        "wmean_rank": JSON(option.weightedMeanRank),
        "wpct_first": JSON(percent(option.weightedShare(upTo: 1))),
      ])
    }
    let agreement = summary.concordance.value
    return JSON([
      "options": try optionNames(),
      "n_any": JSON(summary.rankedAny), "n_complete": JSON(summary.rankedAll),
      "items": .array(items), "kendall_w": JSON(agreement?.kendallW),
      "friedman_chi2": JSON(agreement?.friedman), "friedman_df": JSON(agreement?.degreesOfFreedom),
      "friedman_p": JSON(agreement?.p),
      "pairwise_preferred": JSON(
        summary.preferred.enumerated().map { i, row in
          row.enumerated().map { j, n in i == j ? nil : Double(n) }
        }),
    ])
  }
}
