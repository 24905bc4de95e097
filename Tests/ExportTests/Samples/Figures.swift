@testable import Export

extension TableFigures.Entry {
  /// Every figure of the cell, in the order of `cells.csv`.
  var all: [Figure] {
    var all: [Figure] = []
    visit { all.append($0) }
    return all
  }
}
