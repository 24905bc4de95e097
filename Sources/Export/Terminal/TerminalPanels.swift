import SurveyModel
import Tabulation

/// A table of several columns: a block of numbers a column, wrapped headings, and as many panels
/// as the width asks for. Columns of one group (the sources of a quartier) stay together.
struct TerminalPanels {
  private let layout: TableLayout
  private let page: TerminalPage
  private let subcolumns: [TableLayout.Subcolumn]
  private let subwidths: [Int]
  private var labelWidth: Int

  /// Between blocks, and between the numbers of one.
  private static let gap = 3
  private static let innerGap = 2
  private static let headingLimit = 16

  /// Labels are never narrower, if they need as much.
  private static let narrowestLabel = 16

  /// The table in as many parts as its numbers need: one, unless the numbers under a single
  /// column are wider than the screen.
  static func lines(_ layout: TableLayout, _ page: TerminalPage) -> [String] {
    let room = page.width - narrowestLabel - gap
    var parts: [[TableLayout.Subcolumn]] = []
    var used = 0
    for subcolumn in layout.subcolumns {
      let width = width(of: subcolumn, layout)
      if !parts.isEmpty, used + innerGap + width <= room {
        parts[parts.count - 1].append(subcolumn)
        used += innerGap + width
      } else {
        parts.append([subcolumn])
        used = width
      }
    }
    return Array(parts.map { TerminalPanels(layout, page, $0).lines }.joined(separator: [""]))
  }

  /// The columns that the widest number under a heading takes.
  private static func width(of subcolumn: TableLayout.Subcolumn, _ layout: TableLayout) -> Int {
    let isOnlyShare = layout.shareKinds.count == 1
    let heading = subcolumn.shortHeading(isOnlyShare: isOnlyShare)[layout.language]
    var widest = DisplayWidth.of(heading)
    var single: [Int] = []
    if subcolumn == layout.subcolumns[layout.statisticsPlace] { single += layout.statistics }
    if subcolumn == .count { single += layout.missing }
    for column in layout.table.banner.indices {
      let figures = layout.figures.columns[column]
      let texts =
        layout.body.map { layout.text($0, column, subcolumn) }
        + single.map { layout.single($0, column) }
        + [layout.base(figures, under: subcolumn), layout.weightedBase(figures, under: subcolumn)]
      widest = max(widest, texts.map { DisplayWidth.of($0) }.max() ?? 0)
    }
    return widest
  }

  private init(
    _ layout: TableLayout, _ page: TerminalPage, _ subcolumns: [TableLayout.Subcolumn]
  ) {
    self.layout = layout
    self.page = page
    self.subcolumns = subcolumns
    subwidths = subcolumns.map { Self.width(of: $0, layout) }
    let longest =
      layout.table.stub.map {
        DisplayWidth.of(SafeText.neutralised($0.label[layout.language]))
      }.max() ?? 0
    let words = [layout.stubHeading, Wording.weightedBase[layout.language]]
    let needed = max(longest, words.map { DisplayWidth.of($0) }.max() ?? 0)
    // The labels give way, as far as they can be read, where a whole group then fits beside them.
    let narrowest = Self.narrowestLabel
    let roomy = max(narrowest, min(44, page.width * 3 / 10))
    labelWidth = narrowest
    let widest = layout.groups.map(width(of:)).filter { $0 <= page.width - narrowest }.max() ?? 0
    let block = layout.table.banner.indices.map { width(of: $0) + Self.gap }.max() ?? 0
    labelWidth = min(needed, max(narrowest, min(roomy, page.width - max(widest, block))))
  }

  private var lines: [String] {
    var lines: [String] = []
    for (index, panel) in panels.enumerated() {
      if index > 0 { lines.append("") }
      lines += self.lines(of: panel)
    }
    return lines
  }

  // MARK: Panels

  /// A group's columns in one panel, and its heading.
  private typealias Block = TableLayout.ColumnGroup

