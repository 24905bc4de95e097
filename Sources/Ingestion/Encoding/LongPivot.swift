internal import SurveyModel

/// Turns an export with a line an answer into one with a record a respondent and a column a
/// question. Several answers of one person to one question become columns filled from the left.
///
/// Respondents and questions stand in the order in which they are first seen.
struct LongPivot {
  private let lines: EncodedExport
  private let respondents: EncodedColumn
  private let questions: EncodedColumn
  private let answers: EncodedColumn
  /// Respondent of each code; -1 for a blank.
  private var people: [Int] = []
  private var names: [DistinctValue] = []

  /// - Parameter positions: of the respondent, the question and the answer.
  init(_ lines: EncodedExport, respondent: Int, question: Int, answer: Int) {
    self.lines = lines
    func column(_ position: Int) -> EncodedColumn {
      lines.columns[position]
        ?? EncodedColumn(column: lines.layout.columns[position], codes: Codes([]), values: [])
    }
    respondents = column(respondent)
    questions = column(question)
    answers = column(answer)
    for code in respondents.counts.indices {
      guard let value = respondents.text(of: code), respondents.counts[code] > 0 else {
        people.append(-1)
        continue
      }
      people.append(names.count)
      names.append(value)
    }
  }

  /// - Complexity: O(lines + respondents × columns).
  func export() -> EncodedExport {
    let who = respondents.codes.toArray()
    let what = questions.codes.toArray()
    let which = answers.codes.toArray()
    var places: [Int] = []
    var wordings: [String] = []
    for code in questions.counts.indices {
      guard let value = questions.text(of: code), questions.counts[code] > 0 else {
        places.append(-1)
        continue
      }
      places.append(wordings.count)
      wordings.append(trimmedText(value.text))
    }
    // One table a mention: the first answer of everybody, then the second one…
    var tables: [[[Int]]] = wordings.map { _ in [] }
    var withoutRespondent = 0
    var withoutQuestion = 0
    for line in who.indices {
      let person = people[who[line]]
      let place = places[what[line]]
      if person < 0 {
        withoutRespondent += 1
      } else if place < 0 {
        withoutQuestion += 1
      } else if answers.text(of: which[line]) != nil {
        var depth = 0
        while depth < tables[place].count, tables[place][depth][person] != 0 { depth += 1 }
        if depth == tables[place].count {
          tables[place].append([Int](repeating: 0, count: names.count))
        }
        tables[place][depth][person] = which[line]
      }
    }
    var columns: [EncodedColumn] = []
    for (wording, mentions) in zip(wordings, tables) {
      let filled = mentions.isEmpty ? [[Int](repeating: 0, count: names.count)] : mentions
      for (depth, codes) in filled.enumerated() {
        let item = filled.count > 1 ? String(depth + 1) : nil
        let column = ExportColumn(
          position: columns.count, heading: item.map { "\(wording) [\($0)]" } ?? wording,
          code: item == nil ? wording : nil, question: wording, item: item,
          role: roleOfHeading(wording))
        columns.append(
          EncodedColumn(column: column, codes: Codes(codes), values: answers.values))
      }
    }
    var layout = lines.layout
    layout.physicalColumns = layout.columns
    layout.columns = columns.map(\.column)
    return EncodedExport(
      layout: layout,
      columns: Dictionary(uniqueKeysWithValues: columns.map { ($0.column.position, $0) }),
      rule: lines.rule,
      recordsRead: names.count + lines.quarantined.count + lines.emptyRecords
        + withoutRespondent + withoutQuestion,
      recordCount: names.count, emptyRecords: lines.emptyRecords,
      quarantined: lines.quarantined, report: lines.report,
      excluded: excluded(withoutRespondent, withoutQuestion),
      recordPlaces: names.map { (Int($0.line), Int($0.record)) })
  }

  private func excluded(_ noRespondent: Int, _ noQuestion: Int) -> [Ledger.Excluded] {
    [
      (noRespondent, Bilingual(fr: "ligne sans répondant", en: "line without a respondent")),
      (noQuestion, Bilingual(fr: "ligne sans question", en: "line without a question")),
    ].filter { $0.0 > 0 }.map { Ledger.Excluded(reason: $0.1, count: $0.0) }
  }
}

extension EncodedExport {
  /// The first records as texts, for whoever looks at columns before they are decoded.
  func head(_ count: Int) -> HeadRecords {
    let ordered = layout.columns.compactMap { columns[$0.position] }
    var records = [ordered.map { HeadRecords.Cell($0.column.heading) }]
    let codes = ordered.map { $0.codes }
    for record in 0..<min(count, recordCount) {
      records.append(
        zip(ordered, codes).map { column, codes in
          HeadRecords.Cell(column.text(of: codes[record])?.text ?? "")
        })
    }
    return HeadRecords(records)
  }
}
