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
    let fix =
      isPlace
      ? Bilingual(
        fr:
          "ajoutez l'orthographe aux alias du quartier dans la liste des quartiers, ou laissez ces réponses hors des tableaux par quartier",
        en:
          "add the spelling to the quartier's aliases in the list of quartiers, or leave these answers out of the tables by quartier"
      )
      : Bilingual(
        fr:
          "ajoutez une option, ou un autre libellé : also: [\"\(shortened(example))\"], ou other: true",
        en: "add an option, or another spelling: also: [\"\(shortened(example))\"], or other: true")
    return Problem(
      .warning, isPlace ? "unknown-quartier" : "unknown-answer",
      Bilingual(
        fr: "question « \(question.id) » : \(total) réponse(s) inconnue(s) : \(list("« ", " »"))",
        en: "question “\(question.id)”: \(total) unknown answer(s): \(list("“", "”"))"),
      at: sorted[0].first, fix: fix)
  }

  private func shortened(_ text: String) -> String {
    text.count <= 60 ? text : String(text.prefix(59)) + "…"
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
