public import SurveyModel
public import Tabulation

/// What a report says beside its tables.
public struct ReportDetails: Sendable, Hashable {
  /// The consultation's name.
  public var title: Bilingual
  /// The colours of its themes; without them, by the tables.
  public var colours: ThemeColours?

  public init(
    title: Bilingual = Bilingual(fr: "Concertation", en: "Consultation"),
    colours: ThemeColours? = nil
  ) {
    self.title = title
    self.colours = colours
  }
}

/// `report.html`: an edition as one page that needs nothing but itself.
///
/// - Parameters:
///   - tables: all of one edition.
///   - charts: those drawn from them.
/// - Complexity: O(cells).
public func report(
  of tables: [PublishableTable], charts: [ChartData], details: ReportDetails,
  in language: Language
) -> [UInt8] {
  let layouts = tables.map { TableLayout($0, language) }
  return report(of: layouts, charts: charts, details: details, in: language)
}

func report(
  of layouts: [TableLayout], charts: [ChartData], details: ReportDetails, in language: Language
) -> [UInt8] {
  var report = ReportPage(layouts, charts, details, language)
  return report.write()
}

struct ReportPage {
  let layouts: [TableLayout]
  let charts: [TableID: [ChartData]]
  let details: ReportDetails
  let language: Language
  let sources: [Source]
  /// Quartiers of any table, by code.
  let quartiers: [(code: String, name: String)]
  /// Where each table stands.
  let anchors: [TableID: String]
  var page: HTMLWriter

  init(
    _ layouts: [TableLayout], _ charts: [ChartData], _ details: ReportDetails,
    _ language: Language
  ) {
    self.layouts = layouts
    self.charts = Dictionary(grouping: charts, by: \.table)
    self.details = details
    self.language = language
    var sources: [Source] = []
    var quartiers: [(code: String, name: String)] = []
    var names = UniqueNames()
    var anchors: [TableID: String] = [:]
    for table in layouts.lazy.map(\.published.table) {
      for source in table.sources where !sources.contains(where: { $0.id == source.id }) {
        sources.append(source)
      }
      for item in table.banner {
        guard let code = item.quartier, !quartiers.contains(where: { $0.code == code }) else {
          continue
        }
        quartiers.append((code, item.label[language]))
      }
      anchors[table.id] = names.unique("t-" + FileName.safe(table.id.path))
    }
    self.sources = sources
    self.quartiers = quartiers
    self.anchors = anchors
    page = HTMLWriter(language, reserving: 1 << 20)
  }

  mutating func write() -> [UInt8] {
    writeHead()
    page.raw("<body>\n<a class=\"skip\" href=\"#main\">")
    page.text(ReportWord.skip.text)
    page.raw("</a>\n<header>\n")
    page.element("p class=\"kind\"", ReportWord.report.text)
    page.element("h1", details.title)
    if let notice { page.element("p class=\"notice\"", notice) }
    page.raw("</header>\n")
    writeContents()
    writeFilter()
    page.raw("<main id=\"main\" tabindex=\"-1\">\n")
    for part in parts {
      page.raw("<section id=\"\(part.anchor)\">\n")
      page.element("h2", part.word.text)
      switch part {
      case .priorities: writePriorities()
      case .beside: for layout in beside { writeTable(layout, level: 3) }
      case .sheets: writeSheets()
      case .results: for source in sources { writeResults(of: source) }
      case .annex: writeAnnex()
      }
      page.raw("</section>\n")
    }
    page.raw("</main>\n<footer>")
    if let notice { page.element("p class=\"notice\"", notice) }
    page.raw("<p><a href=\"#contents\">")
    page.text(ReportWord.top.text)
    page.raw("</a></p></footer>\n<script>\n\(ReportScript.text)</script>\n</body>\n</html>\n")
    return page.bytes
  }

  private var notice: Bilingual? { layouts.first?.edition.notice }

  enum Part: String, CaseIterable {
    case priorities, beside, sheets, results, annex
    var word: ReportWord {
      switch self {
      case .priorities: .priorities
      case .beside: .beside
      case .sheets: .sheets
      case .results: .results
      case .annex: .annex
      }
    }
    var anchor: String { rawValue }
  }

