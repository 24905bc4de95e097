/// How many keystrokes lie between two texts: insertions, deletions, substitutions and swaps of
/// neighbours (Damerau-Levenshtein, optimal string alignment).
///
/// - Returns: `nil` beyond `limit`.
/// - Complexity: O(length × limit) time, O(length) space.
public func editDistance(_ first: String, _ second: String, atMost limit: Int = 2) -> Int? {
  let a = Array(first.unicodeScalars)
  let b = Array(second.unicodeScalars)
  guard abs(a.count - b.count) <= limit else { return nil }
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  let far = limit + 1
  var beforeLast = [Int](repeating: far, count: b.count + 1)
  var last = (0...b.count).map { min($0, far) }
  var row = beforeLast
  for i in 1...a.count {
    row[0] = min(i, far)
    // Cells further than `limit` from the diagonal cannot be within it.
    let low = max(1, i - limit)
    let high = min(b.count, i + limit)
    if low > 1 { row[low - 1] = far }
    guard low <= high else { return nil }
    for j in low...high {
      var cost = min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), row[j - 1] + 1)
      cost = min(cost, last[j] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row[j] = min(cost, far)
    }
    if high < b.count { row[high + 1] = far }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}

/// The candidate that was probably meant: the one with the fewest keystrokes between, at most two,
/// and one for words of up to four letters. Case and accents' encoding do not count.
///
/// - Returns: the first of equally near ones; `nil` when none is near.
public func nearest<C: Collection>(to text: String, among candidates: C) -> String?
where C.Element == String {
  let wanted = foldedLabel(text)
  let limit = wanted.unicodeScalars.count <= 4 ? 1 : 2
  var best: (text: String, distance: Int)?
  for candidate in candidates {
    let reach = min(limit, (best?.distance ?? limit + 1) - 1)
    guard reach >= 0 else { break }
    if let distance = editDistance(wanted, foldedLabel(candidate), atMost: reach) {
      best = (candidate, distance)
    }
  }
  return best?.text
}