  private var panels: [[Block]] {
    let room = page.width - labelWidth
    var panels: [[Block]] = []
    var panel: [Block] = []
    var used = 0
    func close() {
      if !panel.isEmpty { panels.append(panel) }
      panel = []
      used = 0
    }
    for group in layout.groups {
      let whole = width(of: group)
      if used + whole > room, !panel.isEmpty { close() }
      if whole <= room {
        panel.append(group)
        used += whole
        continue
      }
      // Too wide for any panel: cut between its columns.
      var part = Block(heading: group.heading, columns: [])
      for column in group.columns {
        let next = width(of: column) + Self.gap
        if used + next > room, !part.columns.isEmpty {
          panel.append(part)
          close()
          part.columns = []
        }
        part.columns.append(column)
        used += next
      }
      panel.append(part)
    }
    close()
    return panels
  }

  private func width(of group: Block) -> Int {
    group.columns.reduce(0) { $0 + width(of: $1) + Self.gap }
  }

  private func width(of column: Int) -> Int {
    let numbers = subwidths.reduce(-Self.innerGap) { $0 + $1 + Self.innerGap }
    let word = min(Wrapping.longestPiece(layout.heading(column)), Self.headingLimit)
    return min(max(numbers, word), page.width - labelWidth - Self.gap)
  }

  private func lines(of panel: [Block]) -> [String] {
    let columns = panel.flatMap(\.columns)
    let total = columns.reduce(labelWidth) { $0 + width(of: $1) + Self.gap }
    var lines = spanners(panel) + headings(columns)
    lines.append(bases(columns, Wording.base) { layout.base($0, under: $1) })
    if layout.isWeighted {
      lines.append(bases(columns, Wording.weightedBase) { layout.weightedBase($0, under: $1) })
    }
    if layout.hasEffectiveBases {
      lines.append(bases(columns, Wording.effectiveBase) { layout.effectiveBase($0, under: $1) })
    }
    lines.append(page.rule(total))
    for row in layout.body { lines += self.row(row, columns) }
    let statistics = layout.subcolumns[layout.statisticsPlace]
    if !layout.statistics.isEmpty, let place = subcolumns.firstIndex(of: statistics) {
      lines.append(page.rule(total))
      for row in layout.statistics { lines += single(row, columns, under: place) }
    }
    if !layout.missing.isEmpty, let place = subcolumns.firstIndex(of: .count) {
      lines.append(page.rule(total))
      lines.append(page.style.text(Wording.outsideBase[layout.language], .quiet))
      for row in layout.missing { lines += single(row, columns, under: place) }
    }
    return lines
  }

  // MARK: Heads

  /// The quartier over its sources, with a line under it.
  private func spanners(_ panel: [Block]) -> [String] {
    guard panel.contains(where: { $0.heading != nil }) else { return [] }
    let blank = String(repeating: " ", count: labelWidth)
    let gap = String(repeating: " ", count: Self.gap)
    let spans = panel.map { block -> (lines: [String], width: Int) in
      let width = block.columns.reduce(-Self.gap) { $0 + self.width(of: $1) + Self.gap }
      return (Wrapping.lines(block.heading ?? "", width: width, maximum: 3), width)
    }
    let depth = spans.map(\.lines.count).max() ?? 0
    var lines = (0..<depth).map { line in
      blank
        + spans.map { span in
          let start = depth - span.lines.count
          let text = line < start ? "" : span.lines[line - start]
          return gap + page.style.text(DisplayWidth.padded(text, to: span.width, .left), .strong)
        }.joined()
    }
    lines.append(
      blank + spans.map { gap + page.rule($0.width) }.joined())
    return lines.map(withoutEndBlanks)
  }