  /// Tables over several sources, and those that set quartiers apart.
  private var beside: [TableLayout] {
    layouts.filter { layout in
      layout.table.kind != .priorities
        && !sources.contains { $0.id == layout.table.id.source }
    }
  }

  /// What there is to show.
  var parts: [Part] {
    Part.allCases.filter {
      switch $0 {
      case .priorities: layouts.contains { $0.table.kind == .priorities }
      case .beside: !beside.isEmpty
      case .sheets, .results: !sources.isEmpty
      case .annex: true
      }
    }
  }

  // MARK: head, contents, filter

  private mutating func writeHead() {
    page.raw("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n")
    page.raw("<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    page.text(details.title)
    if let notice { page.text(" – " + notice[language]) }
    page.raw("</title>\n<style>\n\(ReportStyle.text)</style>\n</head>\n")
  }

  private mutating func writeContents() {
    page.raw("<nav id=\"contents\" tabindex=\"-1\" aria-labelledby=\"contents-h\">\n")
    page.raw("<h2 id=\"contents-h\">")
    page.text(ReportWord.contents.text)
    page.raw("</h2>\n<ol>\n")
    for part in parts {
      page.raw("<li><a href=\"#\(part.anchor)\">")
      page.text(part.word.text)
      page.raw("</a>")
      let inside = entries(of: part)
      if !inside.isEmpty {
        page.raw("<ul>")
        for (anchor, name) in inside {
          page.raw("<li><a href=\"#\(anchor)\">")
          page.text(name)
          page.raw("</a></li>")
        }
        page.raw("</ul>")
      }
      page.raw("</li>\n")
    }
    page.raw("</ol>\n</nav>\n")
  }

  private func entries(of part: Part) -> [(anchor: String, name: String)] {
    switch part {
    case .priorities:
      guard let layout = layouts.first(where: { $0.table.kind == .priorities }) else { return [] }
      return layout.groups.enumerated().compactMap { index, group in
        group.heading.map { ("p-\(index)", $0) }
      }
    case .results: return sources.map { (anchor(of: $0), $0.label[language]) }
    case .beside, .sheets, .annex: return []
    }
  }

  private func anchor(of source: Source) -> String { "s-" + FileName.safe(source.id) }

  /// Hidden until the script that works it has started.
  private mutating func writeFilter() {
    guard sources.count > 1 || !quartiers.isEmpty else { return }
    page.raw("<form id=\"filter\" role=\"search\" aria-labelledby=\"filter-h\" hidden>")
    page.raw("<fieldset><legend id=\"filter-h\">")
    page.text(ReportWord.filters.text)
    page.raw("</legend>\n")
    if !quartiers.isEmpty {
      writeChoice(.quartier, .allQuartiers, quartiers.map { ($0.code, $0.name) })
    }
    if sources.count > 1 {
      writeChoice(.source, .allSources, sources.map { ($0.id, $0.label[language]) })
    }
    page.raw("<button type=\"reset\">")
    page.text(ReportWord.reset.text)
    page.raw("</button>\n<p class=\"help\">")
    page.text(ReportWord.filterHelp.text)
    page.raw(" ")
    page.text(ReportWord.chartUnfiltered.text)
    page.raw("</p>\n<p id=\"filtered\" class=\"help\" role=\"status\"")
    page.attribute("data-word", ReportWord.filtered[language] + Wording.colon[language])
    page.raw("></p></fieldset></form>\n")
  }

  private mutating func writeChoice(
    _ word: ReportWord, _ all: ReportWord, _ choices: [(value: String, name: String)]
  ) {
    page.raw("<label>")
    page.text(word.text)
    page.raw(" <select name=\"\(word.rawValue)\"><option value=\"\">")
    page.text(all.text)
    page.raw("</option>")
    for choice in choices {
      page.raw("<option")
      page.attribute("value", choice.value)
      page.raw(">")
      page.text(choice.name)
      page.raw("</option>")
    }
    page.raw("</select></label>\n")
  }
}
