import SurveyModel
import Tabulation

/// A table of one column: an answer a line, with its count, its percentages and a bar.
struct TerminalDistribution {
  private let layout: TableLayout
  private let page: TerminalPage
  private let subcolumns: [TableLayout.Subcolumn]
  /// Widths of the numbers, and of the labels before them.
  private let widths: [Int]
  private let labelWidth: Int
  private let bar: Bar?

  private static let gap = 2

  /// `nil` when the screen is too narrow for the numbers side by side.
  init?(_ layout: TableLayout, _ page: TerminalPage) {
    self.layout = layout
    self.page = page
    let subcolumns = layout.subcolumns
    self.subcolumns = subcolumns
    let statistics = layout.subcolumns[layout.statisticsPlace]
    let widths = subcolumns.map { subcolumn in
      let heading = Self.heading(of: subcolumn, layout)[layout.language]
      var texts = (layout.body + layout.missing).map { layout.text($0, 0, subcolumn) }
      if subcolumn == statistics { texts += layout.statistics.map { layout.single($0, 0) } }
      return ([heading] + texts).map { DisplayWidth.of($0) }.max() ?? 1
    }
    self.widths = widths
    let numbers = widths.reduce(0) { $0 + $1 + Self.gap }
    guard page.width - numbers >= 14 else { return nil }
    let longest =
      layout.table.stub.map {
        DisplayWidth.of(SafeText.neutralised($0.label[layout.language]))
      }.max() ?? 0
    let room = page.width - numbers
    // Labels take what they need, as long as a bar of some length remains beside them.
    let shortestBar = min(24, room / 3)
    let labels = max(8, min(max(longest, 8), room - shortestBar - Self.gap, 72))
    labelWidth = labels
    let shares = layout.body.compactMap { layout.figures.entries[$0][0].shares.first?.drawn.real }
    let barWidth = min(50, room - labels - Self.gap)
    bar = shares.isEmpty || barWidth < 4 ? nil : Bar(width: barWidth, percentages: shares)
  }

  var lines: [String] {
    var lines = [headings]
    lines += layout.body.flatMap { row(of: $0) }
    if !layout.statistics.isEmpty {
      lines.append(page.rule(tableWidth))
      lines += layout.statistics.flatMap { single($0, under: layout.statisticsPlace) }
    }
    if !layout.missing.isEmpty {
      lines.append(page.rule(tableWidth))
      lines.append(page.style.text(Wording.outsideBase[layout.language], .quiet))
      lines += layout.missing.flatMap { single($0, under: layout.countPlace) }
    }
    return lines
  }

  private var tableWidth: Int { labelWidth + widths.reduce(0) { $0 + $1 + Self.gap } }

  private var headings: String {
    var line = String(repeating: " ", count: labelWidth)
    for (index, subcolumn) in subcolumns.enumerated() {
      let heading = Self.heading(of: subcolumn, layout)[layout.language]
      line += gap + DisplayWidth.padded(heading, to: widths[index], .right)
    }
    if let bar {
      let end = NumberStyle.of(layout.language).percent(RoundedNumber(bar.end))
      line += gap + "0" + DisplayWidth.padded(end, to: bar.width - 1, .right)
    }
    return page.style.text(line, .quiet)
  }

  /// A table of statistics alone holds values, no counts.
  private static func heading(
    of subcolumn: TableLayout.Subcolumn, _ layout: TableLayout
  ) -> Bilingual {
    layout.body.isEmpty && layout.missing.isEmpty
      ? Wording.value.text
      : subcolumn.shortHeading(isOnlyShare: layout.shareKinds.count == 1)
  }

  private func row(of row: Int) -> [String] {
    let numbers = subcolumns.indices.map { index in
      gap + DisplayWidth.padded(layout.text(row, 0, subcolumns[index]), to: widths[index], .right)
    }.joined()
    var drawn = ""
    if let bar, let share = layout.figures.entries[row][0].shares.first?.drawn.real, share > 0 {
      drawn = gap + page.style.text(bar.text(share), .bar)
    }
    let role: TerminalStyle.Role = layout.table.stub[row].kind == .net ? .strong : .plain
    return labelled(row, role, numbers + drawn)
  }

  /// A row with one number, set in the column of `index`.
  private func single(_ row: Int, under index: Int) -> [String] {
    let before = widths[..<index].reduce(0) { $0 + $1 + Self.gap } + Self.gap
    let number = DisplayWidth.padded(
      layout.single(row, 0), to: before + widths[index], .right)
    return labelled(row, .plain, number)
  }

  /// The label, wrapped, with the numbers behind its first line.
  private func labelled(
    _ row: Int, _ role: TerminalStyle.Role, _ numbers: String
  ) -> [String] {
    let label = layout.table.stub[row].label[layout.language]
    return Wrapping.lines(label, width: labelWidth, maximum: 3).enumerated().map { index, line in
      index == 0
        ? page.style.text(DisplayWidth.padded(line, to: labelWidth, .left), role) + numbers
        : page.style.text(line, role)
    }
  }

  private var gap: String { String(repeating: " ", count: Self.gap) }
}

extension TableLayout {
  /// The subcolumn under which means stand: the first percentage, else the count.
  var statisticsPlace: Int {
    let index = subcolumns.firstIndex {
      if case .percent = $0 { true } else { false }
    }
    return index ?? countPlace
  }

  /// The subcolumn of the counts.
  var countPlace: Int { subcolumns.firstIndex(of: .count) ?? 0 }
}
