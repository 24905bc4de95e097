import SurveyModel
import Testing

@testable import Ingestion

/// Sheets as animators fill them in, and everything that can be wrong with one.
@Suite struct SheetReaderTests {
  static let context = SheetContext(
    quartiers: [
      Quartier(code: "nord", name: "La Cité Nord", aliases: ["Nord"]),
      Quartier(code: "sud", name: "Le Sud"),
    ],
    codebook: Codebook(
      themes: [
        Theme(id: "health", label: Bilingual(fr: "Santé", en: "Health")),
        Theme(id: "bus", label: Bilingual(fr: "Bus, train", en: "Bus, train")),
      ],
      groups: [
        ThemeGroup(id: "services", label: Bilingual("Services"), themes: ["health"])
      ]))

  static func read(_ text: String) throws -> SheetReading {
    try SheetReader(Array(text.utf8), file: "x/t-1.csv", context: context).read()
  }

  static let table = """
    \u{FEFF}Fiche;Table citoyenne;;;;
    Date;14/03/2024;;;;
    Quartier;cité nord;;;;
    Personnes présentes;18;;;;
    Animation (rôle);centre social, 06 11 22 33 44;;;;
    ;;;;;
    Énoncé;Nature;Origine;Thème;Voix;Quartier
    Plus de médecin;constat;;santé;5;
    "Un bus; le soir";Proposition;jeune;;;Le Sud
    ;;;;;
    Nous tiendrons une permanence;réponse de partenaire;;Services;;
    Appelez-moi au 06 11 22 33 44;constat;;sante;0;

    """

  @Test func aTableIsRead() throws {
    let reading = try Self.read(Self.table)
    let session = try #require(reading.session)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(session.id == "t-1" && session.form == .citizenTable && session.day == "2024-03-14")
    #expect(session.quartier == "nord" && session.present == 18)
    #expect(session.facilitation?.contains("06 11") == false)
    #expect(reading.read == 4 && reading.accepted == 4)
    #expect(reading.statements.map(\.kind) == [.shortcoming, .proposal, .answer, .shortcoming])
    #expect(reading.statements.map(\.origin) == [.resident, .youth, .partner, .resident])
    #expect(reading.statements.map(\.themes) == [["health"], [], ["services"], ["health"]])
    #expect(reading.statements.map(\.quartier) == ["nord", "sud", "nord", "nord"])
    #expect(reading.statements.map(\.count) == [5, 1, 1, 0])
    #expect(reading.statements[1].text == "Un bus; le soir" && reading.statements[1].line == 9)
    #expect(!reading.statements[3].text.contains("06 11"))
  }

  /// Each form as `template` prints it, filled in with one row, in both languages.
  @Test(arguments: SessionForm.allCases, Language.allCases)
  func whatIsPrintedIsReadBack(form: SessionForm, language: Language) throws {
    let template = SheetTemplate(form, in: language, quartiers: Self.context.quartiers)
    let values: [SheetWords.Key: String] = [
      .date: "2024-03-14", .quartier: "Nord", .present: "3", .title: "T",
    ]
    var lines = template.head.map { line in
      let key = SheetWords.Key.allCases.first { $0.label[language] == line.label }!
      return "\(line.label);\(line.value.isEmpty ? values[key] ?? "" : line.value)"
    }
    let filled: [SheetWords.Column: String] = [
      .statement: "a", .origin: "elu", .theme: "Santé", .votes: "2",
      .proposals: "p", .shortcomings: "q|r", .answers: "s", .need: "n", .total: "1",
      .action: "a", .cover: "DC", .lead: "ville", .rank: "2", .priority: "p",
      .issue: "i", .objective: "o", .indicator: "x", .year: "2020", .value: "1,5",
      .kind: form == .johari ? Contribution.Kind.hidden.label[language] : "+",
    ]
    for help in template.help {
      lines.append("\(help.label);\(help.words)")
      for word in help.words.split(separator: ", ").map(String.init) {
        let isKnown =
          SheetWords.kind(word) != nil || SheetWords.origin(word) != nil || word == "X"
          || SheetWords.cover(word) != nil
        #expect(isKnown, "\(word)")
      }
    }
    lines.append(template.headings.joined(separator: ";"))
    var isFirst = true
    lines.append(
      template.headings.map { heading in
        if let column = SheetWords.column(heading) { return filled[column] ?? "" }
        defer { isFirst = false }
        return isFirst ? "X" : ""
      }.joined(separator: ";"))
    let reading = try Self.read(lines.joined(separator: "\r\n"))
    #expect(reading.problems.isEmpty, "\(reading.problems.map { $0.text(.english) })")
    #expect(reading.session?.form == form && reading.accepted == 1)
    switch form {
    case .themeTable: #expect(reading.statements.map(\.text) == ["p", "q", "r", "s"])
    case .needsByQuartier: #expect(reading.matrix?.rows.first?.marks == [0])
    case .needsByAction: #expect(reading.matrix?.rows.first?.marks == [0])
    case .objectives: #expect(reading.objectives.map(\.text) == ["o"])
    case .indicators: #expect(reading.series.first?.values.first?.value == 1.5)
    case .johari: #expect(reading.statements.first?.kind == .hidden)
    case .actions:
      #expect(reading.actions.first?.cover == .mainstream && reading.actions.first?.lead == "ville")
      #expect(reading.actions.first?.target.isEmpty == true)
    case .priorities:
      #expect(reading.priorities.first?.origin == .elected && reading.priorities.first?.rank == 2)
      #expect(reading.priorities.first?.themes == ["health"])
    default: #expect(reading.statements.first?.kind == .strength)
    }
  }

