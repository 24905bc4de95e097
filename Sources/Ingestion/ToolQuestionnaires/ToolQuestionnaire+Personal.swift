internal import SurveyModel

extension ToolQuestionnaire {
  /// Without what identifies a person: a file of values may name each distinct answer to an open
  /// question, a form may hold the numbers of those who made it.
  ///
  /// A question about names, numbers or addresses is read past, its choices left out; elsewhere
  /// numbers and addresses are masked.
  func withoutPersonalData() -> ToolQuestionnaire {
    var made = self
    var masks = Masks()
    made.title = masks.mask(title)
    made.remarks = masks.mask(remarks)
    made.questions = questions.map { masks.mask($0) }
    if masks.count > 0 {
      made.remarks.append(
        Bilingual(
          fr: "\(masks.count) texte(s) où figuraient des données personnelles sont masqués.",
          en: "\(masks.count) text(s) with personal data in them are masked."))
    }
    return made
  }

  private struct Masks {
    var count = 0

    mutating func mask(_ text: String) -> String {
      let masked = PersonalMask.masked(text)
      if masked != text { count += 1 }
      return masked
    }

    mutating func mask(_ text: Bilingual) -> Bilingual {
      text.fr == text.en
        ? Bilingual(mask(text.fr)) : Bilingual(fr: mask(text.fr), en: mask(text.en))
    }

    mutating func mask(_ texts: [Bilingual]) -> [Bilingual] { texts.map { mask($0) } }

    mutating func mask(_ question: ToolQuestion) -> ToolQuestion {
      var made = question
      let announces =
        [question.code, question.text.fr, question.text.en].contains {
          PersonalHeading.announces($0)
        }
      // Addresses and numbers in most of the choices: answers that were given a number each.
      let labels = question.options.filter { !$0.isMissing }.map(\.label.fr)
      if question.kind != .ignored, announces || PersonalPattern.most(of: labels) != nil {
        made.kind = .personal
        made.options = []
        made.allowsOther = false
        made.layout = nil
        made.separator = nil
        made.missing = []
      }
      made.code = mask(question.code)
      made.text = mask(question.text)
      made.remarks = mask(question.remarks)
      // A heading that is masked finds no column: a person names it by its number.
      if question.columns.contains(where: { PersonalMask.finds(in: $0) }) {
        made.columns = []
        count += 1
      }
      made.missing = made.missing.filter { !PersonalMask.finds(in: $0) }
      for (index, option) in made.options.enumerated() {
        made.options[index].label = mask(option.label)
        if PersonalMask.finds(in: option.code) { made.options[index].code = "option-\(index + 1)" }
      }
      return made
    }
  }
}
