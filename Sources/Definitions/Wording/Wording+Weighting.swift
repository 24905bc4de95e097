import SurveyModel

/// What does not hold together in a weighting: its methods, its limits, its sources.
extension Problem {
  static func weightedWithoutSample(
    _ source: String, _ sampling: SamplingKind, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(source)
    return Problem(
      .weightedWithoutSample, .note, at: place,
      fr: "\(q.fr) (\(sampling.label.fr)) : redresser ne fait pas de ces réponses un échantillon ;"
        + " les chiffres pondérés décrivent toujours les personnes qui ont répondu",
      en: "\(q.en) (\(sampling.label.en)): weighting does not make a sample of these answers;"
        + " weighted figures still describe the people who answered",
      fix: .fix(
        fr: "le dire avec les chiffres ; ou retirer la source de `weighting`",
        en: "say so with the figures; or take the source out of `weighting`"))
  }

  static func badLimits(
    _ key: String, _ found: String, example: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(found)
    return Problem(
      .badLimits, at: place,
      fr: "`\(key)` : \(q.fr) trouvé ; deux nombres attendus, l'un sous 1 et l'autre au-dessus",
      en: "`\(key)`: \(q.en) found; two numbers expected, one below 1 and one above",
      fix: .write(example))
  }

  static func limitsNotForMethod(
    _ key: String, _ method: WeightingMethod, write right: String, at place: SourceLocation
  ) -> Problem {
    Problem(
      .limitsNotForMethod, at: place,
      fr: "`\(key)` ne va pas avec la méthode `\(method.rawValue)`",
      en: "`\(key)` does not go with the method `\(method.rawValue)`",
      fix: .fix(
        fr: "l'effacer, ou écrire : \(right): 0.3..3",
        en: "delete it, or write: \(right): 0.3..3"))
  }

  static func oneMargin(_ margins: [String], at place: SourceLocation) -> Problem {
    let cross = margins.joined(separator: " * ")
    return Problem(
      .oneMargin, at: place,
      fr: "la post-stratification prend une seule marge, ici \(margins.count) :"
        + " \(Quoted.list(margins, .french))",
      en: "post-stratification takes one margin, here \(margins.count):"
        + " \(Quoted.list(margins, .english))",
      fix: .fix(
        fr: "écrire method: raking ; ou les croiser dans le fichier : question \(cross)",
        en: "write method: raking; or cross them in the file: question \(cross)"))
  }
}

/// What does not hold together in a file of margins.
extension Problem {
  static func countOrShare(hasBoth: Bool, at place: SourceLocation) -> Problem {
    Problem(
      .countOrShare, at: place,
      fr: hasBoth
        ? "`count` et `share` sont remplis tous deux" : "ni `count` ni `share` n'est rempli",
      en: hasBoth ? "both `count` and `share` are filled" : "neither `count` nor `share` is filled",
      fix: .fix(
        fr: "donner des personnes (count) ou une part (share) ;"
          + " keep : pas de chiffre connu, la modalité garde sa part de l'échantillon",
        en: "give people (count) or a share (share);"
          + " keep: no figure is known, the category keeps its share of the sample"))
  }

  static func badTarget(_ found: String, at place: SourceLocation) -> Problem {
    let q = Quoted(found)
    let digits = found.filter { ("0"..."9").contains($0) || $0 == "," || $0 == "." }
    return Problem(
      .badTarget, at: place,
      fr: "\(q.fr) n'est ni un nombre (0 ou plus, sans espace) ni le mot keep",
      en: "\(q.en) is neither a number (0 or more, without spaces) nor the word keep",
      fix: MarginList.number(digits) == nil
        ? .fix(fr: "écrire le nombre en chiffres", en: "write the number in digits")
        : .write(digits))
  }

  static func mixedUnits(_ margin: String, at place: SourceLocation) -> Problem {
    let q = Quoted(margin)
    return Problem(
      .mixedUnits, at: place,
      fr: "la marge \(q.fr) mêle des personnes (count) et des parts (share)",
      en: "the margin \(q.en) mixes people (count) and shares (share)",
      fix: .fix(fr: "n'en garder qu'une sorte", en: "keep one kind"))
  }

  static func marginQuestion(_ id: String, type: String, at place: SourceLocation) -> Problem {
    let q = Quoted(id)
    return Problem(
      .marginQuestion, at: place,
      fr: "\(q.fr) (type \(type)) ne peut pas servir de marge :"
        + " chacun doit y être dans une seule modalité",
      en: "\(q.en) (type \(type)) cannot be a margin: everybody must be in one category of it",
      fix: .fix(
        fr: "nommer une question de type single, scale ou quartier",
        en: "name a question of type single, scale or quartier"))
  }

