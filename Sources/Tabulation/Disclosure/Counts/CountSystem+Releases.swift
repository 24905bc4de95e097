internal import SurveyModel

extension CountSystem {
  /// Takes into account what earlier releases showed: what a reader knows already, and how few people
  /// came in between.
  ///
  /// - Returns: the sources to which so few people came since a release that any number of all of
  ///   them would tell how those answered.
  mutating func heed(
    _ releases: [PublishedFigures], _ tables: [Table], _ counts: [TableCounts]
  ) -> [EarlierRelease] {
    var refused: [EarlierRelease] = []
    var pinned: Set<Int> = []
    for release in releases {
      for (table, counts) in zip(tables, counts) {
        for (column, item) in table.banner.enumerated() {
          guard let base = counts.bases[column] else { continue }
          func known(_ row: String, _ measure: String) -> Int? {
            release.values[
              PublishedFigures.Key(
                table: table.id.path, row: row, column: item.code ?? "", source: item.source,
                measure: measure)]
          }
          let earlier = known("", "base")
          let came = earlier.map { cells[base].value - $0 }
          if let came, came != 0, abs(came) < thresholds.base {
            if item.isTotal {
              let found = EarlierRelease(
                release: release.name, source: item.source, people: came)
              if !refused.contains(found) { refused.append(found) }
            } else {
              cells[base].demand(width: 1, .earlierRelease)
            }
          }
          if let earlier { learn(base, was: earlier, came: came, isBase: true, &pinned) }
          if let mentions = counts.mentions[column], let was = known("", "mentions") {
            learn(mentions, was: was, came: nil, &pinned)
          }
          for (row, stub) in table.stub.enumerated() {
            guard let cell = counts.counts[row][column], let was = known(stub.name, "n") else {
              continue
            }
            learn(cell, was: was, came: came, &pinned)
            if let came, came != 0 { demand(cell, was: was, came: came) }
          }
        }
      }
    }
    for cell in pinned where cells[cell].rule == nil {
      // The same people, the same number: it is in the open already.
      cells[cell].isPlain = true
    }
    return refused
  }

  private mutating func learn(
    _ cell: Int, was: Int, came: Int?, isBase: Bool = false, _ pinned: inout Set<Int>
  ) {
    let value = cells[cell].value
    if value == was, came == 0 || came == nil {
      pinned.insert(cell)
      return
    }
    pinned.remove(cell)
    // People who came add to what was there; where some left, nothing is sure.
    guard let came, came > 0, value >= was else { return }
    let low = max(cells[cell].known.lowerBound, was)
    // How many came to a column is known where its base is shown, not of a base itself.
    let high = min(
      cells[cell].known.upperBound, isBase ? CountCell.unlimited : was + came)
    if low <= value, value <= high { cells[cell].known = low...high }
  }

  /// Of the people who came in between, as few may not be known as of any others.
  private mutating func demand(_ cell: Int, was: Int, came: Int) {
    let k = thresholds.cell
    let people = abs(came)
    let change = abs(cells[cell].value - was)
    let isUp = came > 0
    let others = people - change
    if thresholds.isSmall(change) {
      let step = min(k - change, max(others, 0))
      cells[cell].demand(
        up: isUp ? step : 0, down: isUp ? 0 : step, width: min(k - 1, people), .earlierRelease)
    }
    if thresholds.isSmall(others) || others == 0 && people >= k {
      let step = min(k - others, change)
      cells[cell].demand(
        up: isUp ? 0 : step, down: isUp ? step : 0, width: min(k - 1, people), .earlierRelease)
    }
  }
}

/// So few people came, or left, since a release that another one would tell how they answered.
public struct EarlierRelease: Sendable, Hashable {
  public var release: String
  public var source: String
  /// Negative: they are no longer counted.
  public var people: Int
}
