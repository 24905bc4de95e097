/// Ranks by count, the highest first: 1, 2, 2, 4. What nobody cites has no rank.
func ranks(_ counts: [Int]) -> [Rank?] {
  counts.map { count in
    guard count > 0 else { return nil }
    let above = counts.count { $0 > count }
    let equal = counts.count { $0 == count }
    return Rank(position: above + 1, isTied: equal > 1)
  }
}
