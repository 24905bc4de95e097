public import SurveyModel
import Tabulation

/// `sessions/<source>/statements.csv`: every statement with its session, for people and programs;
/// and `to-code.csv`: those without a theme.
///
/// Working edition only: what people said may tell who said it.
public func statementFiles(
  of set: ContributionSet, codebook: Codebook, in language: Language
) -> [ResultFile] {
  guard !set.statements.isEmpty else { return [] }
  let folder = "working/sessions/\(FileName.safe(set.source.id))/"
  let rows = StatementRows(set, codebook, language)
  let toCode = set.statements.indices.filter { set.statements[$0].coder == nil }
  var files = [
    ResultFile(
      path: folder + "statements.csv",
      text: rows.text(Array(set.statements.indices), .international)),
    ResultFile(
      path: folder + "statements.fr.csv", text: rows.text(Array(set.statements.indices), .french)),
  ]
  if !toCode.isEmpty {
    files.append(
      ResultFile(path: folder + "to-code.csv", text: rows.text(toCode, .international)))
  }
  return files
}

private struct StatementRows {
  let set: ContributionSet
  let language: Language
  private let themes: [String: Bilingual]
  private let places: [String: String]

  init(_ set: ContributionSet, _ codebook: Codebook, _ language: Language) {
    self.set = set
    self.language = language
    let pairs =
      codebook.groups.map { ($0.id, $0.label) } + codebook.themes.map { ($0.id, $0.label) }
    themes = Dictionary(pairs, uniquingKeysWith: { _, theme in theme })
    places = Dictionary(
      self.set.quartiers.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func text(_ rows: [Int], _ form: CSVForm) -> String {
    let language = form == .french ? .french : language
    var writer = CSVWriter(form)
    writer.record(
      StatementColumn.allCases.map { .text(form == .french ? $0.french : $0.rawValue) })
    let edition = CSVValue.ready(writer.ready([.text(Edition.working.mark[language])]))
    let sessions = self.set.sessions.map { session in
      [
        CSVValue.ready(
          writer.ready([
            .text(session.id),
            .text(form == .french ? session.form.label.fr : session.form.rawValue),
          ])),
        session.day.map { .text($0) } ?? .empty,
      ]
    }
    for row in rows {
      let statement = self.set.statements[row]
      writer.record(
        [edition] + sessions[statement.session] + [
          statement.quartier.map { .text(places[$0] ?? $0) } ?? .empty,
          .text(form == .french ? statement.origin.label.fr : statement.origin.word),
          .text(form == .french ? statement.kind.label.fr : statement.kind.word),
          statement.themes.isEmpty
            ? .empty
            : .text(
              statement.themes.map { form == .french ? themes[$0]?.fr ?? $0 : $0 }
                .joined(separator: " | ")),
          .text(flag(statement, form)), .text(statement.text), .whole(statement.count),
          .whole(statement.line),
        ])
    }
    return writer.text
  }

  /// Who gave the theme.
  private func flag(_ statement: Contribution, _ form: CSVForm) -> String {
    switch statement.coder {
    case nil: form == .french ? "à coder" : "to-code"
    case .sheet: form == .french ? "fiche" : "sheet"
    case .dictionary: form == .french ? "dictionnaire" : "dictionary"
    case .person: form == .french ? "relecture" : "review"
    }
  }
}

private enum StatementColumn: String, CaseIterable {
  case edition, session, form, date, quartier, origin, kind, theme
  case themeFrom = "theme_from"
  case statement, votes, line

  var french: String {
    switch self {
    case .edition: "édition"
    case .session: "séance"
    case .form: "fiche"
    case .date: "date"
    case .quartier: "quartier"
    case .origin: "origine"
    case .kind: "nature"
    case .theme: "thème"
    case .themeFrom: "thème donné par"
    case .statement: "énoncé"
    case .votes: "voix"
    case .line: "ligne"
    }
  }
}
