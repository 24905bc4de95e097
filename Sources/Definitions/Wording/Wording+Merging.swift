import SurveyModel

/// What does not hold together in `merge`.
extension Problem {
  static func cannotMerge(_ question: String, at place: SourceLocation) -> Problem {
    let q = Quoted(question)
    return Problem(
      .badMerge, at: place, fr: "les réponses à \(q.fr) ne se regroupent pas",
      en: "the answers to \(q.en) cannot be merged",
      fix: .fix(
        fr: "regrouper des options de questions single, multiple ou scale (avec `options`)",
        en: "merge options of questions of type single, multiple or scale (with `options`)"))
  }

  static func tooFewToMerge(_ name: String, at place: SourceLocation) -> Problem {
    let q = Quoted(name)
    return Problem(
      .badMerge, at: place, fr: "le regroupement \(q.fr) a moins de deux membres",
      en: "the group \(q.en) has fewer than two members",
      fix: .write("\(name): [a, b]"))
  }

  static func unknownToMerge(_ code: String, known: [String], at place: SourceLocation) -> Problem {
    let q = Quoted(code)
    return Problem(
      .badMerge, at: place, fr: "code \(q.fr) inconnu : rien à regrouper",
      en: "unknown code \(q.en): nothing to merge",
      fix: nearest(to: code, among: known).map { .write($0) }
        ?? .fix(
          fr: "codes connus : \(Quoted.list(known, .french))",
          en: "known codes: \(Quoted.list(known, .english))"))
  }

  static func mergedTwice(_ code: String, at place: SourceLocation) -> Problem {
    let q = Quoted(code)
    return Problem(
      .badMerge, at: place, fr: "\(q.fr) est dans deux regroupements",
      en: "\(q.en) is in two groups",
      fix: .fix(fr: "ne le garder que dans un", en: "keep it in one"))
  }

  static func mergeNameTaken(_ name: String, at place: SourceLocation) -> Problem {
    let q = Quoted(name)
    return Problem(
      .badMerge, at: place,
      fr: "\(q.fr) ne peut pas nommer un regroupement : code déjà pris, ou mal écrit",
      en: "\(q.en) cannot name a group: the code is taken, or badly written",
      fix: .fix(
        fr: "choisir un autre code, sans espace", en: "choose another code, without spaces"))
  }

  static func mergedThemes(_ name: String, at place: SourceLocation) -> Problem {
    let q = Quoted(name)
    return Problem(
      .badMerge, at: place,
      fr: "le regroupement \(q.fr) réunit des options de thèmes différents, que l'on classe à part",
      en: "the group \(q.en) holds options of different themes, which are ranked apart",
      fix: .fix(
        fr: "réunir les thèmes eux-mêmes, par `groups` dans themes.yaml",
        en: "bring the themes themselves together, by `groups` in themes.yaml"))
  }

  static func mergedSteps(_ name: String, at place: SourceLocation) -> Problem {
    let q = Quoted(name)
    return Problem(
      .badMerge, at: place,
      fr: "le regroupement \(q.fr) réunit des échelons qui ne se suivent pas",
      en: "the group \(q.en) holds steps that do not follow each other",
      fix: .fix(fr: "regrouper des échelons voisins", en: "merge neighbouring steps"))
  }
}
