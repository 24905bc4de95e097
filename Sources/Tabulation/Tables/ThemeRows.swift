internal import SurveyModel

/// The rows of a table of themes: groups, and the themes that are in none.
struct ThemeRows {
  let items: [StubItem]
  /// The rows that a theme counts in.
  private let rows: [String: [Int]]
  /// The row of a group, by its id.
  private let groups: [String: [Int]]

  init(_ codebook: Codebook) {
    var items: [StubItem] = []
    var rows: [String: [Int]] = [:]
    var groups: [String: [Int]] = [:]
    for group in codebook.groups {
      for theme in group.themes { rows[theme, default: []].append(items.count) }
      groups[group.id] = [items.count]
      items.append(StubItem(code: group.id, label: group.label, kind: .theme))
    }
    for theme in codebook.themes where rows[theme.id] == nil {
      rows[theme.id] = [items.count]
      items.append(StubItem(code: theme.id, label: theme.label, kind: .theme))
    }
    self.items = items
    self.rows = rows
    self.groups = groups
  }

  /// The rows of a theme, or of a group that is named in its place; `nil`: neither.
  func rows(of theme: String) -> [Int]? { rows[theme] ?? groups[theme] }

  /// The rows of several, each once; `nil`: none.
  func rows(of ids: [String]) -> [Int]? {
    guard ids.count > 1 else { return ids.first.flatMap { rows(of: $0) } }
    var found: [Int] = []
    for row in ids.flatMap({ rows(of: $0) ?? [] }) where !found.contains(row) { found.append(row) }
    return found.isEmpty ? nil : found
  }

  /// The rows that each option of a question counts in; none for options without a theme.
  func targets(_ question: Question) -> [[Int]] {
    let list: CodeList? =
      switch question.type {
      case .single(let list): list
      case .multiple(let choice): choice.list
      case .scale(let scale): scale.list
      case .ranking(let ranking): ranking.list
      case .numericScale, .number, .date, .openText, .quartier, .personalData, .ignored: nil
      }
    guard let list else { return [] }
    let targets = list.answers.map { $0.theme.flatMap { rows[$0] } ?? [] }
    return list.allowsOther ? targets + [[]] : targets
  }
}
