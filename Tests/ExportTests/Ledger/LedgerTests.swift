import Export
import SurveyModel
import Testing

@Suite struct LedgerTests {
  static func dataset() throws -> Dataset {
    let questions = [
      Question(
        id: "quartier", text: Bilingual("Dans quel quartier habitez-vous ?"), type: .quartier),
      Question(
        id: "topics", text: Bilingual("Quels sujets | lesquels ?"),
        label: Bilingual(fr: "Sujets", en: "Topics"),
        type: .multiple(MultipleChoice(list: CodeList([])))),
      Question(id: "contact", text: Bilingual("Vos coordonnées"), type: .personalData),
    ]
    var missing = [Int](repeating: 0, count: MissingReason.allCases.count)
    missing[MissingReason.notDisplayed.rawValue] = 7
    missing[MissingReason.invalid.rawValue] = 3
    let place = SurveyModel.SourceLocation(
      file: "phone.csv", line: 14, record: 12, column: 3, heading: "Sujets")
    let states = AnswerStates(
      answered: 1_148, missing: missing,
      invalid: [AnswerStates.InvalidValue(text: "<b>\u{1B}[31m | =x", count: 3, first: place)],
      folded: 4)
    let ledger = try #require(
      Ledger(
        read: 1_204, accepted: 1_158,
        excluded: [
          Ledger.Excluded(
            reason: Bilingual(fr: "consentement refusé", en: "no consent"), count: 45)
        ],
        quarantined: [
          Ledger.Quarantined(
            location: SurveyModel.SourceLocation(file: "phone.csv", line: 88, record: 80),
            code: "too-many-cells",
            reason: Bilingual(fr: "9 cellules pour 8 colonnes", en: "9 cells for 8 columns"))
        ]))
    return Dataset(
      source: Source(
        id: "phone", label: Bilingual(fr: "Enquête téléphonique", en: "Telephone survey")),
      questionnaire: Questionnaire(title: Bilingual("Enquête"), questions: questions),
      recordCount: 1_158,
      answers: [
        .codes(CodeColumn(codes: Codes(), optionCount: 0)),
        .sets(SetColumn(codes: Codes(), combinations: [], optionCount: 0)), .omitted,
      ],
      states: [AnswerStates(answered: 1_158), states, AnswerStates(answered: 900)], weights: nil,
      ledger: ledger, quartiers: [])
  }

  @Test(arguments: Language.allCases)
  func asRecorded(_ language: Language) throws {
    for file in ledgerFiles(of: [try Self.dataset()], in: language) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      try Golden.check(text, "\(language.rawValue)/\(file.path)")
      #expect(!text.contains("\u{1B}"))
      // Nothing is said of what is not kept.
      #expect(!text.contains("900"))
    }
  }

  @Test(arguments: CSVForm.allCases)
  func quarantinedRecords(_ form: CSVForm) throws {
    let entry = try #require(try Self.dataset().ledger.quarantined.first)
    let file = quarantineFile(
      source: "Téléphone", headings: ["Quartier", "Sujets", "=x"],
      records: [QuarantinedRecord(entry: entry, cells: ["Nord", "a;b,c\nd", "=1+1", "en trop"])],
      in: .french, form: form)
    #expect(file.path == "quarantine/telephone.\(form.rawValue)")
    let text = String(decoding: file.bytes, as: UTF8.self)
    if form == .international {
      #expect(
        text == """
          edition,line,record,problem,reason,Quartier,Sujets,'=x
          travail (ne pas diffuser),88,80,too-many-cells,9 cellules pour 8 colonnes,Nord,"a;b,c
          d",'=1+1,en trop

          """)
    } else {
      #expect(
        text.hasPrefix(
          "\u{FEFF}édition;ligne;enregistrement;anomalie;motif;Quartier;Sujets;'=x\r\n"))
    }
  }
}
