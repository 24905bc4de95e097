import SurveyModel

/// An option list, a scale or a ranking that cannot be.
extension Problem {
  static func optionsAsList(_ labels: [String], at place: SourceLocation) -> Problem {
    let shown = labels.prefix(2).map { label in
      "\(Identifiers.proposal(for: label, fallback: "a")): \(yamlQuoted(Quoted(label).bare))"
    }
    let form = shown.isEmpty ? "a: Oui, b: Non" : shown.joined(separator: ", ")
    let more = labels.count > 2 ? ", …" : ""
    return Problem(
      .optionsAsList, at: place, fr: "`options` est une liste ; chaque option veut un code",
      en: "`options` is a list; each option wants a code",
      fix: .write("options: { \(form)\(more) }"))
  }

  static func badCode(_ code: String, at place: SourceLocation) -> Problem {
    let q = Quoted(code)
    let proposal = Identifiers.proposal(for: code, fallback: "a")
    return Problem(
      .badCode, at: place,
      fr: "code d'option \(q.fr) : un mot court sans espace attendu",
      en: "option code \(q.en): a short word without spaces expected",
      fix: .write("\(proposal): \(code.isEmpty ? "Oui" : yamlQuoted(q.bare))"))
  }

  static func duplicateOption(
    _ text: String, first: String, second: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(text)
    return Problem(
      .duplicateOption, at: place,
      fr: "\(q.fr) désigne à la fois l'option \(Quoted(first).fr) et l'option \(Quoted(second).fr)"
        + " (casse et espaces ne comptent pas)",
      en: "\(q.en) means both the option \(Quoted(first).en) and the option \(Quoted(second).en)"
        + " (case and spaces do not count)",
      fix: .fix(fr: "n'en garder qu'une", en: "keep one of them"))
  }

  static func reservedCode(at place: SourceLocation) -> Problem {
    Problem(
      .reservedCode, at: place,
      fr: "le code `other` est celui de ce qui est écrit à côté de la liste (`other: true`)",
      en: "the code `other` belongs to what is typed beside the list (`other: true`)",
      fix: .fix(
        fr: "effacer cette option, ou `other: true`", en: "delete this option, or `other: true`"))
  }

  static func textMeansTwo(_ text: String, option: String, at place: SourceLocation) -> Problem {
    let q = Quoted(text)
    return Problem(
      .textMeansTwo, at: place,
      fr: "\(q.fr) est une absence de réponse ici, et l'option \(Quoted(option).fr) plus haut",
      en: "\(q.en) is a missing answer here, and the option \(Quoted(option).en) above",
      fix: .write("\(yamlQuoted(option)): { label: …, missing: does-not-know }"))
  }

  static func exclusiveOutsideMultiple(type: String, at place: SourceLocation) -> Problem {
    Problem(
      .exclusiveOutsideMultiple, at: place,
      fr: "`exclusive` ne va qu'avec le type multiple, ici \(type)",
      en: "`exclusive` goes with the type multiple only, here \(type)",
      fix: .fix(fr: "effacer `exclusive`", en: "delete `exclusive`"))
  }

  static func optionColumnUnused(at place: SourceLocation) -> Problem {
    Problem(
      .optionColumnUnused, at: place,
      fr: "`column` d'une option ne sert qu'avec une colonne par option",
      en: "`column` of an option serves only with a column per option",
      fix: .fix(
        fr: "l'effacer, ou écrire : layout: columns (items pour un classement)",
        en: "delete it, or write: layout: columns (items for a ranking)"))
  }

  static func optionsOrRange(hasBoth: Bool, at place: SourceLocation) -> Problem {
    Problem(
      .optionsOrRange, at: place,
      fr: hasBoth
        ? "une échelle a des `options` ou une `range`, pas les deux"
        : "une échelle demande ses `options` ou sa `range`",
      en: hasBoth
        ? "a scale has `options` or a `range`, not both"
        : "a scale wants its `options` or its `range`",
      fix: hasBoth
        ? .fix(fr: "effacer l'une des deux", en: "delete one of them") : .write("range: 1..10"))
  }

  static func tooFewSteps(at place: SourceLocation) -> Problem {
    Problem(
      .tooFewSteps, at: place,
      fr: "une échelle a au moins deux échelons (hors `missing`)",
      en: "a scale has at least two steps (beside `missing` ones)", fix: .write("type: single"))
  }