  private func headings(_ columns: [Int]) -> [String] {
    let wrapped = columns.map { column in
      Wrapping.lines(layout.heading(column), width: width(of: column), maximum: 4)
    }
    let depth = wrapped.map(\.count).max() ?? 0
    var lines = (0..<depth).map { line in
      let cells = columns.indices.map { index in
        let start = depth - wrapped[index].count
        let text = line < start ? "" : wrapped[index][line - start]
        return Numbers(text: text, width: DisplayWidth.of(text))
      }
      return assembled("", columns, cells, .plain)
    }
    let isOnlyShare = layout.shareKinds.count == 1
    let short = subcolumns.map { $0.shortHeading(isOnlyShare: isOnlyShare)[layout.language] }
    let names = numbers(short)
    lines.append(assembled(layout.stubHeading, columns, columns.map { _ in names }, .quiet))
    return lines
  }

  private func bases(
    _ columns: [Int], _ word: Wording,
    _ text: (TableFigures.Column, TableLayout.Subcolumn) -> String
  ) -> String {
    let cells = columns.map { column in
      numbers(subcolumns.map { text(layout.figures.columns[column], $0) })
    }
    return assembled(word[layout.language], columns, cells, .quiet)
  }

  // MARK: Rows

  private func row(_ row: Int, _ columns: [Int]) -> [String] {
    let cells = columns.map { column in
      let rank = layout.figures.entries[row][column].rank?.rounded
      return numbers(
        subcolumns.map { layout.text(row, column, $0) },
        isFirst: rank.map { $0.digits.count == 1 && $0.digits[0] <= 3 } ?? false)
    }
    let role: TerminalStyle.Role = layout.table.stub[row].kind == .net ? .strong : .plain
    return labelled(row, columns, cells, role)
  }

  /// A row with one number a column, set under the subcolumn at `place`.
  private func single(_ row: Int, _ columns: [Int], under place: Int) -> [String] {
    let behind = subwidths[(place + 1)...].reduce(0) { $0 + $1 + Self.innerGap }
    let cells = columns.map { column in
      let text = layout.single(row, column) + String(repeating: " ", count: behind)
      return Numbers(text: text, width: DisplayWidth.of(text))
    }
    return labelled(row, columns, cells, .plain)
  }

  private func labelled(
    _ row: Int, _ columns: [Int], _ cells: [Numbers], _ role: TerminalStyle.Role
  ) -> [String] {
    let label = layout.table.stub[row].label[layout.language]
    return Wrapping.lines(label, width: labelWidth, maximum: 3).enumerated().map { index, line in
      index == 0 ? assembled(line, columns, cells, role) : page.style.text(line, role)
    }
  }

  /// The numbers of a block, and the columns that they take (emphasis takes none).
  private struct Numbers {
    var text: String
    var width: Int
  }

  /// The numbers of one block; a tie mark hangs behind its rank, so that ranks stay aligned.
  private func numbers(_ texts: [String], isFirst: Bool = false) -> Numbers {
    let cells = texts.enumerated().map { index, text in
      let isRank = subcolumns[index] == .rank
      let hangs = isRank && hasTies && text.last.map(\.isNumber) == true
      let cell = DisplayWidth.padded(hangs ? text + " " : text, to: subwidths[index], .right)
      return isRank && isFirst ? page.style.text(cell, .strong) : cell
    }
    return Numbers(
      text: cells.joined(separator: String(repeating: " ", count: Self.innerGap)),
      width: subwidths.reduce(-Self.innerGap) { $0 + $1 + Self.innerGap })
  }

  private var hasTies: Bool {
    layout.figures.entries.contains { $0.contains { $0.rank?.isTied == true } }
  }

  private func assembled(
    _ label: String, _ columns: [Int], _ cells: [Numbers], _ role: TerminalStyle.Role
  ) -> String {
    var line = page.style.text(DisplayWidth.padded(label, to: labelWidth, .left), role)
    let gap = String(repeating: " ", count: Self.gap)
    for (column, cell) in zip(columns, cells) {
      let width = width(of: column)
      // Numbers are never cut: a block is as wide as its numbers, and the screen wider than one.
      let blanks = String(repeating: " ", count: max(0, width - cell.width))
      line += gap + blanks + (role == .quiet ? page.style.text(cell.text, .quiet) : cell.text)
    }
    return withoutEndBlanks(line)
  }

  private func withoutEndBlanks(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
