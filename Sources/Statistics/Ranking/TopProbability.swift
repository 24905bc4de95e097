extension SurveyDesign {
  /// How often each option is among the `depth` most named, over resampled surveys.
  ///
  /// A picture of how settled the top of the list is, not a confidence statement: it is wrong near
  /// ties, where `rankRanges` is right. Units are drawn within strata, one fewer than there are, and
  /// reweighted (Rao and Wu 1988). Options tied across the limit share the places left.
  ///
  /// - Returns: `emptyBase` or `zeroWeight`; the shares lie in 0 ... 1 and add up to `depth`.
  /// - Complexity: O(draws × units × mentions).
  public func probabilityOfTop(
    _ depth: Int = 3, of mentions: MentionColumn, base: MentionBase = .respondents,
    in domain: Domain, draws: Int = 2_000, seed: UInt64
  ) -> Estimated<[Double]> {
    precondition(draws > 0 && depth > 0, "a simulation draws something")
    let rows = self.domain(of: mentions, base: base, in: domain)
    if let reason = emptiness(of: weightSummary(of: rows)) { return .failure(reason) }
    let options = mentions.optionCount
    let groups = resamplingGroups(rows)
    var generator = Xoshiro256(seed: seed)
    var result = [Double](repeating: 0, count: options)
    var sums = [Double](repeating: 0, count: options)
    for _ in 0..<draws {
      for option in 0..<options { sums[option] = 0 }
      for units in groups {
        let count = units.count
        let taken = max(1, count - 1)
        let scale = Double(count) / Double(taken)
        for _ in 0..<taken {
          for row in units[count == 1 ? 0 : generator.below(count)] {
            mentions.forEachMention(row: Int(row)) { sums[$0] += weights[Int(row)] * scale }
          }
        }
      }
      Self.addTop(depth, sums, to: &result)
    }
    return .success(result.map { $0 / Double(draws) })
  }

  /// The rows of each sampling unit, stratum by stratum, units without a row in the domain included:
  /// the size of a domain is random.
  private func resamplingGroups(_ domain: Domain) -> [[[Int32]]] {
    var groups = [[[Int32]]](repeating: [], count: strata.count)
    if let rowUnits {
      var rows = [[Int32]](repeating: [], count: unitStrata.count)
      for row in domain.rows { rows[Int(rowUnits[Int(row)])].append(row) }
      for (unit, members) in rows.enumerated() { groups[Int(unitStrata[unit])].append(members) }
    } else {
      var inside = [Bool](repeating: false, count: rowCount)
      for row in domain.rows { inside[Int(row)] = true }
      for row in activeRows {
        groups[Int(rowStrata?[Int(row)] ?? 0)].append(inside[Int(row)] ? [row] : [])
      }
    }
    return groups.filter { $0.contains { !$0.isEmpty } }
  }

  /// Adds 1 to the options of the `depth` largest sums; those tied for the last places share them.
  private static func addTop(_ depth: Int, _ sums: [Double], to result: inout [Double]) {
    guard depth < sums.count else {
      for option in sums.indices { result[option] += 1 }
      return
    }
    let limit = sums.sorted(by: >)[depth - 1]
    let above = sums.count { $0 > limit }
    let tied = sums.count { $0 == limit }
    let part = Double(depth - above) / Double(tied)
    for (option, sum) in sums.enumerated() {
      if sum > limit { result[option] += 1 } else if sum == limit { result[option] += part }
    }
  }
}
