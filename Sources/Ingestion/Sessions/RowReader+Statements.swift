internal import SurveyModel

/// Rows with one statement each, and tables with several statements a row.
extension RowReader {
  func readStatements(into reading: inout SheetReading) {
    reading.statements.reserveCapacity(rows.rows.count)
    var themes = Themes(context)
    // A sheet repeats few words: each is folded once.
    var kinds = Memo(SheetWords.kind)
    var origins = Memo(SheetWords.origin)
    var places = Memo(context.quartier)
    for row in rows.rows {
      if isTooLong(row) {
        setAside(
          row, .tooManyCells(found: row.cells.count, expected: columns.headings.cells.count), nil,
          &reading)
        continue
      }
      let text = row[columns[.statement]]
      guard !text.isEmpty else {
        setAside(row, .noStatement, .statement, &reading)
        continue
      }
      let kindText = row[columns[.kind]]
      guard let kind = kinds[kindText], fits(kind) else {
        setAside(row, kindText.isEmpty ? .noKind : .unknownKind(kindText), .kind, &reading)
        continue
      }
      let originText = row[columns[.origin]]
      guard let origin = originText.isEmpty ? usualOrigin(kind) : origins[originText]
      else {
        setAside(
          row, originText.isEmpty ? .noOrigin : .unknownOrigin(originText), .origin, &reading)
        continue
      }
      var quartier = session.quartier
      let placeText = row[columns[.quartier]]
      if !placeText.isEmpty {
        guard let found = places[placeText] else {
          setAside(row, .unknownQuartier(placeText), .quartier, &reading)
          continue
        }
        quartier = found.code
      }
      let votesText = row[columns[.votes]]
      guard let votes = votesText.isEmpty ? 1 : Int(votesText), (0...100_000).contains(votes)
      else {
        setAside(row, .badVotes(votesText), .votes, &reading)
        continue
      }
      reading.statements.append(
        Contribution(
          quartier: quartier, origin: origin, kind: kind, themes: self.themes(row, &themes),
          text: PersonalMask.masked(text), count: votes, line: row.line))
    }
    report(themes, into: &reading)
  }

  /// Propositions, manquements, partenaires: every statement of a cell stands on a line of its own,
  /// or behind `|`.
  func readThemeTable(into reading: inout SheetReading) {
    var themes = Themes(context)
    let parts: [(column: SheetWords.Column, kind: Contribution.Kind, origin: Contribution.Origin)] =
      [
        (.proposals, .proposal, head.origin ?? .resident),
        (.shortcomings, .shortcoming, head.origin ?? .resident),
        (.answers, .answer, .partner),
      ]
    for row in rows.rows {
      if isTooLong(row) {
        setAside(
          row, .tooManyCells(found: row.cells.count, expected: columns.headings.cells.count), nil,
          &reading)
        continue
      }
      let cells = parts.map { statements(row[columns[$0.column]]) }
      guard cells.contains(where: { !$0.isEmpty }) else {
        setAside(row, .noStatement, nil, &reading)
        continue
      }
      let found = self.themes(row, &themes)
      for (part, texts) in zip(parts, cells) {
        for text in texts {
          reading.statements.append(
            Contribution(
              quartier: session.quartier, origin: part.origin, kind: part.kind, themes: found,
              text: PersonalMask.masked(text), line: row.line))
        }
      }
    }
    report(themes, into: &reading)
  }

  private func statements(_ cell: String) -> [String] {
    cell.split(whereSeparator: { $0.isNewline || $0 == "|" }).map { trimmedText(String($0)) }
      .map { text in
        let bullet = text.first.map { "•–*".contains($0) } ?? false
        return bullet ? trimmedText(String(text.dropFirst())) : text
      }
      .filter { !$0.isEmpty }
  }

  /// Panes belong to Johari windows, signs to walks; the rest anywhere else.
  private func fits(_ kind: Contribution.Kind) -> Bool {
    let isPane = Contribution.Kind.panes.contains(kind)
    switch session.form {
    case .johari: return isPane
    case .walk: return !isPane && kind != .answer
    default: return !isPane
    }
  }

  private func usualOrigin(_ kind: Contribution.Kind) -> Contribution.Origin? {
    if let origin = head.origin { return origin }
    if kind == .answer { return .partner }
    switch session.form {
    case .seminar: return .partner
    case .johari: return nil
    default: return .resident
    }
  }
}

/// A function of texts that is asked for the same ones again and again.
struct Memo<Value> {
  private let read: (String) -> Value?
  private var known: [String: Value?] = [:]

  init(_ read: @escaping (String) -> Value?) { self.read = read }

  subscript(text: String) -> Value? {
    mutating get {
      if let value = known[text] { return value }
      let value = read(text)
      known[text] = .some(value)
      return value
    }
  }
}
