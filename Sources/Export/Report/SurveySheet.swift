import SurveyModel
import Tabulation

/// One page of a source: how it was collected, who answered, what was asked, what may be claimed.
struct SurveySheet {
  let source: Source
  /// The source's distributions.
  let layouts: [TableLayout]
  /// Where each of them stands in the page, by table.
  let anchors: [TableID: String]

  func write(to page: inout HTMLWriter) {
    let language = page.language
    page.raw("<article class=\"sheet\"")
    page.attribute("data-source", source.id)
    page.raw(">\n")
    page.element("h3", source.label)
    page.raw("<dl>\n")
    if let mode = source.mode { entry(&page, .mode, CollectionMode.label(mode)[language]) }
    entry(&page, .sampling, source.sampling.label[language])
    if let collected = source.collected { entry(&page, .collected, collected[language]) }
    if let population = source.population { entry(&page, .population, population[language]) }
    writeRespondents(&page)
    page.raw("</dl>\n")
    let (profile, topics) = split
    if !profile.isEmpty {
      page.element("h4", ReportWord.profile.text)
      page.raw("<ul>\n")
      for layout in profile { writeProfile(&page, layout) }
      page.raw("</ul>\n")
    }
    if !topics.isEmpty {
      page.element("h4", ReportWord.topics.text)
      page.raw("<ul>\n")
      for layout in topics {
        page.raw("<li><a href=\"#\(anchors[layout.table.id] ?? "")\">")
        page.text(layout.table.title)
        page.raw("</a>")
        if let base = layout.figures.columns.first?.base.label(language) {
          page.text(" (n\u{A0}=\u{A0}\(base))")
        }
        page.raw("</li>\n")
      }
      page.raw("</ul>\n")
    }
    page.element("h4", ReportWord.method.text)
    page.element("p", source.sampling.definition)
    page.raw("</article>\n")
  }

  private func entry(_ page: inout HTMLWriter, _ word: ReportWord, _ text: String) {
    page.raw("<div><dt>")
    page.text(word.text)
    page.raw("</dt><dd>")
    page.text(text)
    page.raw("</dd></div>\n")
  }

  /// The largest base: everybody who answered anything answered that.
  private func writeRespondents(_ page: inout HTMLWriter) {
    var most: (n: Int, label: String)?
    for layout in layouts {
      let base = layout.figures.columns.first?.base
      guard case .whole(let n) = base?.quantity, let label = base?.label(page.language) else {
        continue
      }
      if n > most?.n ?? -1 { most = (n, label) }
    }
    guard let most else { return }
    entry(
      &page, .respondents,
      "n\u{A0}=\u{A0}\(most.label) " + ReportWord.mostAnswered[page.language])
  }

  /// Questions about the person, and the others. Open and dated ones are neither.
  private var split: (profile: [TableLayout], topics: [TableLayout]) {
    let shown = layouts.filter { !["open", "date"].contains($0.table.question?.type) }
    return (shown.filter(\.isProfile), shown.filter { !$0.isProfile })
  }

  private func writeProfile(_ page: inout HTMLWriter, _ layout: TableLayout) {
    let language = page.language
    // Of a number its mean and median, of other questions every answer; what is withheld is in
    // the table.
    let isNumber = layout.table.question?.type == "number"
    let rows = isNumber ? layout.statistics : layout.body
    let parts = rows.filter { layout.table.stub[$0].kind != .net }.compactMap { row -> String? in
      let label = layout.table.stub[row].label[language]
      let entry = layout.figures.entries[row].first
      let figure = isNumber ? entry?.value : entry?.shares.first?.percent
      guard let figure, figure.quantity != nil, let number = figure.label(language) else {
        return nil
      }
      return label + " (\(number))"
    }
    guard !parts.isEmpty else { return }
    page.raw("<li><a href=\"#\(anchors[layout.table.id] ?? "")\">")
    page.text(layout.table.title)
    page.raw("</a>")
    page.text(Wording.colon[language] + parts.joined(separator: ", "))
    page.raw("</li>\n")
  }
}

extension TableLayout {
  /// A question about the person: where they live, or an id or a short text that says what they
  /// are.
  var isProfile: Bool {
    guard let question = table.question, table.kind == .distribution else { return false }
    if question.type == "quartier" { return true }
    guard ["single", "number"].contains(question.type) else { return false }
    let words = FileName.safe(question.id).split { $0 == "-" || $0 == "_" || $0 == "." }
    return words.contains { Self.profileWords.contains(String($0)) }
  }

  private static let profileWords: Set<String> = [
    "sex", "sexe", "gender", "genre", "age", "ages", "status", "statut", "situation",
    "occupation", "profession", "csp", "seniority", "anciennete", "household", "menage", "foyer",
    "tenure", "logement", "diploma", "diplome",
  ]
}
