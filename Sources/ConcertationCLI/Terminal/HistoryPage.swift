internal import Export
internal import SurveyModel

/// Batches, then the first themes of the town in each source, batch beside batch.
struct HistoryPage {
  let title: Bilingual
  /// Rows of the views, the headings first.
  let batches: [[String]]
  let trends: [[String]]
  let language: Language

  /// How many themes a source has on the page; the view has all.
  private static let most = 5
  /// How many batches stand side by side; the view has all.
  private static let mostBatches = 6

  var report: TerminalReport {
    TerminalReport(
      [.heading(title[language]), .listing(batchListing)] + sources.map { .listing(trend($0)) })
  }

  private var batchListing: TerminalReport.Listing {
    TerminalReport.Listing(
      headings: [
        said(fr: "Lot", en: "Batch"), said(fr: "Date", en: "Date"),
        said(fr: "Séances", en: "Sessions"), said(fr: "Présents", en: "Present"),
        said(fr: "Énoncés", en: "Statements"), said(fr: "Remplacées", en: "Replaced"),
        said(fr: "Retirées", en: "Withdrawn"),
      ], detailHeading: "", flexible: 1, numeric: [0, 2, 3, 4, 5, 6],
      rows: batches.dropFirst().map { TerminalReport.Listing.Row($0) })
  }

  private func place(_ name: String) -> Int { trends.first?.firstIndex(of: name) ?? 0 }

  /// Rows of the whole town.
  private var town: [[String]] { trends.dropFirst().filter { $0[place("quartier")].isEmpty } }

  private var sources: [String] {
    var out: [String] = []
    for row in town where !out.contains(row[place("source")]) { out.append(row[place("source")]) }
    return out
  }

  private func trend(_ source: String) -> TerminalReport.Listing {
    let rows = town.filter { $0[place("source")] == source }
    let numbers = batches.dropFirst().suffix(Self.mostBatches).map { $0[0] }
    let label = place(language == .french ? "label_fr" : "label_en")
    var themes: [String] = []
    for row in rows where !themes.contains(row[place("theme")]) {
      themes.append(row[place("theme")])
    }
    func row(_ theme: String, _ number: String) -> [String]? {
      rows.first { $0[place("theme")] == theme && $0[place("batch")] == number }
    }
    func last(_ theme: String) -> Int {
      numbers.last.flatMap { row(theme, $0) }.flatMap { Int($0[place("n")]) } ?? -1
    }
    let first = themes.enumerated().sorted {
      (last($1.element), $0.offset) < (last($0.element), $1.offset)
    }.prefix(Self.most).map(\.element)
    return TerminalReport.Listing(
      headings: [source] + numbers.map { said(fr: "lot \($0)", en: "batch \($0)") },
      detailHeading: "", flexible: 0, numeric: Set(1...max(1, numbers.count)),
      rows: first.map { theme in
        let name = rows.first { $0[place("theme")] == theme }?[label] ?? theme
        return TerminalReport.Listing.Row(
          [name]
            + numbers.map { number in
              row(theme, number).map { "\($0[place("n")])/\($0[place("base")])" } ?? "–"
            })
      })
  }
}