  static func badRange(_ found: String, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    let numbers = found.split { !$0.isNumber || !$0.isASCII }.compactMap { Int($0) }
    let isClear = numbers.count == 2 && numbers[0] != numbers[1] && numbers.allSatisfy { $0 < 1000 }
    let form = isClear ? "\(numbers.min() ?? 1)..\(numbers.max() ?? 10)" : "1..10"
    return Problem(
      .badRange, at: place,
      fr: "`range` : \(q.fr) trouvé, deux entiers croissants attendus (au plus 1000 échelons)",
      en: "`range`: \(q.en) found, two ascending whole numbers expected (1000 steps at most)",
      fix: .write("range: \(form)"))
  }

  static func bestNotAtEnd(
    _ found: String, first: String, last: String, near: String?, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    let ends = [yamlQuoted(first), yamlQuoted(last)]
    return Problem(
      .bestNotAtEnd, at: place,
      fr: "`best` : \(q.fr) trouvé ; le bon bout est \(Quoted(first).fr) ou \(Quoted(last).fr)",
      en: "`best`: \(q.en) found; the good end is \(Quoted(first).en) or \(Quoted(last).en)",
      fix: near.map { .write("best: \(yamlQuoted($0))") }
        ?? .fix(
          fr: "écrire : best: \(ends[0]) ou best: \(ends[1])",
          en: "write: best: \(ends[0]) or best: \(ends[1])"))
  }

  static func directionOpen(
    _ id: String, first: String, last: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(id)
    let ends = [yamlQuoted(first), yamlQuoted(last)]
    return Problem(
      .directionOpen, .warning, at: place,
      fr: "question \(q.fr) : rien ne dit quel bout de l'échelle est le bon ; pas de part de "
        + "réponses favorables sans cela",
      en: "question \(q.en): nothing says which end of the scale is the good one; no share of "
        + "favourable answers without it",
      fix: .fix(
        fr: "ajouter : best: \(ends[1]) (ou best: \(ends[0]), ou best: none si aucun ne l'est)",
        en: "add: best: \(ends[1]) (or best: \(ends[0]), or best: none if neither is)"))
  }

  static func badPoints(_ found: String, ranks: Int, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    let count = min(max(ranks, 1), 9)
    let example = (1...count).reversed().map(String.init).joined(separator: ", ")
    return Problem(
      .badPoints, at: place,
      fr: "`points` : \(q.fr) trouvé ; un entier par rang attendu, du plus grand au plus petit",
      en: "`points`: \(q.en) found; a whole number per rank expected, from the largest down",
      fix: .write("points: [\(example)]"))
  }

  static func codeWithoutOption(
    _ code: String, _ label: String, near: String?, at place: SourceLocation
  ) -> Problem {
    let (c, l) = (Quoted(code), Quoted(label))
    return Problem(
      .codeWithoutOption, at: place,
      fr: "le code \(c.fr) veut dire \(l.fr), que la question n'a pas parmi ses options",
      en: "the code \(c.en) means \(l.en), which is not among the options of the question",
      fix: near.map { .write(yamlQuoted($0)) }
        ?? .fix(
          fr: "ajouter l'option, ou ôter options: de la question pour prendre celles de la liste",
          en: "add the option, or take options: from the question to have those of the list"))
  }

  static func readAsWindows(at place: SourceLocation) -> Problem {
    Problem(
      .readAsWindows, .note, at: place,
      fr: "liste lue en Windows-1252, comme Excel l'enregistre : vérifier les accents",
      en: "list read as Windows-1252, as Excel saves it: check the accents")
  }

  static func codesNotUsed(_ name: String, at place: SourceLocation) -> Problem {
    let q = Quoted(name)
    return Problem(
      .codesNotUsed, .warning, at: place,
      fr: "aucune question du questionnaire n'a pour id ou pour colonne \(q.fr)",
      en: "no question of the questionnaire has the id or the column \(q.en)",
      fix: .fix(
        fr: "écrire l'id de la question, ou ôter ces lignes",
        en: "write the question's id, or take these lines away"))
  }

  static func unknownCodeReason(
    _ found: String, words: [String], at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    return Problem(
      .unknownReason, at: place, fr: "`missing` : \(q.fr) inconnu",
      en: "`missing`: \(q.en) unknown",
      fix: .write(nearest(to: found, among: words) ?? words.joined(separator: ", ")))
  }
}
