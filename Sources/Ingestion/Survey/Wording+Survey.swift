internal import SurveyModel

/// What is said of answers that were read.
extension Problem {
  static func ledgerDoesNotAddUp(_ file: String) -> Problem {
    Problem(
      .error, "ledger",
      Bilingual(
        fr:
          "les enregistrements acceptés, exclus et mis de côté ne font pas le nombre lu : c'est un défaut du programme",
        en:
          "accepted, excluded and quarantined records do not add up to those read: a fault of this program"
      ),
      at: SourceLocation(file: file))
  }

  static func quarantined(
    _ count: Int, of read: Int, _ first: Ledger.Quarantined
  ) -> Problem {
    Problem(
      .warning, "quarantined",
      Bilingual(
        fr: "\(count) enregistrement(s) sur \(read) mis de côté ; le premier : \(first.reason.fr)",
        en: "\(count) record(s) of \(read) set aside; the first: \(first.reason.en)"),
      at: first.location,
      fix: Bilingual(
        fr: "corrigez-les dans l'export ; « run » les écrit, avec la raison, dans quarantine/",
        en: "correct them in the export; “run” writes them, with the reason, to quarantine/"))
  }

  static func noneAccepted(_ read: Int, _ file: String) -> Problem {
    Problem(
      .warning, "no-records",
      Bilingual(
        fr: "aucun des \(read) enregistrements n'est retenu",
        en: "none of the \(read) records is kept"),
      at: SourceLocation(file: file),
      fix: Bilingual(
        fr: "vérifiez exclude: et le registre (ledger.md)",
        en: "check exclude: and the ledger (ledger.md)"))
  }

  static func titleRecords(_ count: Int, _ file: String) -> Problem {
    Problem(
      .note, "title-records",
      Bilingual(
        fr: "\(count) ligne(s) de titre au-dessus des intitulés, lues comme telles",
        en: "\(count) title line(s) above the headings, read as such"),
      at: SourceLocation(file: file, line: 1))
  }

  static func answeredUnasked(_ question: Question, _ count: Int, _ file: String) -> Problem {
    Problem(
      .warning, "answered-unasked",
      Bilingual(
        fr:
          "question « \(question.id) » : \(count) réponse(s) de personnes à qui elle n'était pas posée (asked-if), laissées de côté",
        en:
          "question “\(question.id)”: \(count) answer(s) from people who were not asked (asked-if), left out"
      ),
      at: question.location ?? SourceLocation(file: file))
  }

  static func decimalUnknown(_ question: Question, _ example: String, _ file: String) -> Problem {
    Problem(
      .error, "decimal-sign",
      Bilingual(
        fr:
          "question « \(question.id) » : « \(example) » est un peu plus d'un, ou plus de mille ; rien dans la colonne ne le dit",
        en:
          "question “\(question.id)”: “\(example)” is one and a bit, or more than a thousand; nothing in the column tells"
      ),
      at: question.location ?? SourceLocation(file: file),
      fix: Bilingual(
        fr: "ajoutez : decimal: comma (ou point)", en: "add: decimal: comma (or point)"))
  }

  static func specialCodes(_ question: Question, _ codes: [Int], _ file: String) -> Problem {
    let list = codes.map(String.init).joined(separator: ", ")
    let pairs = codes.map { "\"\($0)\": does-not-know" }.joined(separator: ", ")
    return Problem(
      .warning, "special-code",
      Bilingual(
        fr:
          "question « \(question.id) » : \(list) tient-il lieu de réponse absente ? Compté comme un nombre",
        en: "question “\(question.id)”: does \(list) stand for no answer? Counted as a number"),
      at: question.location ?? SourceLocation(file: file),
      fix: Bilingual(
        fr: "ajoutez : missing: { \(pairs) } (ou no-answer, refused, answer si c'est une réponse)",
        en: "add: missing: { \(pairs) } (or no-answer, refused, answer if it is one)"))
  }

