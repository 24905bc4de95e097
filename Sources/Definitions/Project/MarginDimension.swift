import SurveyModel

/// A question as a margin sees it: its options, and which of them need a target.
struct MarginDimension {
  let id: String
  let codes: [String]
  let labels: [Bilingual]
  /// Positions of the options that are answers; others stand for missing ones.
  let needed: [Int]
  let isOrdered: Bool

  /// - Returns: `nil` for a question in which a person is not in exactly one category.
  init?(_ question: Question, quartiers: [Quartier]) {
    switch question.type {
    case .single(let list): self.init(question.id, list, isScale: false)
    case .scale(let scale): self.init(question.id, scale.list, isScale: true)
    case .numericScale(let scale):
      let codes = scale.range.map(String.init)
      self.init(question.id, codes, codes.map { Bilingual($0) }, isOrdered: true)
    case .quartier:
      self.init(
        question.id, quartiers.map(\.code), quartiers.map { Bilingual($0.name) },
        isOrdered: false)
    case .multiple, .number, .date, .ranking, .openText, .personalData, .ignored: return nil
    }
  }

  private init(_ id: String, _ list: CodeList, isScale: Bool) {
    let answers = list.options.filter { $0.missing == nil }
    let other = Bilingual(fr: "Autre", en: "Other")
    self.init(
      id, list.options.map(\.code) + (list.allowsOther ? ["other"] : []),
      list.options.map(\.label) + (list.allowsOther ? [other] : []),
      // Classes of age and the like: every label holds a number.
      isOrdered: isScale || answers.allSatisfy { $0.label.fr.contains(where: \.isNumber) },
      isNeeded: { $0 >= list.options.count || list.options[$0].missing == nil })
  }

  private init(
    _ id: String, _ codes: [String], _ labels: [Bilingual], isOrdered: Bool,
    isNeeded: (Int) -> Bool = { _ in true }
  ) {
    self.id = id
    self.codes = codes
    self.labels = labels
    self.isOrdered = isOrdered
    needed = codes.indices.filter(isNeeded)
  }

  /// The option that bears this label, which somebody wrote in place of its code.
  func code(labelled text: String) -> String? {
    labels.firstIndex { foldedLabel($0.fr) == foldedLabel(text) }.map { codes[$0] }
  }
}
