public import SurveyModel
import Tabulation

/// The pages that people read of a source of sessions: numbered tables in three columns, walks, Johari
/// windows, the tree of objectives. Markdown, working edition only: they quote what was said.
public func sessionPages(
  of set: ContributionSet, codebook: Codebook, in language: Language
) -> [ResultFile] {
  let pages = SessionPages(set: set, codebook: codebook, language: language)
  let folder = "working/sessions/\(FileName.safe(set.source.id))/"
  return [
    ("theme-tables.md", pages.themeTables), ("walks.md", pages.walks),
    ("johari.md", pages.johari), ("objectives.md", pages.objectives),
    ("actions.md", pages.actions), ("priorities.md", pages.priorities),
  ].compactMap { name, text in
    text.map { ResultFile(path: folder + name, text: $0) }
  }
}

private struct SessionPages {
  let set: ContributionSet
  let codebook: Codebook
  let language: Language

  private func said(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

  private func page(_ title: String, _ body: String) -> String {
    MarkdownText.set(
      "# " + MarkdownText.escaped("\(title) — \(self.set.source.label[language])") + "\n\n**"
        + MarkdownText.escaped(Edition.working.notice[language]) + "**\n\n" + body,
      in: language)
  }

  private func statements(in form: SessionForm) -> [Contribution] {
    self.set.statements.filter { self.set.sessions[$0.session].form == form }
  }

  private func label(_ theme: String?) -> String {
    guard let theme else { return said("Sans thème", "Without theme") }
    let group = codebook.groups.first { $0.id == theme }?.label
    return (group ?? codebook.themes.first { $0.id == theme }?.label ?? Bilingual(theme))[language]
  }

  /// Themes in the order of the codebook, those without one last.
  private func themes(of statements: [Contribution]) -> [String?] {
    let order = codebook.groups.map(\.id) + codebook.themes.map(\.id)
    var seen: [String?] = []
    for id in order
    where statements.contains(where: { $0.themes.contains(id) }) && !seen.contains(id) {
      seen.append(id)
    }
    if statements.contains(where: \.themes.isEmpty) { seen.append(nil) }
    return seen
  }

  /// One table a theme, one numbered line a line of the sheet, as cities print them.
  var themeTables: String? {
    let found = statements(in: .themeTable)
    guard !found.isEmpty else { return nil }
    let kinds: [Contribution.Kind] = [.proposal, .shortcoming, .answer]
    var body = ""
    for theme in themes(of: found) {
      let lines = found.filter {
        theme.map($0.themes.contains) ?? $0.themes.isEmpty
      }
      body += "## " + MarkdownText.escaped(label(theme)) + "\n\n"
      var rows: [(key: [Int], cells: [[String]])] = []
      for statement in lines {
        let key = [statement.session, statement.line]
        if rows.last?.key != key { rows.append((key, kinds.map { _ in [] })) }
        if let column = kinds.firstIndex(of: statement.kind) {
          rows[rows.count - 1].cells[column].append(MarkdownText.escaped(statement.text))
        }
      }
      body += text(
        [said("N°", "No.")] + kinds.map { $0.label[language] },
        rows.enumerated().map { index, row in
          [String(index + 1)] + row.cells.map { $0.joined(separator: "<br>") }
        })
    }
    return page(
      said("Propositions, manquements, partenaires", "Proposals, shortcomings, partners"), body)
  }

  /// + beside −, a quartier at a time.
  var walks: String? {
    let found = statements(in: .walk)
    guard !found.isEmpty else { return nil }
    var body = ""
    let places =
      self.set.quartiers.map { ($0.code as String?, $0.name) } + [
        (nil, said("Toute la ville", "Whole town"))
      ]
    for (code, name) in places {
      let here = found.filter { $0.quartier == code }
      if here.isEmpty { continue }
      body += "## " + MarkdownText.escaped(name) + "\n\n"
      body += sideBySide(
        ["+", "−"],
        [Contribution.Kind.strength, .weakness].map { kind in
          here.filter { $0.kind == kind }.map(\.text)
        })
      let proposals = here.filter { $0.kind == .proposal }
      if !proposals.isEmpty {
        body += sideBySide([Contribution.Kind.proposal.label[language]], [proposals.map(\.text)])
      }
    }
    return page(said("Marches exploratoires", "Exploratory walks"), body)
  }

  /// A window of two by two for each group.
  var johari: String? {
    let found = self.set.statements.filter { Contribution.Kind.panes.contains($0.kind) }
    guard !found.isEmpty else { return nil }
    var body = ""
    for origin in Contribution.Origin.allCases {
      let group = found.filter { $0.origin == origin }
      if group.isEmpty { continue }
      body += "## " + MarkdownText.escaped(origin.label[language].firstCapital) + "\n\n"
      for pair in [[Contribution.Kind.open, .blind], [.hidden, .unknown]] {
        body += sideBySide(
          pair.map { $0.label[language].firstCapital },
          pair.map { kind in group.filter { $0.kind == kind }.map(\.text) })
      }
    }
    return page(said("Fenêtres de Johari", "Johari windows"), body)
  }

  var objectives: String? {
    guard !self.set.objectives.isEmpty else { return nil }
    var body = ""
    var issue: String?
    for (index, objective) in self.set.objectives.enumerated() {
      if objective.issue != issue {
        body += (issue == nil ? "" : "\n") + "- **" + MarkdownText.escaped(objective.issue) + "**\n"
        issue = objective.issue
      }
      body += "  - \(index + 1)\\. " + MarkdownText.escaped(objective.text) + "\n"
    }
    return page(said("Arbre d'objectifs", "Objectives tree"), body)
  }

  /// A line an action, as it is followed from one steering committee to the next.
  var actions: String? {
    guard !self.set.actions.isEmpty else { return nil }
    let names = Dictionary(
      self.set.quartiers.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    let unsaid = said("à préciser", "to be said")
    let body = text(
      [
        said("N°", "No."), said("Enjeu", "Issue"), said("Action", "Action"),
        said("Couverture", "Covered by"), said("Pilote", "Lead"), said("Quartiers", "Quartiers"),
        said("Indicateur", "Indicator"), said("Cible", "Target"), said("Échéance", "Deadline"),
      ],
      self.set.actions.enumerated().map { index, action in
        let places = action.quartiers.map { names[$0] ?? $0 }.joined(separator: ", ")
        let cells = [
          action.issue.isEmpty ? "–" : action.issue, action.text,
          action.cover?.label[language] ?? said("à qualifier", "to be qualified"),
          action.lead.isEmpty ? unsaid : action.lead,
          places.isEmpty ? said("toute la ville", "whole town") : places,
          action.indicator.isEmpty ? unsaid : action.indicator,
          action.target.isEmpty ? unsaid : action.target,
          action.deadline.isEmpty ? unsaid : action.deadline,
        ]
        return [String(index + 1)] + cells.map { MarkdownText.escaped($0) }
      })
    return page(said("Suivi des actions", "Actions"), body)
  }

  /// What each put first, side by side.
  var priorities: String? {
    let all = self.set.priorities
    let origins = Contribution.Origin.allCases.filter { origin in
      all.contains { $0.origin == origin }
    }
    guard !origins.isEmpty else { return nil }
    let columns = origins.map { origin in
      all.filter { $0.origin == origin }.enumerated().sorted {
        ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
      }.map { "\($0.element.rank). \($0.element.text)" }
    }
    return page(
      said("Priorités énoncées", "Stated priorities"),
      sideBySide(origins.map { $0.label[language].firstCapital }, columns))
  }

  private func sideBySide(_ headings: [String], _ columns: [[String]]) -> String {
    let height = columns.map(\.count).max() ?? 0
    return text(
      headings,
      (0..<height).map { row in
        columns.map { row < $0.count ? MarkdownText.escaped($0[row]) : "" }
      })
  }

  /// Texts are set left.
  private func text(_ headings: [String], _ rows: [[String]]) -> String {
    var out = "| " + headings.joined(separator: " | ") + " |\n"
    out += "|" + headings.map { _ in ":--|" }.joined() + "\n"
    for row in rows { out += "| " + row.joined(separator: " | ") + " |\n" }
    return out + "\n"
  }
}

extension String {
  fileprivate var firstCapital: String { prefix(1).uppercased() + dropFirst() }
}
