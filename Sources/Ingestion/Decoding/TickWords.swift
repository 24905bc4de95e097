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

  /// The options of a list of yes and no: what spreadsheets and tools write for them (`VRAI`, `1`)
  /// means them, too. `nil` for any other list.
  static func yesNo(_ list: CodeList) -> (yes: Int, no: Int)? {
    guard list.answers.count == 2 else { return nil }
    func index(_ words: Set<String>) -> Int? {
      list.answers.firstIndex { option in
        [option.label.fr, option.label.en, option.code].contains {
          words.contains(foldedLabel($0))
        }
      }
    }
    guard let yes = index(["oui", "yes"]), let no = index(["non", "no"]), yes != no else {
      return nil
    }
    return (yes, no)
  }

  /// What a text usually means in a column of yes and no.
  static func usual(_ text: String) -> Bool? { usual[foldedLabel(text)] }

  /// - Returns: `nil` where the text is neither.
  func isTicked(_ text: String) -> Bool? {
    let key = foldedLabel(text)
    return words[key] ?? Self.usual[key]
  }
}
