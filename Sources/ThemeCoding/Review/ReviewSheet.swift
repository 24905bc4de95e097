public import SurveyModel

/// A review sheet as a person filled it in, whatever spreadsheet saved it.
public struct ReviewSheet: Sendable {
  public var rows: [ReviewRow]

  public init(rows: [ReviewRow] = []) { self.rows = rows }

  /// - Parameters:
  ///   - cells: the headings, then the rows; columns in any order, others are passed over.
  ///   - file: as messages name it.
  /// - Returns: no sheet when a column is missing; rows whose key was lost are left out, each with a
  ///   problem if it holds a decision.
  public static func read(
    _ cells: [[String]], file: String
  ) -> (sheet: ReviewSheet?, problems: [Problem]) {
    let headings = (cells.first ?? []).map { foldedPlace($0) }
    var positions: [ReviewColumn: Int] = [:]
    for column in ReviewColumn.allCases {
      let names = [foldedPlace(column.heading.fr), foldedPlace(column.heading.en)]
      positions[column] = headings.firstIndex { names.contains($0) }
    }
    let missing = ReviewColumn.needed.filter { positions[$0] == nil }
    if !missing.isEmpty { return (nil, [.reviewHeadings(missing.map(\.heading), file)]) }
    var problems: [Problem] = []
    var rows: [ReviewRow] = []
    for (index, row) in cells.enumerated().dropFirst() {
      func cell(_ column: ReviewColumn) -> String {
        guard let position = positions[column], position < row.count else { return "" }
        let text = trimmed(row[position])
        // What keeps a spreadsheet from computing it.
        return text.hasPrefix("'") && text.count > 1 ? String(text.dropFirst()) : text
      }
      let decision = cell(.decision)
      guard let record = Int(cell(.record)), let hash = ReviewMark.hash(cell(.key)) else {
        if !decision.isEmpty { problems.append(.reviewRow(index + 1, file)) }
        continue
      }
      rows.append(
        ReviewRow(
          key: ReviewKey(source: cell(.source), question: cell(.question), record: record),
          textHash: hash, text: cell(.text), proposal: Self.list(cell(.proposal)),
          words: cell(.words), signs: Self.list(cell(.sign)), decision: decision,
          remark: cell(.remark)))
    }
    return (ReviewSheet(rows: rows), problems)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: "|").map { trimmed($0) }.filter { !$0.isEmpty }
  }
}

/// Reads what people write in the column of decisions.
public struct DecisionReader: Sendable {
  private var ids: [String: String] = [:]

  public init(_ codebook: Codebook) {
    for theme in codebook.themes {
      for name in [theme.label.fr, theme.label.en, theme.id] { ids[foldedPlace(name)] = theme.id }
    }
  }

  private static let accepted: Set<String> = ["ok", "oui", "yes", "x", "d accord", "v"]
  private static let none: Set<String> = ["aucun", "aucune", "none", "rien", "0", "neant"]

  public enum Decision: Sendable, Hashable {
    case undecided
    /// Theme ids, each once; empty: the answer speaks of no theme.
    case themes([String])
    /// A piece that is no theme of the codebook.
    case unknown(String)
  }

  /// - Parameters:
  ///   - text: theme ids or labels separated by `|`, `;` or commas; `ok`: the proposal; `aucun` or
  ///     `-`: none.
  ///   - proposal: of the same row.
  public func read(_ text: String, proposal: [String]) -> Decision {
    let text = trimmed(text)
    if text.isEmpty { return .undecided }
    let word = foldedPlace(text)
    if text == "-" || text == "–" || text == "—" || Self.none.contains(word) { return .themes([]) }
    var pieces = Self.accepted.contains(word) ? proposal : pieces(text)
    pieces = pieces.map { trimmed($0) }.filter { !$0.isEmpty }
    var out: [String] = []
    for piece in pieces {
      guard let id = ids[foldedPlace(piece)] else { return .unknown(piece) }
      if !out.contains(id) { out.append(id) }
    }
    return .themes(out)
  }

  /// Labels hold commas themselves, so a comma separates only where the whole is no label.
  private func pieces(_ text: String) -> [String] {
    text.split(whereSeparator: { "|;\n".contains($0) }).flatMap { piece -> [String] in
      if ids[foldedPlace(String(piece))] != nil || !piece.contains(",") { return [String(piece)] }
      return piece.split(separator: ",").map(String.init)
    }
  }
}
