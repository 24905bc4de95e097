/// Checks on columns of numbers; `nil` is the missing value, NaN and infinities are refused.
enum NumericColumn {
  static func check(_ values: [Double?]) throws(DesignError) {
    let broken = values.indices.filter { values[$0].map { !$0.isFinite } ?? false }
    if !broken.isEmpty { throw .nonFiniteValues(rows: broken) }
  }
}