  static func unfinished(
    _ mark: Unfinished, column: String, _ file: String
  ) -> Problem {
    let values = mark.values.map { "\"\($0)\"" }.joined(separator: ", ")
    return Problem(
      .note, "unfinished",
      Bilingual(
        fr: "\(mark.count) enregistrement(s) non terminés (« \(column) ») sont comptés",
        en: "\(mark.count) record(s) that were not finished (“\(column)”) are counted"),
      at: SourceLocation(file: file, column: mark.position + 1),
      fix: Bilingual(
        fr:
          "pour les exclure : exclude: [{ column: \"\(column)\", values: [\(values)], reason: \"réponse non terminée\" }]",
        en:
          "to exclude them: exclude: [{ column: \"\(column)\", values: [\(values)], reason: \"answer not finished\" }]"
      ))
  }

  static func dateOrderUnknown(_ question: Question, _ column: EncodedColumn) -> Problem {
    let example = column.values.first?.text ?? ""
    return Problem(
      .error, "date-order",
      Bilingual(
        fr:
          "question « \(question.id) » : rien ne prouve l'ordre du jour et du mois (« \(example) »)",
        en: "question “\(question.id)”: nothing proves the order of day and month (“\(example)”)"),
      at: question.location,
      fix: Bilingual(
        fr: "ajoutez : order: day-first (ou month-first)",
        en: "add: order: day-first (or month-first)"))
  }
}

extension ReadingNotes {
  /// What a person should know of the texts of one question.
  func problems(_ question: Question, _ context: DecodingContext) -> [Problem] {
    var out: [Problem] = []
    if !invalid.isEmpty { out.append(unknownAnswers(question, context)) }
    if contradictions > 0 {
      out.append(
        Problem(
          .warning, "exclusive-with-others",
          Bilingual(
            fr:
              "question « \(question.id) » : \(contradictions) réponse(s) cochent une option exclusive et d'autres ; toutes sont comptées",
            en:
              "question “\(question.id)”: \(contradictions) answer(s) tick an exclusive option and others; all are counted"
          ),
          at: question.location ?? SourceLocation(file: context.file)))
    }
    if overLimit > 0 {
      out.append(
        Problem(
          .warning, "over-limit",
          Bilingual(
            fr:
              "question « \(question.id) » : \(overLimit) réponse(s) dépassent le nombre de choix "
              + "permis (limit) ; tous les choix sont comptés",
            en: "question “\(question.id)”: \(overLimit) answer(s) exceed the number of choices "
              + "allowed (limit); all choices are counted"),
          at: question.location ?? SourceLocation(file: context.file)))
    }
    if !ambiguous.isEmpty { out.append(ambiguousCells(question, context)) }
    if unexplainedBlanks > 0, question.location != nil {
      out.append(blankMeaning(question, context))
    }
    if masked > 0 { out.append(maskedTexts(question, context)) }
    if rankClashes > 0 {
      out.append(
        Problem(
          .warning, "rank-clash",
          Bilingual(
            fr:
              "question « \(question.id) » : \(rankClashes) réponse(s) donnent deux fois le même rang ou le même choix ; le premier compte",
            en:
              "question “\(question.id)”: \(rankClashes) answer(s) give a rank or an item twice; the first counts"
          ),
          at: question.location ?? SourceLocation(file: context.file)))
    }
    return out
  }

  private func unknownAnswers(_ question: Question, _ context: DecodingContext) -> Problem {
    let sorted = invalid.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    let total = sorted.reduce(0) { $0 + $1.count }
    func list(_ open: String, _ close: String) -> String {
      sorted.prefix(5).map { "\(open)\(shortened($0.text))\(close) (\($0.count))" }
        .joined(separator: ", ") + (sorted.count > 5 ? "…" : "")
    }
    let example = sorted[0].text
    let isPlace = question.type == .quartier
    let takesOptions = question.type.takesOptions
    let fix =
      !isPlace && !takesOptions
      ? Bilingual(
        fr:
          "si ce texte tient lieu de réponse absente : missing: { \"\(shortened(example))\": no-answer }",
        en: "if this text stands for no answer: missing: { \"\(shortened(example))\": no-answer }")
      : isPlace
        ? unknownPlace(sorted, context.quartiers)
        : Bilingual(
          fr:
            "ajoutez une option, ou un autre libellé : also: [\"\(shortened(example))\"], ou other: true",
          en:
            "add an option, or another spelling: also: [\"\(shortened(example))\"], or other: true")
    return Problem(
      .warning, isPlace ? "unknown-quartier" : "unknown-answer",
      Bilingual(
        fr: "question « \(question.id) » : \(total) réponse(s) inconnue(s) : \(list("« ", " »"))",
        en: "question “\(question.id)”: \(total) unknown answer(s): \(list("“", "”"))"),
      at: sorted[0].first, fix: fix)
  }

