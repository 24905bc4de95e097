/// Ranks by count, the highest first: 1, 2, 2, 4. What nobody cites has no rank.
///
/// Sums of weights that differ by less than a billionth are the same: they were added up in another
/// order.
func ranks(_ counts: [Double]) -> [Rank?] {
  let slack = 1e-9 * (counts.max() ?? 0)
  return counts.map { count in
    guard count > slack else { return nil }
    let above = counts.count { $0 > count + slack }
    let equal = counts.count { abs($0 - count) <= slack }
    return Rank(position: above + 1, isTied: equal > 1)
  }
}
