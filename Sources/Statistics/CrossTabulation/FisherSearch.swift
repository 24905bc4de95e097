/// The search behind the exact test of an r × c table.
///
/// Columns are filled one after the other, each cell by cell. The probability of a table is the
/// product, over columns, of Π C(sᵢ, xᵢ) / C(S, c), with s what the rows still have to give. At any
/// point the completions of the cells filled so far have a known total probability (the identity of
/// Vandermonde), so that whole branches are counted at once as soon as a bound shows that all their
/// tables are unlikely enough, or dropped when none is.
struct FisherSearch {
  private let columns: [Int]
  private let logFactorials: [Double]
  private let target: Double
  private let workLimit: Int
  private var rest: [Int]
  private var sum = 0.0
  private var work = 0

  /// - Precondition: whole counts, no empty row or column.
  init(_ table: ContingencyTable, workLimit: Int) {
    // Few long columns: rows and columns play the same part, and the last column is free.
    let flip = table.columnCount > table.rowCount
    let rows = (flip ? table.columnTotals : table.rowTotals).map { Int($0) }
    columns = (flip ? table.rowTotals : table.columnTotals).map { Int($0) }.sorted()
    rest = rows.sorted(by: >)
    let n = rows.reduce(0, +)
    var running = 0.0
    logFactorials =
      [0]
      + (1...n).map { i in
        running += log(Double(i))
        return running
      }
    let logs = logFactorials
    let margins = rows.reduce(0) { $0 + logs[$1] } + columns.reduce(0) { $0 + logs[$1] } - logs[n]
    target = margins - table.observed.values.reduce(0) { $0 + logs[Int($1)] } + 1e-7
    self.workLimit = workLimit
  }

  /// The p value, or `nil` beyond the work limit.
  mutating func p() -> Double? {
    let n = rest.reduce(0, +)
    fillColumn(0, left: n, logProbability: 0)
    return work > workLimit ? nil : min(1, sum)
  }

  private func logChoose(_ n: Int, _ k: Int) -> Double {
    logFactorials[n] - logFactorials[k] - logFactorials[n - k]
  }

  /// Fills column `j` and those after it, `left` people being still to place.
  private mutating func fillColumn(_ j: Int, left: Int, logProbability: Double) {
    work += 1
    if work > workLimit { return }
    if j == columns.count - 1 {
      if logProbability <= target { sum += exp(logProbability) }
      return
    }
    if j < columns.count - 2 {
      let bounds = completionBounds(j)
      if logProbability + bounds.upper <= target {
        sum += exp(logProbability)
        return
      }
      if logProbability + bounds.lower > target { return }
    }
    fillCell(
      0, j, need: columns[j], below: left, next: left - columns[j],
      logProbability: logProbability - logChoose(left, columns[j]))
  }

  /// Fills cell `i` of column `j`: `need` people from rows i and after, which have `below` to give.
  private mutating func fillCell(
    _ i: Int, _ j: Int, need: Int, below: Int, next: Int, logProbability: Double
  ) {
    work += 1
    if work > workLimit { return }
    let available = rest[i]
    if i == rest.count - 1 {
      rest[i] = available - need
      fillColumn(j + 1, left: next, logProbability: logProbability + logChoose(available, need))
      rest[i] = available
      return
    }
    if j == columns.count - 2, settles(i, need: need, below: below, logProbability) { return }
    let after = below - available
    for x in max(0, need - after)...min(available, need) {
      rest[i] = available - x
      fillCell(
        i + 1, j, need: need - x, below: after, next: next,
        logProbability: logProbability + logChoose(available, x))
    }
    rest[i] = available
  }

  /// In the last column but one, the tables left are one product of binomials Π C(sᵢ, xᵢ), whose
  /// largest value is found exactly. Whether the branch is decided without looking further.
  private mutating func settles(
    _ i: Int, need: Int, below: Int, _ logProbability: Double
  ) -> Bool {
    if logProbability + largestProduct(from: i, need: need, below: below) <= target {
      sum += exp(logProbability + logChoose(below, need))
      return true
    }
    if i == rest.count - 2 {
      addLastTwo(i, need: need, logProbability)
      return true
    }
    return false
  }

  /// Two rows are left: the products C(a, x) C(b, need - x) rise and fall, and only those at both
  /// ends are unlikely enough.
  private mutating func addLastTwo(_ i: Int, need: Int, _ logProbability: Double) {
    let (a, b) = (rest[i], rest[i + 1])
    let range = max(0, need - b)...min(a, need)
    func value(_ x: Int) -> Double { logProbability + logChoose(a, x) + logChoose(b, need - x) }
    var x = range.lowerBound
    while x <= range.upperBound, value(x) <= target {
      sum += exp(value(x))
      x += 1
      work += 1
    }
    var y = range.upperBound
    while y >= x, value(y) <= target {
      sum += exp(value(y))
      y -= 1
      work += 1
    }
  }

  /// The largest Σ log C(sᵢ, xᵢ) with Σ xᵢ = need: shares in proportion, then single moves while
  /// one helps, which suffices for a sum of concave functions.
  private func largestProduct(from i: Int, need: Int, below: Int) -> Double {
    let s = rest[i...]
    var x = s.map { below == 0 ? 0 : $0 * need / below }
    var missing = need - x.reduce(0, +)
    func gain(_ k: Int) -> Double {
      let free = s[i + k] - x[k]
      return free > 0 ? Double(free) / Double(x[k] + 1) : -1
    }
    func loss(_ k: Int) -> Double {
      x[k] > 0 ? Double(s[i + k] - x[k] + 1) / Double(x[k]) : .infinity
    }
    while missing > 0 {
      var best = 0
      for k in x.indices where gain(k) > gain(best) { best = k }
      x[best] += 1
      missing -= 1
    }
    while true {
      var (up, down) = (0, 0)
      for k in x.indices {
        if gain(k) > gain(up) { up = k }
        if loss(k) < loss(down) { down = k }
      }
      if !(gain(up) > loss(down) * (1 + 1e-12)) { break }
      x[up] += 1
      x[down] -= 1
    }
    var result = 0.0
    for k in x.indices { result += logChoose(s[i + k], x[k]) }
    return result
  }

  /// Bounds of the log probability of any completion of columns j and after, given the rows' rest:
  /// Σ log rᵢ! + Σ log cⱼ! - log S! - Σ log xᵢⱼ!, where the last sum is convex.
  private func completionBounds(_ j: Int) -> (lower: Double, upper: Double) {
    let open = columns[j...]
    let total = rest.reduce(0, +)
    var (rowLogs, columnLogs, evenRows, evenColumns) = (0.0, 0.0, 0.0, 0.0)
    for r in rest {
      rowLogs += logFactorials[r]
      evenRows += evenLogFactorials(r, parts: open.count)
    }
    for c in open {
      columnLogs += logFactorials[c]
      evenColumns += evenLogFactorials(c, parts: rest.count)
    }
    let constant = rowLogs + columnLogs - logFactorials[total]
    return (constant - min(rowLogs, columnLogs), constant - max(evenRows, evenColumns))
  }

  /// Σ log x! when n is cut into parts as equal as can be: the least possible.
  private func evenLogFactorials(_ n: Int, parts: Int) -> Double {
    let (quotient, more) = n.quotientAndRemainder(dividingBy: parts)
    return Double(parts - more) * logFactorials[quotient]
      + Double(more) * logFactorials[quotient + (more > 0 ? 1 : 0)]
  }
}
