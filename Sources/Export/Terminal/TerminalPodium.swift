public import SurveyModel
public import Tabulation

extension TerminalRenderer {
  /// The first ranks of each quartier, source beside source: the short form of a table of
  /// priorities, for the end of a run. Ties at the last place are all shown.
  ///
  /// - Parameter depth: how many places.
  public func podium(
    _ table: PublishableTable, in language: Language, depth: Int = 3
  ) -> String {
    let page = TerminalPage(width: width, style: TerminalStyle(hasColour: hasColour))
    let podium = TerminalPodium(TableLayout(table, language), page, depth: depth)
    return podium.lines.map { $0 + "\n" }.joined()
  }
}

/// Quartiers down, sources across, the first themes of each with their share.
private struct TerminalPodium {
  private let layout: TableLayout
  private let page: TerminalPage
  private let depth: Int
  /// Source ids, in the order of the columns.
  private let sources: [String]
  private let nameWidth: Int
  private let cellWidth: Int
  private let percentWidth: Int
  private let numbersWidth: Int

  private static let gap = 2
  private static let barWidth = 12

  init(_ layout: TableLayout, _ page: TerminalPage, depth: Int) {
    self.layout = layout
    self.page = page
    self.depth = depth
    var sources: [String] = []
    for item in layout.table.banner where !sources.contains(item.source) {
      sources.append(item.source)
    }
    self.sources = sources
    let names = layout.groups.map { DisplayWidth.of(Self.name(of: $0, layout)) }
    nameWidth = min(names.max() ?? 0, max(12, page.width / 7))
    let percentages = layout.figures.entries.joined().compactMap {
      $0.shares.first?.drawn.label(layout.language).map { DisplayWidth.of($0) }
    }
    percentWidth = percentages.max() ?? 0
    // A place and its blank, a blank and a percentage.
    numbersWidth = 3 + 1 + percentWidth
    let labels = layout.body.map {
      DisplayWidth.of(SafeText.neutralised(layout.table.stub[$0].label[layout.language]))
    }
    // Place, theme, share, bar.
    let wanted = numbersWidth + (labels.max() ?? 0) + Self.barWidth + 2
    let room = page.width - nameWidth
    let shown = max(1, min(sources.count, room / (24 + Self.gap)))
    cellWidth = min(wanted, room / shown - Self.gap)
  }

  private static func name(of group: TableLayout.ColumnGroup, _ layout: TableLayout) -> String {
    group.heading ?? layout.heading(group.columns[0])
  }

  var lines: [String] {
    let language = layout.language
    var lines = Wrapping.lines(layout.table.title[language], width: page.width)
      .map { page.style.text($0, .strong) }
    let perPanel = max(1, (page.width - nameWidth) / (cellWidth + Self.gap))
    for start in stride(from: 0, to: sources.count, by: perPanel) {
      lines.append("")
      lines += panel(Array(sources[start..<min(start + perPanel, sources.count)]))
    }
    let reasons = reasonsShown
    if !reasons.isEmpty || hasTies { lines.append("") }
    lines += reasons.flatMap { index in
      page.hanging(TableLayout.letter(index) + " ", layout.reasons[index][language])
    }
    if hasTies { lines += page.hanging("", Wording.tieNote[language]) }
    return lines
  }

  private func panel(_ sources: [String]) -> [String] {
    let blank = String(repeating: " ", count: nameWidth)
    let gap = String(repeating: " ", count: Self.gap)
    let headings = sources.map { source in
      let label = SafeText.neutralised(layout.table.sourceLabel(source)[layout.language])
      return page.style.text(DisplayWidth.padded(label, to: cellWidth, .left), .strong)
    }
    var lines = [blank + headings.map { gap + $0 }.joined()]
    for group in layout.groups {
      let columns = sources.map { source in
        group.columns.first { layout.table.banner[$0].source == source }
      }
      guard columns.contains(where: { $0 != nil }) else { continue }
      lines.append(page.rule(nameWidth + sources.count * (cellWidth + Self.gap)))
      let name = Wrapping.lines(Self.name(of: group, layout), width: nameWidth, maximum: 4)
      let cells = columns.map { $0.map(cell) ?? [] }
      let height = max(name.count, cells.map(\.count).max() ?? 0)
      for line in 0..<height {
        let start = DisplayWidth.padded(line < name.count ? name[line] : "", to: nameWidth, .left)
        let parts = cells.map { $0.count > line ? $0[line] : blankCell }
        lines.append(start + parts.map { gap + $0 }.joined())
      }
    }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private var blankCell: String { String(repeating: " ", count: cellWidth) }

  /// The lines of one quartier and source: places, then the base.
  private func cell(_ column: Int) -> [String] {
    let language = layout.language
    let ranked = layout.placed(column).prefix { $0.place <= depth }
    var lines = ranked.map { line($0.row, column) }
    var base = Wording.base[language].lowercased() + Wording.colon[language]
    base += layout.figures.columns[column].base.label(language) ?? ""
    if ranked.isEmpty, let row = layout.body.first { base += " " + layout.mark(row, column) }
    lines.append(page.style.text(DisplayWidth.padded(base, to: cellWidth, .left), .quiet))
    return lines
  }

  private func line(_ row: Int, _ column: Int) -> String {
    let language = layout.language
    let entry = layout.figures.entries[row][column]
    let share = entry.shares.first?.drawn
    let percent = DisplayWidth.padded(share?.label(language) ?? "", to: percentWidth, .right)
    let hasBar = cellWidth >= 24 + Self.barWidth + 2
    let theme = SafeText.neutralised(layout.table.stub[row].label[language])
    let width = cellWidth - numbersWidth - (hasBar ? Self.barWidth + 2 : 0)
    var text = DisplayWidth.padded(entry.rank?.label(language) ?? "", to: 2, .left) + " "
    text += DisplayWidth.padded(theme, to: width, .left) + " " + percent
    guard hasBar, let real = share?.real else {
      return DisplayWidth.padded(text, to: cellWidth, .left)
    }
    let bar = Bar(width: Self.barWidth, end: 100).text(real)
    return text + "  " + page.style.text(DisplayWidth.padded(bar, to: Self.barWidth, .left), .bar)
  }

  private var hasTies: Bool {
    layout.table.banner.indices.contains { column in
      layout.placed(column).contains { $0.place <= depth && isTied($0.row, column) }
    }
  }

  private func isTied(_ row: Int, _ column: Int) -> Bool {
    layout.figures.entries[row][column].rank?.isTied == true
  }

  /// Letters that stand beside a base without places.
  private var reasonsShown: [Int] {
    let shown = layout.table.banner.indices.compactMap { column -> Int? in
      guard layout.placed(column).isEmpty, let row = layout.body.first,
        let reason = layout.table.reason(row, column)
      else { return nil }
      return layout.reasons.firstIndex(of: reason)
    }
    return Set(shown).sorted()
  }
}
