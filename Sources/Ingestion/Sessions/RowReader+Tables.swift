internal import SurveyModel

/// Matrices with crosses, trees of objectives, indicators.
extension RowReader {
  func readMatrix(into reading: inout SheetReading) {
    var labels: [MarkMatrix.Column] = []
    for position in columns.others {
      let heading = columns.headings.cells[position]
      guard session.form == .needsByQuartier else {
        labels.append(MarkMatrix.Column(code: nil, label: heading))
        continue
      }
      guard let quartier = context.quartier(heading) else {
        reading.problems.append(
          .unknownSheetQuartier(
            heading, near: context.nearestQuartier(heading),
            at: SourceLocation(
              file: rows.file, line: columns.headings.line, column: position + 1)))
        continue
      }
      labels.append(MarkMatrix.Column(code: quartier.code, label: quartier.name))
    }
    guard labels.count == columns.others.count else { return }
    var lines: [MarkMatrix.Row] = []
    var totals: SheetRows.Row?
    for row in rows.rows {
      let need = row[columns[.need]]
      if foldedPlace(need) == "total" {
        totals = row
        reading.read -= 1
        continue
      }
      if isTooLong(row) {
        setAside(
          row, .tooManyCells(found: row.cells.count, expected: columns.headings.cells.count), nil,
          &reading)
        continue
      }
      guard !need.isEmpty else {
        setAside(row, .noNeed, .need, &reading)
        continue
      }
      let cells = columns.others.map { row[$0] }
      if let bad = cells.first(where: { Self.isMark($0) == nil }) {
        setAside(row, .badMark(bad), nil, &reading)
        continue
      }
      let marks = cells.indices.filter { Self.isMark(cells[$0]) == true }
      check(row[columns[.total]], against: marks.count, of: need, at: place(row, .total), &reading)
      lines.append(MarkMatrix.Row(label: PersonalMask.masked(need), marks: marks))
    }
    if let totals {
      for (index, position) in columns.others.enumerated() {
        let count = lines.count { $0.marks.contains(index) }
        check(
          totals[position], against: count, of: labels[index].label, at: place(totals), &reading)
      }
    }
    reading.matrix = MarkMatrix(
      session: session.id, title: session.title ?? session.form.label.fr, form: session.form,
      columns: labels, rows: lines)
  }

  /// X, x, 1, a tick; 0 and nothing are none.
  private static func isMark(_ text: String) -> Bool? {
    switch text {
    case "", "0": false
    case "X", "x", "1", "✓", "✔", "✗", "×": true
    default: nil
    }
  }

  private func check(
    _ stated: String, against count: Int, of what: String, at place: SourceLocation,
    _ reading: inout SheetReading
  ) {
    guard !stated.isEmpty, Int(stated) != count else { return }
    reading.problems.append(.wrongTotal(stated, count, of: what, at: place))
  }

  func readObjectives(into reading: inout SheetReading) {
    var issue = ""
    for row in rows.rows {
      // Merged cells leave the issue blank below its first line.
      if !row[columns[.issue]].isEmpty { issue = row[columns[.issue]] }
      let text = row[columns[.objective]]
      guard !text.isEmpty, !issue.isEmpty else {
        setAside(row, .noObjective, .objective, &reading)
        continue
      }
      reading.objectives.append(
        Objective(
          session: session.id, issue: PersonalMask.masked(issue), text: PersonalMask.masked(text)))
    }
  }

  func readIndicators(into reading: inout SheetReading) {
    var positions: [[String]: Int] = [:]
    for row in rows.rows {
      let name = row[columns[.indicator]]
      guard !name.isEmpty else {
        setAside(row, .noIndicator, .indicator, &reading)
        continue
      }
      let yearText = row[columns[.year]]
      let valueText = row[columns[.value]]
      let targetText = row[columns[.target]]
      guard !yearText.isEmpty || !targetText.isEmpty else {
        setAside(row, .noValue, .value, &reading)
        continue
      }
      let year = yearText.isEmpty ? nil : Int(yearText)
      if !yearText.isEmpty, year.map({ (1900...2200).contains($0) }) != true {
        setAside(row, .badYear(yearText), .year, &reading)
        continue
      }
      let value = number(valueText)
      if !valueText.isEmpty, value == nil, !Self.isMissing(valueText) {
        setAside(row, .badValue(valueText), .value, &reading)
        continue
      }
      let limit = Self.limit(targetText)
      let target = number(limit.text)
      if !targetText.isEmpty, target == nil {
        setAside(row, .badValue(targetText), .target, &reading)
        continue
      }
      let baselineText = row[columns[.baseline]]
      let baseline = number(baselineText)
      if !baselineText.isEmpty, baseline == nil {
        setAside(row, .badValue(baselineText), .baseline, &reading)
        continue
      }
      let key = [name, row[columns[.group]]]
      let position = positions[key] ?? reading.series.count
      if positions[key] == nil {
        positions[key] = position
        reading.series.append(
          IndicatorSeries(
            indicator: name, group: key[1], unit: row[columns[.unit]]))
      }
      if let year {
        reading.series[position].values.append(
          IndicatorSeries.Value(year: year, value: value, location: place(row, .value)))
      }
      if let target {
        let operatorName = row[columns[.operator]]
        reading.series[position].targets.append(
          IndicatorSeries.Target(
            value: target, year: Self.year(in: row[columns[.deadline]]), baseline: baseline,
            operatorName: operatorName.isEmpty ? nil : operatorName, isCeiling: limit.isCeiling))
      }
    }
  }

  private func number(_ text: String) -> Double? {
    var text = text
    if text.hasSuffix("%") { text.removeLast() }
    return readNumber(text)
  }

  /// Stated as missing.
  private static func isMissing(_ text: String) -> Bool {
    ["nb", "nd", "nc", "na", "n a", "ns", "nr", "secret", "missing"].contains(foldedPlace(text))
  }

  private static func limit(_ text: String) -> (text: String, isCeiling: Bool) {
    for sign in ["≤", "<=", "≥", ">="] where text.hasPrefix(sign) {
      return (trimmedText(String(text.dropFirst(sign.count))), sign == "≤" || sign == "<=")
    }
    return (text, false)
  }

  /// The first four digits in a row.
  private static func year(in text: String) -> Int? {
    text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).first { $0.utf8.count == 4 }
      .flatMap { Int($0) }
  }
}
