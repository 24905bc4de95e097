/// Cells in rows and columns, of which each row adds up to its first cell, and each column too.
///
/// Row 0 holds the totals of the columns, column 0 those of the rows. A line that does not add up
/// (options of which people choose several) is free.
///
/// Hidden cells of such a grid are the edges of a network whose nodes are the lines: a change of one
/// of them must be carried on along a cycle of hidden cells. What a reader can find out is the largest flow
/// through such cycles, which for whole numbers is exact: the least and the greatest value are
/// attained (Gusfield 1988, SIAM J. Comput. 17; Castro 2006, EJOR 171).
struct CountGrid {
  let rowCount: Int
  let columnCount: Int
  /// Positions in `CountSystem.cells`, row by row; `nil` where there is no number.
  private let places: [Int?]
  private let rowIsFree: [Bool]
  private let columnIsFree: [Bool]

  init(_ places: [[Int?]], freeRows: [Bool], freeColumns: [Bool]) {
    rowCount = places.count
    columnCount = places.first?.count ?? 0
    self.places = places.flatMap { $0 }
    rowIsFree = freeRows
    columnIsFree = freeColumns
  }

  subscript(row: Int, column: Int) -> Int? { places[row * columnCount + column] }

  /// Nodes of the network: 0 is the ground, where free lines end.
  var nodeCount: Int { 1 + rowCount + columnCount }
  func node(row: Int) -> Int { rowIsFree[row] ? 0 : 1 + row }
  func node(column: Int) -> Int { columnIsFree[column] ? 0 : 1 + rowCount + column }

  /// A cell where it stands.
  struct Edge {
    let cell: Int
    let row: Int
    let column: Int
    /// The nodes of its lines.
    let from: Int
    let to: Int
    /// More of it takes from its row's balance (a part), or adds to it (a total).
    let isPart: Bool
  }

  func edge(_ row: Int, _ column: Int) -> Edge? {
    self[row, column].map {
      Edge(
        cell: $0, row: row, column: column, from: node(row: row), to: node(column: column),
        isPart: (row == 0) == (column == 0))
    }
  }

  var edges: [Edge] {
    (0..<rowCount).flatMap { row in (0..<columnCount).compactMap { edge(row, $0) } }
  }
}