  /// Proposals are for a person to confirm; nothing is matched by nearness.
  private func unknownPlace(
    _ values: [AnswerStates.InvalidValue], _ quartiers: [Quartier]
  ) -> Bilingual {
    let names = QuartierNames(quartiers)
    let near = values.compactMap { value in
      names.proposal(for: value.text).map { (shortened(value.text), quartiers[$0].name) }
    }.prefix(5)
    func list(_ open: String, _ close: String) -> String {
      near.map { "\(open)\($0)\(close) → \(open)\($1)\(close) ?" }.joined(separator: ", ")
    }
    let ask =
      near.isEmpty
      ? Bilingual("") : Bilingual(fr: list("« ", " »") + " ; ", en: list("“", "”") + "; ")
    return Bilingual(
      fr: ask.fr
        + "confirmez dans un fichier (check --write-matches, puis quartier-matches: dans le projet), ou ajoutez des alias à la liste des quartiers",
      en: ask.en
        + "confirm in a file (check --write-matches, then quartier-matches: in the project), or add aliases to the list of quartiers"
    )
  }

  private func ambiguousCells(_ question: Question, _ context: DecodingContext) -> Problem {
    let sorted = ambiguous.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let (text, count) = (PersonalMask.masked(sorted[0].key), sorted[0].value)
    return Problem(
      .warning, "ambiguous-split",
      Bilingual(
        fr:
          "question « \(question.id) » : « \(text) » (\(count) fois) est ambigu : une option de la liste, ou plusieurs ; compté comme la plus longue option",
        en:
          "question “\(question.id)”: “\(text)” (\(count) times) is ambiguous: one option of the list, or several; counted as the longest option"
      ),
      at: question.location ?? SourceLocation(file: context.file),
      fix: Bilingual(
        fr:
          "ôtez de options: celle qui n'était pas dans le formulaire, ou exportez avec un autre séparateur (separator: \";\")",
        en:
          "remove from options: the one that the form did not offer, or export with another separator (separator: \";\")"
      ))
  }

  private func blankMeaning(_ question: Question, _ context: DecodingContext) -> Problem {
    Problem(
      .warning, "blank-meaning",
      Bilingual(
        fr:
          "question « \(question.id) » : \(unexplainedBlanks) enregistrement(s) sans aucune case cochée ; rien ne dit si la question a été posée. Comptés sans réponse, hors de la base",
        en:
          "question “\(question.id)”: \(unexplainedBlanks) record(s) without any tick; nothing tells whether the question was put. Counted as no answer, out of the base"
      ),
      at: question.location ?? SourceLocation(file: context.file),
      fix: Bilingual(
        fr: "ajoutez : blank: no-answer (ou not-ticked, ou not-displayed)",
        en: "add: blank: no-answer (or not-ticked, or not-displayed)"))
  }

  private func maskedTexts(_ question: Question, _ context: DecodingContext) -> Problem {
    Problem(
      .note, "masked",
      Bilingual(
        fr:
          "question « \(question.id) » : \(masked) texte(s) avec un numéro de téléphone, une adresse ou un e-mail ; masqués partout",
        en:
          "question “\(question.id)”: \(masked) text(s) with a phone number, an address or an e-mail; masked everywhere"
      ),
      at: question.location ?? SourceLocation(file: context.file))
  }

  private func shortened(_ text: String) -> String {
    text.count <= 60 ? text : String(text.prefix(59)) + "…"
  }
}

extension ResponseType {
  /// Unknown texts may become options of this question.
  fileprivate var takesOptions: Bool {
    switch self {
    case .single, .multiple, .scale, .ranking: true
    case .numericScale, .number, .date, .openText, .quartier, .personalData, .ignored: false
    }
  }
}

extension Bilingual {
  /// A limit of exports of answer codes.
  static let mergesNotDisplayed = Bilingual(
    fr:
      "« N » réunit ici « non » et « question non posée » : un export en codes ne les distingue pas, l'export des réponses complètes le fait.",
    en:
      "“N” means both “no” and “not displayed” here: an export of codes does not tell them apart, the export of full answers does."
  )
}
