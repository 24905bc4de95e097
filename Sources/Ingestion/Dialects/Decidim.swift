internal import SurveyModel

/// Decidim, the answers of a questionnaire: one heading record, a few columns of the platform, then
/// `1. Question`; rows of a grid behind `/`; several answers joined by `, `, typed text in brackets
/// behind its option.
enum Decidim: DialectReading {
  static let tools: [Dialect] = [.decidim]

  private static let states: Set<String> = [
    "registered", "unregistered", "inscrit", "non inscrit", "enregistré", "non enregistré",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    let headings = head.texts(0)
    guard let first = headings.firstIndex(where: { numbered($0) != nil }), (1...6).contains(first)
    else { return nil }
    let questions = headings[first...]
    guard questions.allSatisfy({ numbered($0) != nil }) else { return nil }
    let hasStates = (0..<first).contains { position in
      let texts = head.column(position, from: 1).map { foldedLabel($0.text) }
      return !texts.isEmpty && texts.allSatisfy(states.contains)
    }
    let hasHash = headings[..<first].contains { foldedPlace($0).hasPrefix("ip hash") }
    guard hasStates || hasHash else { return nil }
    var layout = layout(head, as: .decidim)
    layout.confidence = .high
    layout.evidence = [
      Bilingual(
        fr:
          "\(first) colonnes de la plateforme, puis \(questions.count) intitulés numérotés « 1. … »",
        en: "\(first) columns of the platform, then \(questions.count) headings numbered “1. …”")
    ]
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    let headings = head.texts(0).map(trimmedText)
    var rows: [String: Int] = [:]
    for heading in headings {
      if let row = gridRow(heading) { rows[row.question, default: 0] += 1 }
    }
    var columns: [ExportColumn] = []
    var numbers: [String: [String]] = [:]
    var order: [String] = []
    for (position, heading) in headings.enumerated() {
      guard let question = numbered(heading) else {
        let isHash = foldedPlace(heading).hasPrefix("ip")
        columns.append(
          ExportColumn(
            position: position, heading: heading, role: isHash ? .personal : .metadata))
        continue
      }
      if let row = gridRow(heading), rows[row.question] ?? 0 > 1 {
        columns.append(
          ExportColumn(
            position: position, heading: heading,
            question: numbered(row.question)?.wording ?? row.question, item: row.item))
        continue
      }
      columns.append(
        ExportColumn(
          position: position, heading: question.wording, code: question.number,
          role: roleOfHeading(question.wording)))
      if numbers[question.wording] == nil { order.append(question.wording) }
      numbers[question.wording, default: []].append(question.number)
    }
    return ExportLayout(
      dialect: dialect, confidence: .medium, evidence: [], headerRecords: 1, columns: columns,
      separator: ", ", ranking: .cell(separator: ", "),
      remarks: order.compactMap { wording in
        let list = numbers[wording] ?? []
        return list.count > 1 ? .sameQuestionTwice(wording, list) : nil
      })
  }

  /// `4. Wording` → (`4`, `Wording`).
  private static func numbered(_ heading: String) -> (number: String, wording: String)? {
    let text = trimmedText(heading)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...3).contains(digits.count), rest.hasPrefix(". ") else { return nil }
    let wording = trimmedText(String(rest.dropFirst(2)))
    return wording.isEmpty ? nil : (String(digits), wording)
  }

  /// `3. Question/Row`, on the last slash.
  private static func gridRow(_ heading: String) -> (question: String, item: String)? {
    guard numbered(heading) != nil, let slash = heading.lastIndex(of: "/") else { return nil }
    let item = trimmedText(String(heading[heading.index(after: slash)...]))
    return item.isEmpty ? nil : (trimmedText(String(heading[..<slash])), item)
  }
}
