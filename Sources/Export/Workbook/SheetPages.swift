/// How a sheet is cut into pages of A4 paper, landscape: as large as its widest table allows, no
/// table on two pages unless it fills more than one.
struct SheetPages {
  /// Points of rows that are not of the usual height.
  var heights: [Int: Double] = [:]
  /// Pixels that something on the sheet takes.
  private var width = 0.0
  /// Where tables begin, and where they may be cut.
  private var starts: [(row: Int, isTable: Bool)] = []

  private static let usualHeight = 15.0
  /// Of the paper without its margins, in pixels and in points.
  private static let pageWidth = 980.0
  private static let pageHeight = 480.0
  /// Per cent; smaller letters are not read, so that more pages hold the columns.
  private static let smallest = 45.0

  mutating func begin(at row: Int) { starts.append((row, true)) }
  mutating func mayBreak(at row: Int) { starts.append((row, false)) }
  mutating func holds(width: Double) { self.width = max(self.width, width) }

  /// Pixels of the labels and so many columns of numbers; a width of one is a digit's, seven pixels.
  static func width(ofNumbers count: Int) -> Double {
    SheetWriter.labelWidth * 7 + 5 + Double(count) * (SheetWriter.numberWidth * 7 + 5)
  }

  /// - Returns: how many pages side by side hold the columns, and the rows before which pages
  ///   begin.
  func pages(endingAt end: Int) -> (across: Int, rows: [Int]) {
    let whole = Self.pageWidth / max(width, 1) * 100
    let across = max(1, Int((Self.smallest / whole).rounded(.up)))
    let scale = min(100, whole * Double(across))
    return (across, rows(endingAt: end, Self.pageHeight * 100 / scale))
  }

  private func height(_ rows: Range<Int>) -> Double {
    rows.reduce(0) { $0 + (heights[$1] ?? Self.usualHeight) }
  }

  /// - Parameter page: how many points of rows a page holds.
  private func rows(endingAt end: Int, _ page: Double) -> [Int] {
    let tables = starts.filter(\.isTable).map(\.row)
    var breaks: [Int] = []
    var top = 0
    for (index, start) in tables.enumerated() {
      let next = index + 1 < tables.count ? tables[index + 1] : end
      if start > top, height(top..<next) > page {
        // The title of the sheet stays with its first table.
        if index > 0 {
          breaks.append(start)
          top = start
        }
      }
      let cuts = starts.filter { !$0.isTable && start < $0.row && $0.row < next }.map(\.row)
      for (place, cut) in cuts.enumerated() {
        let after = place + 1 < cuts.count ? cuts[place + 1] : next
        if height(top..<after) > page {
          breaks.append(cut)
          top = cut
        }
      }
      // What is longer than a page flows over.
      while height(top..<next) > page, top < next {
        var row = top
        var used = 0.0
        while row < next, used + (heights[row] ?? Self.usualHeight) <= page {
          used += heights[row] ?? Self.usualHeight
          row += 1
        }
        guard row < next, row > top else { break }
        top = row
      }
    }
    return breaks
  }
}
