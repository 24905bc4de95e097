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
