internal import SurveyModel

/// Actions and who leads them; priorities as somebody stated them.
extension RowReader {
  func readActions(into reading: inout SheetReading) {
    var issue = ""
    for row in rows.rows {
      if isTooLong(row) {
        setAside(
          row, .tooManyCells(found: row.cells.count, expected: columns.headings.cells.count), nil,
          &reading)
        continue
      }
      // Merged cells leave the issue blank below its first line.
      if !row[columns[.issue]].isEmpty { issue = row[columns[.issue]] }
      let text = row[columns[.action]]
      guard !text.isEmpty else {
        setAside(row, .noAction, .action, &reading)
        continue
      }
      let coverText = row[columns[.cover]]
      let cover = SheetWords.cover(coverText)
      guard coverText.isEmpty || cover != nil else {
        setAside(row, .unknownCover(coverText), .cover, &reading)
        continue
      }
      var quartiers: [String] = []
      var unknown: String?
      for name in places(row[columns[.quartier]]) {
        guard let found = context.quartier(name) else {
          unknown = unknown ?? name
          continue
        }
        if !quartiers.contains(found.code) { quartiers.append(found.code) }
      }
      if let unknown {
        setAside(row, .unknownQuartier(unknown), .quartier, &reading)
        continue
      }
      func cell(_ column: SheetWords.Column) -> String {
        PersonalMask.masked(row[columns[column]])
      }
      reading.actions.append(
        PlannedAction(
          session: session.id, text: PersonalMask.masked(text), issue: PersonalMask.masked(issue),
          cover: cover, lead: cell(.lead),
          quartiers: quartiers.isEmpty ? session.quartier.map { [$0] } ?? [] : quartiers,
          indicator: cell(.indicator), target: cell(.target), deadline: cell(.deadline)))
    }
  }

  /// Several quartiers of a cell; a name may hold a comma.
  private func places(_ cell: String) -> [String] {
    if cell.isEmpty || SheetHead.isTown(cell) { return [] }
    if context.quartier(cell) != nil { return [cell] }
    return cell.split(whereSeparator: { "|;,".contains($0) || $0.isNewline })
      .map { trimmedText(String($0)) }.filter { !$0.isEmpty }
  }

  func readPriorities(into reading: inout SheetReading) {
    var themes = Themes(context)
    var next: [Contribution.Origin: Int] = [:]
    for row in rows.rows {
      if isTooLong(row) {
        setAside(
          row, .tooManyCells(found: row.cells.count, expected: columns.headings.cells.count), nil,
          &reading)
        continue
      }
      let text = row[columns[.priority]]
      guard !text.isEmpty else {
        setAside(row, .noPriority, .priority, &reading)
        continue
      }
      let originText = row[columns[.origin]]
      guard let origin = originText.isEmpty ? head.origin : SheetWords.origin(originText) else {
        setAside(
          row, originText.isEmpty ? .noOrigin : .unknownOrigin(originText), .origin, &reading)
        continue
      }
      // Without ranks the order of the lines is that of the priorities.
      let rankText = row[columns[.rank]]
      let rank = rankText.isEmpty ? (next[origin] ?? 0) + 1 : Int(rankText)
      guard let rank, (1...1000).contains(rank) else {
        setAside(row, .badRank(rankText), .rank, &reading)
        continue
      }
      next[origin] = rank
      reading.priorities.append(
        StatedPriority(
          session: session.id, origin: origin, rank: rank, text: PersonalMask.masked(text),
          themes: self.themes(row, &themes)))
    }
    report(themes, into: &reading)
  }
}
