internal import SurveyModel

/// Finds, among texts that are no option, those a few keystrokes from one.
struct NearDuplicates {
  /// Distinct texts beyond these are long answers, where nearness means nothing and costs much.
  private static let mostTexts = 500
  private static let longestText = 80

  static func find(
    _ question: Question, _ answers: Answers, _ notes: ReadingNotes, quartiers: [Quartier]
  ) -> [AnswerStates.NearDuplicate] {
    var options: [(name: String, label: Bilingual)] = []
    for option in question.type.codeList?.options ?? [] {
      let names = [option.label.fr, option.label.en] + option.aliases
      for name in names { options.append((name, option.label)) }
    }
    if question.type == .quartier { return places(notes, quartiers) }
    guard !options.isEmpty else { return [] }
    var others: [OtherText] = []
    switch answers {
    case .codes(let column): others = column.otherTexts
    case .sets(let column): others = column.otherTexts
    case .ranks(let column): others = column.otherTexts
    case .numbers, .texts, .omitted: break
    }
    let texts = notes.invalid.map { OtherText(text: $0.text, count: $0.count) } + others
    let keys = options.map { foldedLabel($0.name) }
    return texts.prefix(mostTexts).compactMap { text in
      guard text.text.count <= longestText else { return nil }
      let key = foldedLabel(text.text)
      guard let near = nearest(to: key, among: keys), let index = keys.firstIndex(of: near) else {
        return nil
      }
      return AnswerStates.NearDuplicate(
        text: text.text, count: text.count, option: options[index].label)
    }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  private static func places(
    _ notes: ReadingNotes, _ quartiers: [Quartier]
  ) -> [AnswerStates.NearDuplicate] {
    let names = QuartierNames(quartiers)
    return notes.invalid.prefix(mostTexts).compactMap { value in
      names.proposal(for: value.text).map {
        AnswerStates.NearDuplicate(
          text: value.text, count: value.count, option: Bilingual(quartiers[$0].name))
      }
    }.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }
}
