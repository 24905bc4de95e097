/// Which columns of an export answer a question, and how they share the answer. Positions count
/// from 0.
enum ColumnShape: Hashable {
  /// No column: personal data, ignored questions, questions that the export does not have.
  case none
  /// One column holds the whole answer.
  case one(Int)
  /// A column per option; `nil` where the export has none. `other` holds what was typed.
  case options([Int?], other: Int?)
  /// A column per mention, filled from the left.
  case mentions([Int])
  /// A column per rank.
  case ranks([Int])
  /// A column per item.
  case items([Int?])

  /// Every column that must be read.
  var positions: [Int] {
    switch self {
    case .none: []
    case .one(let position): [position]
    case .options(let positions, let other):
      positions.compactMap { $0 } + (other.map { [$0] } ?? [])
    case .mentions(let positions), .ranks(let positions): positions
    case .items(let positions): positions.compactMap { $0 }
    }
  }
}
