extension ChartDrawing {
  /// A small panel an answer, its shares over the groups in their order; the other answers stand
  /// behind it in grey, so that each is read among all.
  mutating func drawLines() {
    let rows = chart.marks.runs { $0.code ?? $0.label }
    guard let points = rows.first?.count, points > 0 else { return drawNothing() }
    let across = isNarrow ? 1 : min(3, rows.count)
    let gutter = 28.0
    let panel = (width - gutter * Double(across - 1)) / Double(across)
    let most = max(chart.marks.map(length).max() ?? 0, 10)
    let inset = 26.0
    let plot = 84.0
    func x(_ index: Int) -> Double {
      points == 1 ? panel / 2 : inset + (panel - 2 * inset) * Double(index) / Double(points - 1)
    }
    func line(_ row: [ChartData.Mark], _ left: Double, _ top: Double) -> [[(x: Double, y: Double)]]
    {
      var pieces: [[(x: Double, y: Double)]] = [[]]
      for (index, mark) in row.enumerated() {
        if mark.share?.quantity == nil {
          pieces.append([])
        } else {
          let point = (x: left + x(index), y: top + plot * (1 - length(mark) / most))
          pieces[pieces.count - 1].append(point)
        }
      }
      return pieces.filter { !$0.isEmpty }
    }
    var y = 0.0
    for start in stride(from: 0, to: rows.count, by: across) {
      let inRow = rows[start..<min(start + across, rows.count)]
      let names = inRow.map { Self.value.lines(set($0[0].label), within: panel) }
      let nameHeight = Double(names.map(\.count).max() ?? 1) * Self.leading
      var deepest = 0
      for (place, row) in inRow.enumerated() {
        let left = Double(place) * (panel + gutter)
        canvas.text(names[place], left, y + 13, leading: Self.leading, Self.value)
        let top = y + nameHeight + 20
        canvas.line(left, top + plot, left + panel, top + plot, .rule)
        for other in rows where other[0] != row[0] {
          for piece in line(other, left, top) { canvas.polyline(piece, .rule, thickness: 1) }
        }
        let (paint, _) = paint(row[0])
        for piece in line(row, left, top) {
          canvas.polyline(piece, paint, thickness: 2.5)
          for point in piece { canvas.circle(point.x, point.y, 3.5, paint) }
        }
        deepest = max(deepest, drawPoints(row, left, top, plot, most, x))
      }
      y += nameHeight + 20 + plot + Double(deepest) * Self.smallLeading + 26
    }
    bottom = y
  }

  /// The shares over the first and last points, and wherever they fit; the names under the line.
  ///
  /// - Returns: how many lines the names take.
  private mutating func drawPoints(
    _ row: [ChartData.Mark], _ left: Double, _ top: Double, _ plot: Double, _ most: Double,
    _ x: (Int) -> Double
  ) -> Int {
    let gap = row.count > 1 ? x(1) - x(0) : 2 * x(0)
    let widest = row.map { Self.small.width(shareLabel($0)) }.max() ?? 0
    let every = max(1, Int((widest / gap).rounded(.up)))
    var deepest = 1
    for (index, mark) in row.enumerated() {
      let isLast = index == row.count - 1
      guard isLast || (index % every == 0 && row.count - 1 - index >= every) else { continue }
      let middle = left + x(index)
      let height = mark.share?.quantity == nil ? 0 : length(mark) / most
      let over = top + plot * (1 - height) - 8
      canvas.text(shareLabel(mark), middle, over, Self.small, anchor: .middle)
      let name = Self.small.lines(
        set(mark.group ?? chart.whole), within: gap * Double(every) - 4)
      canvas.text(
        name, middle, top + plot + 14, leading: Self.smallLeading, Self.small, .muted,
        anchor: .middle)
      deepest = max(deepest, name.count)
    }
    return deepest
  }
}
