/// The values of a number or a date, each with its people in every column of a table. It is printed
/// nowhere: a public edition makes its classes of it.
struct ValueDistribution: Sendable {
  enum Unit: Sendable, Hashable {
    case number
    /// Days since 1970-01-01.
    case day
  }
  var unit: Unit
  /// Ascending.
  var values: [Double]
  /// `counts[column][value]`, people.
  var counts: [[Int]]
  /// The same with weights; `nil` in an unweighted survey.
  var weights: [[Double]]?
}
