extension ChartDrawing {
  /// A card a source within each quartier: the first three places, with the theme's colour.
  mutating func drawPodium() {
    let all = (chart.marks + chart.gaps)
    guard !all.isEmpty else { return drawNothing() }
    var groups: [String?] = []
    for mark in chart.inOrder(all) where !groups.contains(mark.group) { groups.append(mark.group) }
    let cards = groups.map { group in
      all.filter { $0.group == group }.runs { $0.source }
    }
    let across = isNarrow ? 1 : min(3, max(2, cards.map(\.count).max() ?? 1))
    let gutter = 24.0
    let card = (width - gutter * Double(across - 1)) / Double(across)
    var y = 0.0
    for (index, sources) in cards.enumerated() {
      if index > 0 {
        canvas.line(0, y, width, y, .rule)
        y += 14
      }
      let name = Self.heading.lines(set(groups[index] ?? chart.whole), within: width)
      canvas.text(name, 0, y + 14, leading: 18, Self.heading)
      y += Double(name.count) * 18 + 8
      var rowBottom = y
      for (place, source) in sources.enumerated() {
        if place > 0, place % across == 0 { y = rowBottom + 4 }
        let x = Double(place % across) * (card + gutter)
        rowBottom = max(rowBottom, drawCard(source, x: x, top: y, width: card))
      }
      y = rowBottom + 8
    }
    bottom = y
  }

  private mutating func drawCard(
    _ marks: [ChartData.Mark], x: Double, top: Double, width: Double
  ) -> Double {
    let source = set(marks[0].sourceLabel)
    let lines = Self.small.lines(source, within: width)
    canvas.text(lines, x, top + 11, leading: Self.smallLeading, Self.small)
    var y = top + 11 + Double(lines.count) * Self.smallLeading
    canvas.text(baseLabel(marks[0]), x, y, Self.small, .muted)
    y += 10
    for mark in marks {
      guard mark.rank?.quantity != nil, let rank = mark.rank?.label(language) else {
        let reason = Self.small.lines(
          mark.reason.map(set) ?? ChartWord.noData[language], within: width)
        canvas.text(reason, x, y + 12, leading: Self.smallLeading, Self.small, .muted)
        y += Double(reason.count) * Self.smallLeading + 6
        continue
      }
      let share = shareLabel(mark)
      let room = Self.value.width(share) + 6
      let label = Self.label.lines(set(mark.label), within: width - 36 - room)
      let height = max(24, Double(label.count) * Self.leading + 6)
      let (paint, isHatched) = paint(mark)
      canvas.rect(x, y + height / 2 - 11, 28, 22, paint, isHatched: isHatched)
      canvas.text(
        rank, x + 14, y + height / 2 + 4.5, Self.value, paint.text, anchor: .middle)
      let first = y + (height - Double(label.count) * Self.leading) / 2 + 12
      canvas.text(label, x + 36, first, leading: Self.leading, Self.label)
      canvas.text(share, x + width, y + height / 2 + 4.5, Self.value, anchor: .end)
      y += height + 3
    }
    return y
  }
}

extension ChartData {
  /// Marks with those of the whole first, then as the chart has them.
  func inOrder(_ marks: [Mark]) -> [Mark] {
    marks.filter { $0.group == nil } + marks.filter { $0.group != nil }
  }
}
