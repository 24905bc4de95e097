extension ChartDrawing {
  /// A card a quartier or a source: the first three places, with the theme's colour.
  mutating func drawPodium() {
    let all = chart.marks + chart.gaps
    guard !all.isEmpty else { return drawNothing() }
    let cards = chart.inOrder(all).runs { [$0.group ?? "", $0.source] }
    let across = isNarrow ? 1 : min(3, max(2, cards.count))
    let gutter = 24.0
    let card = (width - gutter * Double(across - 1)) / Double(across)
    var y = 0.0
    for first in stride(from: 0, to: cards.count, by: across) {
      if first > 0 {
        canvas.line(0, y, width, y, .rule)
        y += 12
      }
      let row = cards[first..<min(first + across, cards.count)]
      let headings = row.map { heading($0[0], within: card) }
      let most = headings.map(\.count).max() ?? 1
      var rowBottom = y
      for (place, marks) in row.enumerated() {
        let x = Double(place) * (card + gutter)
        rowBottom = max(
          rowBottom,
          drawCard(marks, headings[place], of: most, x: x, top: y, width: card))
      }
      y = rowBottom + 8
    }
    bottom = y
  }

  /// What tells the card from the others of its chart.
  private func heading(_ mark: ChartData.Mark, within width: Double) -> [String] {
    let all = chart.marks + chart.gaps
    let hasGroups = all.contains { $0.group != all[0].group }
    let hasSources = all.contains { $0.source != all[0].source }
    let names = [
      hasGroups ? mark.group ?? chart.whole : nil, hasSources ? mark.sourceLabel : nil,
    ].compactMap { $0 }
    let name = names.isEmpty ? mark.group ?? chart.whole : names.joined(separator: ", ")
    return Self.heading.lines(set(name), within: width)
  }

  private mutating func drawCard(
    _ marks: [ChartData.Mark], _ heading: [String], of headingLines: Int, x: Double, top: Double,
    width: Double
  ) -> Double {
    canvas.text(heading, x, top + 14, leading: 18, Self.heading)
    var y = top + 14 + Double(headingLines) * 18 - 3
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
