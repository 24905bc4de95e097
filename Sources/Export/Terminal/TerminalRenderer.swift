public import SurveyModel
public import Tabulation

/// Tables for a screen of so many columns: title, source and base, then counts, percentages
/// and bars; crossed tables side by side, in several panels where the screen is narrow.
///
/// No line is wider than `width`; control characters of labels are shown, never obeyed.
public struct TerminalRenderer: TableRenderer {
  public let width: Int
  /// ANSI emphasis. It never carries anything that the text does not say.
  public let hasColour: Bool

  /// - Parameter width: columns of the screen; fewer than 40 are treated as 40.
  public init(width: Int = 80, hasColour: Bool = false) {
    self.width = max(40, width)
    self.hasColour = hasColour
  }

  public var fileExtension: String { "txt" }

  public func render(_ tables: [PublishableTable], in language: Language) -> String {
    let shared = sharedNotes(tables)
    var texts = tables.map { text(TableLayout($0.omitting(notes: shared), language)) }
    if !shared.isEmpty {
      let page = TerminalPage(width: width, style: TerminalStyle(hasColour: hasColour))
      let lines = shared.flatMap { page.hanging("", $0[language]) }
      texts.append(lines.map { $0 + "\n" }.joined())
    }
    return texts.joined(separator: "\n")
  }

  /// What every one of several tables says is said once, under the last.
  private func sharedNotes(_ tables: [PublishableTable]) -> [Bilingual] {
    guard tables.count > 1, let first = tables.first else { return [] }
    return first.table.notes.filter { note in
      tables.allSatisfy { $0.table.notes.contains(note) }
    }
  }

  private func text(_ layout: TableLayout) -> String {
    let page = TerminalPage(width: width, style: TerminalStyle(hasColour: hasColour))
    var lines = page.head(layout)
    lines.append("")
    if layout.table.banner.count == 1, let body = TerminalDistribution(layout, page) {
      lines += body.lines
    } else {
      lines += TerminalPanels.lines(layout, page)
    }
    let foot = page.foot(layout)
    if !foot.isEmpty { lines += [""] + foot }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// What every table has on a screen: a head and a foot.
struct TerminalPage: Sendable {
  let width: Int
  let style: TerminalStyle

  /// Text is not set wider than this, however wide the screen.
  private var measure: Int { min(width, 100) }

  func head(_ layout: TableLayout) -> [String] {
    let title = Wrapping.lines(layout.table.title[layout.language], width: measure)
    return title.map { style.text($0, .strong) }
      + layout.headLines.flatMap { line in
        hanging(line.word + Wording.colon[layout.language], line.text)
      }
  }

  func foot(_ layout: TableLayout) -> [String] {
    layout.footLines.flatMap { line -> [String] in
      let mark = line.prefix { $0 != " " }
      guard line.hasPrefix("("), mark.hasSuffix(")") else { return hanging("", line) }
      return hanging(mark + " ", String(line.dropFirst(mark.count + 1)))
    }
  }

  /// A quiet paragraph whose further lines stand under its first word.
  func hanging(_ lead: String, _ text: String) -> [String] {
    let indent = DisplayWidth.of(lead)
    return Wrapping.lines(text, width: measure - indent).enumerated().map { index, line in
      let start = index == 0 ? lead : String(repeating: " ", count: indent)
      return style.text(start + line, .quiet)
    }
  }

  func rule(_ columns: Int) -> String {
    style.text(String(repeating: "─", count: min(columns, width)), .quiet)
  }
}
