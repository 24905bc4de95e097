public import SurveyModel

/// Answers that a person coded, to measure a codebook with: `id,text,themes,irony`.
public struct HandCodedCorpus: Sendable {
  public var answers: [Answer]

  public struct Answer: Sendable, Hashable {
    public var id: String
    public var text: String
    public var themes: Set<String>
    /// The words say the contrary of what is meant: reported apart, not scored.
    public var isIronic: Bool
  }

  /// - Parameters:
  ///   - rows: the headings, then the answers; columns in any order, `irony` may be missing.
  ///   - file: as messages name it.
  /// - Returns: no corpus, and why, when a column is missing.
  public static func read(
    _ rows: [[String]], file: String
  ) -> (corpus: HandCodedCorpus?, problems: [Problem]) {
    let headings = (rows.first ?? []).map(foldedLabel)
    guard let id = headings.firstIndex(of: "id"), let text = headings.firstIndex(of: "text"),
      let themes = headings.firstIndex(of: "themes")
    else { return (nil, [.corpusHeadings(file)]) }
    let irony = headings.firstIndex(of: "irony")
    var answers: [Answer] = []
    for row in rows.dropFirst() where row.count > max(id, text, themes) {
      answers.append(
        Answer(
          id: row[id], text: row[text],
          themes: Set(row[themes].split(separator: "|").map { trimmed($0) }),
          isIronic: irony.map { $0 < row.count && foldedLabel(row[$0]) == "yes" } ?? false))
    }
    return (HandCodedCorpus(answers: answers), [])
  }

  /// What the codebook makes of it.
  public func evaluate(_ codebook: Codebook) -> (scored: CodingQuality, ironic: CodingQuality) {
    var coder = ThemeCoder(codebook)
    var scored: [(given: Set<String>, expected: Set<String>)] = []
    var ironic: [(given: Set<String>, expected: Set<String>)] = []
    for answer in answers {
      let pair = (given: Set(coder.code(answer.text).themes), expected: answer.themes)
      if answer.isIronic { ironic.append(pair) } else { scored.append(pair) }
    }
    let order = codebook.themes.map(\.id)
    return (CodingQuality(scored, order: order), CodingQuality(ironic, order: order))
  }

  /// The answers that the codebook codes otherwise than the person: to correct the codebook with.
  public func differences(
    _ codebook: Codebook
  ) -> [(answer: Answer, extra: [String], missed: [String])] {
    var coder = ThemeCoder(codebook)
    return answers.filter { !$0.isIronic }.compactMap { answer in
      let given = Set(coder.code(answer.text).themes)
      guard given != answer.themes else { return nil }
      return (
        answer, given.subtracting(answer.themes).sorted(),
        answer.themes.subtracting(given).sorted()
      )
    }
  }
}

/// Without the blanks at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}
