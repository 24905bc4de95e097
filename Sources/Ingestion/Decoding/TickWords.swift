internal import SurveyModel

/// The words that tick a box: what the question declares, the option's own label or code, and the
/// usual ones of export tools.
struct TickWords {
  private static let usual: [String: Bool] = [
    "oui": true, "yes": true, "x": true, "1": true, "y": true, "true": true, "vrai": true,
    "✓": true, "✔": true, "coché": true, "selected": true, "checked": true,
    "non": false, "no": false, "0": false, "n": false, "false": false, "faux": false,
    "not selected": false, "non sélectionné": false, "unchecked": false, "non coché": false,
  ]
  private var words: [String: Bool] = [:]

  init(choice: MultipleChoice, option: AnswerOption) {
    for word in choice.ticked { words[foldedLabel(word)] = true }
    for word in choice.unticked { words[foldedLabel(word)] = false }
    for word in [option.label.fr, option.label.en, option.code] + option.aliases {
      let key = foldedLabel(word)
      if words[key] == nil { words[key] = true }
    }
  }

  /// - Returns: `nil` where the text is neither.
  func isTicked(_ text: String) -> Bool? {
    let key = foldedLabel(text)
    return words[key] ?? Self.usual[key]
  }
}