  @Test(arguments: [
    ("a;b\n1;2\n", "no-sheet", 1),
    ("Fiche;table\nDate;2024-01-01\nÉnoncé;Nature\n", "unknown-sheet", 1),
    ("Fiche;atelier\nÉnoncé;Nature\nx;constat\n", "missing-sheet-line", 1),
    ("Fiche;atelier\nDate;31/02/2024\nÉnoncé;Nature\nx;constat\n", "bad-date", 2),
    ("Fiche;atelier\nDate;1/2/2024\nQuartier;Est\nÉnoncé;Nature\n", "unknown-quartier", 3),
    ("Fiche;atelier\nDate;1/2/2024\nPrésents;dix\nÉnoncé;Nature\n", "bad-count", 3),
    ("Fiche;atelier\nDate;1/2/2024\nLieu;ici\nÉnoncé;Nature\n", "unknown-sheet-line", 3),
    ("Fiche;atelier\nDate;1/2/2024\nDate;2/2/2024\nÉnoncé;Nature\n", "sheet-line-twice", 3),
    ("Fiche;atelier\nDate;1/2/2024\nTitre;a;b\nÉnoncé;Nature\n", "sheet-line-values", 3),
    ("Fiche;atelier\nDate;1/2/2024\nThème;Zzz\nÉnoncé;Nature\n", "unknown-theme", 3),
    ("Fiche;atelier\nDate;1/2/2024\n", "no-headings", nil),
    ("Fiche;atelier\nDate;1/2/2024\nÉnoncé;Genre\n", "unknown-heading", 3),
    ("Fiche;atelier\nDate;1/2/2024\nÉnoncé;Nature;Nature\n", "heading-twice", 3),
    ("Fiche;atelier\nDate;1/2/2024\nÉnoncé;Origine\n", "missing-heading", 3),
    ("Fiche;besoins par quartier\nBesoin;Nord;Est\nx;X;\n", "unknown-quartier", 2),
  ])
  func aSheetThatIsNoneIsRefused(text: String, code: String, line: Int?) throws {
    let reading = try Self.read(text)
    let found = try #require(
      reading.problems.first { $0.code == code }, "\(reading.problems.map(\.code))")
    #expect(found.severity == .error && found.location?.line == line)
    #expect(!found.message.fr.isEmpty && !found.message.en.isEmpty)
  }

  @Test(arguments: [
    (";constat;;;", "no-statement"), ("x;;;;", "unknown-kind"), ("x;avis;;;", "unknown-kind"),
    ("x;connu de tous;;;", "unknown-kind"), ("x;constat;maire;;", "unknown-origin"),
    ("x;constat;;;beaucoup", "bad-votes"), ("x;constat;;;1;Est", "unknown-quartier"),
    ("x;constat;;;1;Nord;de trop", "too-many-cells"),
  ])
  func aBadRowIsSetAside(row: String, code: String) throws {
    let text =
      "Fiche;atelier\nDate;1/2/2024\nÉnoncé;Nature;Origine;Thème;Voix;Quartier\n\(row)\ny;constat\n"
    let reading = try Self.read(text)
    #expect(reading.read == 2 && reading.accepted == 1)
    let aside = try #require(reading.quarantined.first)
    #expect(aside.record.code == code && aside.record.location.line == 4)
    #expect(reading.problems.map(\.code) == ["quarantined"])
  }

  @Test func anUnknownThemeIsLeftToBeCoded() throws {
    let reading = try Self.read(
      "Fiche,atelier\nDate,1/2/2024\nÉnoncé,Nature,Thème\na,constat,Snté\nb,constat,Snté\n")
    #expect(reading.accepted == 2 && reading.statements.allSatisfy { $0.coder == nil })
    let problem = try #require(reading.problems.first)
    #expect(reading.problems.count == 1 && problem.severity == .warning)
    #expect(problem.message.fr.contains("2 énoncé(s)") && problem.fix?.fr.contains("Santé") == true)
  }

  /// Labels hold commas; several themes stand behind bars, semicolons or on lines of their own.
  @Test(arguments: [
    ("Bus, train", ["bus"]), ("Santé | Bus, train", ["health", "bus"]),
    ("\"sante;services\"", ["health", "services"]), ("\"bus\nSanté\n\"", ["bus", "health"]),
    ("Santé | santé", ["health"]), ("Santé | Snté", []),
  ])
  func severalThemesAreRead(cell: String, themes: [String]) throws {
    let reading = try Self.read(
      "Fiche\tatelier\nDate\t1/2/2024\nÉnoncé\tNature\tThème\na\tconstat\t\(cell)\n")
    #expect(reading.statements.map(\.themes) == [themes])
    #expect(reading.problems.isEmpty == !themes.isEmpty)
  }

  @Test func totalsOfCrossesAreChecked() throws {
    let reading = try Self.read(
      "Fiche;besoins par quartier\nBesoin;Nord;Sud;Total\na;X;x;2\nb;;1;2\nc;?;;\nTotal;1;2;\n")
    #expect(reading.matrix?.rows.map(\.marks) == [[0, 1], [1]])
    #expect(reading.read == 3 && reading.quarantined.map(\.record.code) == ["bad-mark"])
    #expect(reading.problems.map(\.code) == ["wrong-total", "quarantined"])
    #expect(reading.problems[0].location?.line == 4)
  }

  @Test func actionsKeepTheirQuartiersAndIssues() throws {
    let reading = try Self.read(
      """
      Fiche;suivi des actions
      Enjeu;Action;Couverture;Pilote;Quartiers;Cible
      Santé;un;droit commun;CPAM;Nord, le Sud;15 %
      ;deux;;06 11 22 33 44;toute la ville;
      ;trois;peut-être;;;
      ;quatre;non;;Ouest;
      ;;les deux;;;
      """)
    #expect(reading.actions.map(\.text) == ["un", "deux"])
    #expect(reading.actions.map(\.issue) == ["Santé", "Santé"])
    #expect(reading.actions.map(\.quartiers) == [["nord", "sud"], []])
    #expect(reading.actions[1].cover == nil && !reading.actions[1].lead.contains("06"))
    #expect(
      reading.quarantined.map(\.record.code) == ["unknown-cover", "unknown-quartier", "no-action"])
  }

  /// Without ranks the lines stand in their order, for each speaker of their own.
  @Test func prioritiesAreRankedByTheirLines() throws {
    let reading = try Self.read(
      """
      Fiche,priorités énoncées
      Qui,Rang,Priorité
      habitants,,a
      élus,,b
      habitants,,c
      élus,premier,d
      maire,,e
      habitants,,
      """)
    #expect(reading.priorities.map(\.rank) == [1, 1, 2])
    #expect(
      reading.quarantined.map(\.record.code) == ["bad-rank", "unknown-origin", "no-priority"])
  }

  @Test func indicatorsKeepMissingValuesAndTargets() throws {
    let reading = try Self.read(
      """
      Fiche;indicateurs
      Indicateur;Année;Valeur;Unité;Cible;Échéance;Point de départ
      A;2017;52,8 %;%;;;
      A;2021;nb;%;;;
      A;;;%;<=40;2024 et suivantes;45
      B;2x;1;;;;
      B;2020;un;;;;
      ;2020;1;;;;
      """)
    #expect(reading.quarantined.map(\.record.code) == ["bad-year", "bad-value", "no-indicator"])
    let series = try #require(reading.series.first)
    #expect(series.values.map(\.value) == [52.8, nil])
    #expect(series.targets.first?.isCeiling == true && series.targets.first?.year == 2024)
    #expect(series.targets.first?.baseline == 45)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (19_796, "2024-03-14"), (-1, "1969-12-31"), (11_016, "2000-02-29"),
  ])
  func daysAreOfTheCalendar(days: Int, text: String) { #expect(isoDay(days) == text) }
}
