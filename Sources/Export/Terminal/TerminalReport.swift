/// A page of facts and listings, for what is not a table of answers.
public struct TerminalReport: Sendable {
  public enum Part: Sendable {
    case heading(String)
    case facts([Fact])
    case listing(Listing)
    case paragraph(String)
  }

  /// A word and what it is, with what shows it.
  public struct Fact: Sendable {
    public var word: String
    public var text: String
    public var details: [String]
    public init(_ word: String, _ text: String, details: [String] = []) {
      self.word = word
      self.text = text
      self.details = details
    }
  }

  /// Rows under headings. One column gives way on a narrow screen; details stand behind it where
  /// there is room, else under their row.
  public struct Listing: Sendable {
    public struct Row: Sendable {
      public var cells: [String]
      public var details: [String]
      public init(_ cells: [String], details: [String] = []) {
        self.cells = cells
        self.details = details
      }
    }
    public var headings: [String]
    public var detailHeading: String
    public var flexible: Int
    /// Columns of numbers, set to the right.
    public var numeric: Set<Int>
    public var rows: [Row]
    public init(
      headings: [String], detailHeading: String, flexible: Int, numeric: Set<Int> = [],
      rows: [Row]
    ) {
      self.headings = headings
      self.detailHeading = detailHeading
      self.flexible = flexible
      self.numeric = numeric
      self.rows = rows
    }
  }

  public var parts: [Part]
  public init(_ parts: [Part]) { self.parts = parts }
}

extension TerminalRenderer {
  public func render(_ report: TerminalReport) -> String {
    let page = TerminalPage(width: width, style: TerminalStyle(hasColour: hasColour))
    var lines: [String] = []
    for part in report.parts {
      if !lines.isEmpty { lines.append("") }
      switch part {
      case .heading(let text):
        lines += Wrapping.lines(text, width: width).map { page.style.text($0, .strong) }
      case .facts(let facts): lines += TerminalFacts(facts, page).lines
      case .listing(let listing): lines += TerminalListing(listing, page).lines
      case .paragraph(let text): lines += page.hanging("", text)
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Words to the left, what they are beside them, what shows it below or behind.
private struct TerminalFacts {
  let facts: [TerminalReport.Fact]
  let page: TerminalPage
  private let wordWidth: Int

  init(_ facts: [TerminalReport.Fact], _ page: TerminalPage) {
    self.facts = facts
    self.page = page
    wordWidth = (facts.map { DisplayWidth.of($0.word) }.max() ?? 0) + 2
  }

  var lines: [String] {
    let room = min(page.width, 120) - wordWidth
    let indent = String(repeating: " ", count: wordWidth)
    return facts.flatMap { fact -> [String] in
      let text = Wrapping.lines(fact.text, width: room)
      let word = page.style.text(DisplayWidth.padded(fact.word, to: wordWidth, .left), .quiet)
      return text.enumerated().map { ($0 == 0 ? word : indent) + $1 }
        + fact.details.flatMap { detail in
          Wrapping.lines(detail, width: room - 2).enumerated().map { index, line in
            indent + page.style.text((index == 0 ? "· " : "  ") + line, .quiet)
          }
        }
    }
  }
}

private struct TerminalListing {
  let listing: TerminalReport.Listing
  let page: TerminalPage
  private let widths: [Int]
  /// Width of the details behind the row; `nil`: they stand under it.
  private let detailWidth: Int?

  private static let gap = 2
  private static let mostFlexible = 72
  private static let leastFlexible = 12
  private static let leastDetail = 44

  init(_ listing: TerminalReport.Listing, _ page: TerminalPage) {
    self.listing = listing
    self.page = page
    var widths = listing.headings.indices.map { column in
      ([listing.headings[column]] + listing.rows.map { $0.cells[column] })
        .map { DisplayWidth.of(SafeText.neutralised($0)) }.max() ?? 1
    }
    func others() -> Int {
      widths.indices.reduce(0) { $1 == listing.flexible ? $0 : $0 + widths[$1] + Self.gap }
    }
    // On a very narrow screen the widest of the other columns gives way too.
    while others() + Self.leastFlexible > page.width,
      let widest = widths.indices.filter({ $0 != listing.flexible }).max(by: {
        widths[$0] < widths[$1]
      }), widths[widest] > 4
    {
      widths[widest] -= 1
    }
    let others = others()
    let natural = min(widths[listing.flexible], Self.mostFlexible)
    let behind = page.width - others - natural - Self.gap
    let hasDetails = listing.rows.contains { !$0.details.isEmpty }
    detailWidth = hasDetails && behind >= Self.leastDetail ? min(behind, 100) : nil
    widths[listing.flexible] = max(Self.leastFlexible, min(natural, page.width - others))
    self.widths = widths
  }

  var lines: [String] {
    var heading = line(listing.headings)
    if detailWidth != nil {
      heading += String(repeating: " ", count: Self.gap) + listing.detailHeading
    }
    let total = widths.reduce(-Self.gap) { $0 + $1 + Self.gap } + (detailWidth.map { $0 + 2 } ?? 0)
    return [page.style.text(withoutEndBlanks(heading), .quiet), page.rule(total)]
      + listing.rows.flatMap(row)
  }

  private func row(_ row: TerminalReport.Listing.Row) -> [String] {
    let label = Wrapping.lines(
      row.cells[listing.flexible], width: widths[listing.flexible], maximum: 3)
    var cells = row.cells
    var main = label.enumerated().map { index, text -> String in
      if index > 0 { cells = cells.map { _ in "" } }
      cells[listing.flexible] = text
      return line(cells)
    }
    guard let detailWidth else {
      let indent = String(repeating: " ", count: start(of: listing.flexible) + 2)
      let room = page.width - indent.utf8.count
      let below = row.details.flatMap { Wrapping.lines($0, width: room) }
      return main.map(withoutEndBlanks) + below.map { indent + page.style.text($0, .quiet) }
    }
    let details = row.details.flatMap { Wrapping.lines($0, width: detailWidth) }
    while main.count < details.count { main.append(line(cells.map { _ in "" })) }
    return main.indices.map { index in
      let behind = index < details.count ? page.style.text(details[index], .quiet) : ""
      return withoutEndBlanks(main[index] + String(repeating: " ", count: Self.gap) + behind)
    }
  }

  private func start(of column: Int) -> Int {
    widths[..<column].reduce(0) { $0 + $1 + Self.gap }
  }

  private func line(_ cells: [String]) -> String {
    cells.indices.map { index in
      DisplayWidth.padded(
        SafeText.neutralised(cells[index]), to: widths[index],
        listing.numeric.contains(index) ? .right : .left)
    }.joined(separator: String(repeating: " ", count: Self.gap))
  }

  private func withoutEndBlanks(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