  static func unknownTargetOption(
    _ code: String, of question: String, known: [String], byLabel: String?,
    at place: SourceLocation
  ) -> Problem {
    let q = Quoted(code)
    let of = Quoted(question)
    return Problem(
      .unknownOption, at: place, fr: "la question \(of.fr) n'a pas d'option de code \(q.fr)",
      en: "the question \(of.en) has no option with the code \(q.en)",
      fix: (byLabel ?? nearest(to: code, among: known)).map { .write($0) }
        ?? .fix(
          fr: "codes connus : \(Quoted.list(known, .french))",
          en: "known codes: \(Quoted.list(known, .english))"))
  }

  static func targetOfMissing(
    _ code: String, of question: String, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(code)
    return Problem(
      .targetOfMissing, at: place,
      fr: "\(q.fr) est une absence de réponse à \(Quoted(question).fr) : elle n'a pas de cible",
      en: "\(q.en) is a missing answer to \(Quoted(question).en): it has no target",
      fix: .fix(fr: "effacer la ligne", en: "delete the line"))
  }

  static func targetTwice(_ option: String, firstLine: Int, at place: SourceLocation) -> Problem {
    let q = Quoted(option)
    return Problem(
      .targetTwice, at: place,
      fr: "\(q.fr) a déjà une cible, ligne \(firstLine)",
      en: "\(q.en) already has a target, line \(firstLine)",
      fix: .fix(fr: "n'en garder qu'une", en: "keep one of them"))
  }

  static func optionsWithoutTarget(
    _ options: [String], of margin: String, unit: MarginTargets.Unit, at place: SourceLocation
  ) -> Problem {
    let q = Quoted(margin)
    let line =
      "\(margin),\(options[0])," + (unit == .count ? MarginList.keep : ",\(MarginList.keep)")
    return Problem(
      .optionWithoutTarget, at: place,
      fr: "marge \(q.fr) : pas de cible pour \(Quoted.list(options, .french, limit: 6))",
      en: "margin \(q.en): no target for \(Quoted.list(options, .english, limit: 6))",
      fix: .fix(
        fr: "ajouter une ligne ; réunir avec une autre option : a | b ;"
          + " ou, sans chiffre connu : \(line)",
        en: "add a line; take it together with another option: a | b;"
          + " or, where no figure is known: \(line)"))
  }

  static func noTargets(_ margin: String, at place: SourceLocation) -> Problem {
    let q = Quoted(margin)
    return Problem(
      .noTargets, at: place, fr: "la marge \(q.fr) n'a aucune cible au-dessus de 0",
      en: "the margin \(q.en) has no target above 0",
      fix: .fix(fr: "l'effacer, ou la remplir", en: "delete it, or fill it in"))
  }

  static func crossedOption(
    _ option: String, questions: [String], at place: SourceLocation
  ) -> Problem {
    let q = Quoted(option)
    let margin = questions.joined(separator: " * ")
    let form = questions.map { "<\($0)>" }.joined(separator: " * ")
    return Problem(
      .crossedOption, at: place,
      fr: "\(q.fr) : une option par question de \(Quoted(margin).fr) attendue",
      en: "\(q.en): an option of each question of \(Quoted(margin).en) expected",
      fix: .write(form))
  }

  static func sharesTotal(_ margin: String, total: Double, at place: SourceLocation) -> Problem {
    let q = Quoted(margin)
    return Problem(
      .sharesTotal, at: place,
      fr: "les parts de la marge \(q.fr) font \(shortNumber(total)) : ni 1, ni 100",
      en: "the shares of the margin \(q.en) add up to \(shortNumber(total)): neither 1 nor 100",
      fix: .fix(
        fr: "corriger les parts, ou donner des personnes (count)",
        en: "correct the shares, or give people (count)"))
  }

  static func unequalTotals(
    _ margin: String, total: Double, first: String, firstTotal: Double, firstLine: Int,
    at place: SourceLocation
  ) -> Problem {
    let q = Quoted(margin)
    return Problem(
      .unequalTotals, at: place,
      fr: "la marge \(q.fr) fait \(shortNumber(total)) personnes,"
        + " la marge \(Quoted(first).fr) (ligne \(firstLine)) \(shortNumber(firstTotal))",
      en: "the margin \(q.en) adds up to \(shortNumber(total)) people,"
        + " the margin \(Quoted(first).en) (line \(firstLine)) to \(shortNumber(firstTotal))",
      fix: .fix(
        fr: "elles décrivent la même population : corriger, ou donner des parts (share)",
        en: "they describe the same population: correct them, or give shares (share)"))
  }

  /// Without a fraction where there is none.
  private static func shortNumber(_ value: Double) -> String {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
