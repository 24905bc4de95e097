/// A small table of words for the terminal: the first column to the left, the others to the right.
public struct TextTable: Sendable {
  private var rows: [[String]]

  public init(headings: [String]) { rows = [headings] }

  /// - Precondition: as many cells as headings.
  public mutating func add(_ cells: [String]) {
    precondition(cells.count == rows[0].count)
    rows.append(cells.map { SafeText.neutralised($0) })
  }

  public var text: String {
    let widths = rows[0].indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { cells in
      cells.indices.map { column in
        let pad = String(repeating: " ", count: widths[column] - DisplayWidth.of(cells[column]))
        return column == 0 ? cells[column] + pad : pad + cells[column]
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
