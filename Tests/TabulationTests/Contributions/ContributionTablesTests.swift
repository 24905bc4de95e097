import SurveyModel
import Testing

@testable import Tabulation

/// Every table of a source of sessions, against counts made by hand.
@Suite struct ContributionTablesTests {
  static let codebook = Codebook(themes: [
    Theme(id: "health", label: Bilingual(fr: "Santé", en: "Health")),
    Theme(id: "bus", label: Bilingual("Bus")),
    Theme(id: "clean", label: Bilingual(fr: "Propreté", en: "Cleanliness")),
  ])
  static let quartiers = [
    Quartier(code: "nord", name: "Nord"), Quartier(code: "sud", name: "Sud"),
  ]

  static func set(
    _ sessions: [Session], _ statements: [Contribution] = [], id: String = "w"
  ) -> ContributionSet {
    ContributionSet(
      source: Source(id: id, label: Bilingual(id.uppercased()), sampling: .workshop),
      sessions: sessions, statements: statements,
      ledger: Ledger(
        read: statements.count, accepted: statements.count, excluded: [], quarantined: [])!,
      quartiers: quartiers)
  }

  static func session(_ form: SessionForm, _ quartier: String? = nil, present: Int? = nil)
    -> Session
  {
    var session = Session(id: form.rawValue, form: form, title: nil, file: "s.csv")
    session.quartier = quartier
    session.present = present
    return session
  }

  static func said(
    _ quartier: String?, _ origin: Contribution.Origin, _ kind: Contribution.Kind,
    _ themes: [String], session: Int = 0, line: Int = 1
  ) -> Contribution {
    Contribution(
      session: session, quartier: quartier, origin: origin, kind: kind, themes: themes,
      text: "t", line: line)
  }

  /// Counts by row and column; the whole under "".
  private static func counts(_ table: Table) -> [String: [String: Int]] {
    var out: [String: [String: Int]] = [:]
    for (row, item) in table.stub.enumerated() {
      for (column, head) in table.banner.enumerated() {
        out[item.code ?? "", default: [:]][head.code ?? ""] = table.cells[row][column].count
      }
    }
    return out
  }

  private static func bases(_ table: Table) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: table.banner.map { ($0.code ?? "", $0.base.n) })
  }

  private static func tables(_ set: ContributionSet) -> [String: Table] {
    Dictionary(
      uniqueKeysWithValues: ContributionTables(set, codebook: codebook, minimumBase: 2).all().map {
        ($0.id.path, $0)
      })
  }

  /// Two statements about health, one of them about the bus too; one that is still to be coded.
  private static let workshop: [Contribution] = [
    said("nord", .resident, .shortcoming, ["health"]),
    said("nord", .resident, .shortcoming, ["health", "bus"]),
    said("nord", .youth, .proposal, ["bus"]), said("sud", .partner, .answer, ["bus"]),
    said(nil, .elected, .shortcoming, ["clean"]), said("nord", .resident, .shortcoming, []),
    said("nord", .partner, .proposal, ["clean"]),
  ]

  @Test func statementsByQuartierOriginAndKind() throws {
    let tables = Self.tables(
      Self.set([Self.session(.workshop, "nord", present: 12)], Self.workshop))
    let places = try #require(tables["w/themes--by-quartier"])
    #expect(
      Self.counts(places) == [
        "health": ["": 2, "nord": 2, "sud": 0], "bus": ["": 2, "nord": 2, "sud": 0],
        "clean": ["": 2, "nord": 1, "sud": 0],
      ])
    // A statement with two themes is one statement of the base; an answer is no need.
    #expect(Self.bases(places) == ["": 5, "nord": 4, "sud": 0])
    #expect(places.cells[0][0].rank == Rank(position: 1, isTied: true))
    #expect(places.notes.contains { $0.fr.contains("1 énoncé(s) sans thème, à coder") })
    let origins = try #require(tables["w/themes--by-origin"])
    #expect(
      Self.counts(origins)["bus"]
        == ["": 3, "resident": 1, "youth": 1, "partner": 1, "elected": 0])
    #expect(
      Self.bases(origins) == ["": 6, "resident": 2, "youth": 1, "partner": 2, "elected": 1])
    let kinds = try #require(tables["w/themes--by-kind"])
    #expect(
      Self.counts(kinds)["health"] == ["": 2, "shortcoming": 2, "proposal": 0, "answer": 0])
    #expect(Self.bases(kinds) == ["": 6, "shortcoming": 3, "proposal": 2, "answer": 1])
    let detail = Self.counts(try #require(tables["w/detail--by-quartier"]))
    #expect(detail["bus+youth+proposal"] == ["": 1, "nord": 1, "sud": 0])
    #expect(detail["bus+partner+answer"] == ["": 1, "nord": 0, "sud": 1])
    #expect(detail["clean+elected+shortcoming"] == ["": 1, "nord": 0, "sud": 0])
    // Every statement with a theme is in the detail once a theme.
    #expect(detail.values.reduce(0) { $0 + ($1[""] ?? 0) } == 7)
    let sessions = Self.counts(try #require(tables["w/sessions--by-quartier"]))
    #expect(sessions["workshop"]?["nord"] == 1 && sessions["present"]?[""] == 12)
    #expect(sessions["statements"]?[""] == 7)
  }

  @Test func whoRaisesWhatAndWhatAnswersIt() throws {
    let tables = Self.tables(Self.set([Self.session(.workshop)], Self.workshop))
    let sides = try #require(tables["w/residents-and-partners--by-origin"])
    #expect(
      Self.counts(sides) == [
        "health": ["": 2, "residents": 2, "partners": 0],
        "bus": ["": 3, "residents": 2, "partners": 1],
        "clean": ["": 1, "residents": 0, "partners": 1],
      ])
    #expect(
      sides.notes.first?.fr
        == "Thèmes soulevés par les deux : 1 sur 3. Par les habitants seuls (1) : Santé. Par les partenaires seuls (1) : Propreté."
    )
    let needs = try #require(tables["w/needs-and-actions--by-kind"])
    #expect(
      Self.counts(needs) == [
        "health": ["": 2, "needs": 2, "actions": 0], "bus": ["": 3, "needs": 1, "actions": 2],
        "clean": ["": 2, "needs": 1, "actions": 1],
      ])
    #expect(
      needs.notes.first?.fr
        == "Besoins sans action (1) : Santé. Actions sans besoin (0) : aucun.")
    // Needs: health 1, then bus and clean tied; actions: bus 1, clean 2.
    #expect(needs.cells.map { $0[1].rank?.position }.count == 3)
    let bus = try #require(needs.stub.firstIndex { $0.code == "bus" })
    #expect(needs.cells[bus][1].rank == Rank(position: 2, isTied: true))
    #expect(needs.cells[bus][2].rank == Rank(position: 1, isTied: false))
  }

  @Test func walksByQuartierWithWhatTheyShare() throws {
    let set = Self.set(
      [Self.session(.walk, "nord"), Self.session(.walk, "sud")],
      [
        Self.said("nord", .resident, .strength, ["bus"]),
        Self.said("nord", .resident, .strength, ["health"]),
        Self.said("nord", .resident, .weakness, ["clean"]),
        Self.said("sud", .resident, .strength, ["bus"], session: 1),
        Self.said("sud", .resident, .weakness, ["clean"], session: 1),
        Self.said("sud", .resident, .weakness, [], session: 1),
        Self.said("sud", .resident, .proposal, ["clean"], session: 1),
      ])
    let table = try #require(Self.tables(set)["w/walks--by-quartier"])
    let counts = Self.counts(table)
    #expect(counts["strength"] == ["": 3, "nord": 2, "sud": 1])
    #expect(counts["weakness"] == ["": 3, "nord": 1, "sud": 2])
    #expect(counts["strength-bus"] == ["": 2, "nord": 1, "sud": 1])
    #expect(counts["weakness-clean"] == ["": 2, "nord": 1, "sud": 1])
    // A proposal is no point of a walk.
    #expect(Self.bases(table) == ["": 6, "nord": 3, "sud": 3])
  }

  @Test func johariIsAWindowAGroup() throws {
    let panes: [(Contribution.Kind, Contribution.Origin, Int)] = [
      (.open, .resident, 2), (.blind, .resident, 1), (.hidden, .partner, 3),
      (.unknown, .partner, 1),
    ]
    let set = Self.set(
      [Self.session(.johari)],
      panes.flatMap { kind, origin, count in
        (0..<count).map { _ in Self.said(nil, origin, kind, []) }
      })
    let tables = Self.tables(set)
    #expect(
      Self.counts(try #require(tables["w/johari--by-origin"])) == [
        "open": ["": 2, "resident": 2, "partner": 0],
        "blind": ["": 1, "resident": 1, "partner": 0],
        "hidden": ["": 3, "resident": 0, "partner": 3],
        "unknown": ["": 1, "resident": 0, "partner": 1],
      ])
    // Panes are no needs and no priorities.
    #expect(tables["w/themes--by-quartier"] == nil && tables["w/detail--by-quartier"] == nil)
  }

  @Test func themeTablesCountStatementsAndCompleteLines() throws {
    func line(_ number: Int, _ kind: Contribution.Kind, _ theme: String) -> Contribution {
      Self.said(nil, kind == .answer ? .partner : .resident, kind, [theme], line: number)
    }
    let set = Self.set(
      [Self.session(.themeTable)],
      [
        line(5, .proposal, "bus"), line(5, .shortcoming, "bus"), line(5, .answer, "bus"),
        line(6, .proposal, "bus"), line(6, .proposal, "bus"), line(7, .shortcoming, "clean"),
      ])
    #expect(
      Self.counts(try #require(Self.tables(set)["w/theme-tables"])) == [
        "bus": ["proposal": 3, "shortcoming": 1, "answer": 1, "complete": 1],
        "clean": ["proposal": 0, "shortcoming": 1, "answer": 0, "complete": 0],
      ])
  }

  @Test func crossesHaveTheirTotalsAndWhatIsLeftAlone() throws {
    var set = Self.set([Self.session(.needsByAction)])
    set.matrices = [
      MarkMatrix(
        session: "m", title: "Besoins", form: .needsByAction,
        columns: ["A", "B", "C"].map { .init(code: nil, label: $0) },
        rows: [
          .init(label: "un", marks: [0, 1]), .init(label: "deux", marks: []),
          .init(label: "trois", marks: [1]),
        ])
    ]
    let table = try #require(Self.tables(set)["w/needs--by-action"])
    #expect(
      Self.counts(table) == [
        "1": ["": 2, "a1": 1, "a2": 1, "a3": 0], "2": ["": 0, "a1": 0, "a2": 0, "a3": 0],
        "3": ["": 1, "a1": 0, "a2": 1, "a3": 0], "total": ["": 3, "a1": 1, "a2": 2, "a3": 0],
      ])
    #expect(
      table.notes.first?.fr == "Besoins sans action : « deux ». Actions sans besoin : « C ».")
  }

  @Test func actionsByWhatCoversThemAndWhatTheyLack() throws {
    func action(_ text: String, _ cover: PlannedAction.Cover?, _ lead: String, _ places: [String])
      -> PlannedAction
    {
      PlannedAction(
        session: "a", text: text, issue: "", cover: cover, lead: lead, quartiers: places,
        indicator: "", target: "1", deadline: "")
    }
    var set = Self.set([Self.session(.actions)])
    set.actions = [
      action("un", .mainstream, "ville", ["nord", "sud"]), action("deux", .both, "", ["nord"]),
      action("trois", .uncovered, "CAF", []), action("quatre", nil, "", []),
    ]
    let table = try #require(Self.tables(set)["w/actions--by-quartier"])
    let counts = Self.counts(table)
    #expect(Self.bases(table) == ["": 4, "nord": 2, "sud": 1])
    #expect(counts["mainstream"] == ["": 1, "nord": 1, "sud": 1])
    #expect(counts["both"] == ["": 1, "nord": 1, "sud": 0])
    #expect(counts["not-covered"]?[""] == 1 && counts["to-qualify"]?[""] == 1)
    #expect(counts["no-lead"]?[""] == 2 && counts["no-target"]?[""] == 0)
    #expect(table.notes.first?.fr == "Sans pilote : « deux », « quatre ».")
  }

  @Test func statedPrioritiesSideBySide() throws {
    func priority(_ origin: Contribution.Origin, _ rank: Int, _ themes: [String]) -> StatedPriority
    {
      StatedPriority(session: "p", origin: origin, rank: rank, text: "t\(rank)", themes: themes)
    }
    var set = Self.set([Self.session(.priorities)])
    set.priorities = [
      priority(.resident, 1, ["bus"]), priority(.resident, 2, ["clean"]),
      priority(.resident, 3, ["bus"]), priority(.elected, 1, ["health"]),
      priority(.elected, 2, ["bus"]), priority(.elected, 3, []),
    ]
    let table = try #require(Self.tables(set)["w/stated-priorities--by-origin"])
    #expect(table.stub.map(\.code) == ["health", "bus", "clean"])
    #expect(table.cells.map { $0.map(\.value) } == [[nil, 1], [1, 2], [2, nil]])
    #expect(
      table.notes.map(\.fr).starts(with: [
        "Thèmes communs à tous (1) : Bus.", "Seulement pour « habitant » (1) : Propreté.",
        "Seulement pour « élu » (1) : Santé.", "Sans thème : « t3 ».",
      ]))
  }

  /// Two sources: 3 bus, 2 health, 1 clean in one; 4 clean, 1 bus in the other, all of it in the north.
  @Test func sourcesStandSideBySideAndAreNeverSummed() throws {
    func source(_ id: String, _ counts: [(String, Int)], _ place: String) -> ContributionSet {
      Self.set(
        [Self.session(.workshop, place)],
        counts.flatMap { theme, count in
          (0..<count).map { _ in Self.said(place, .resident, .shortcoming, [theme]) }
        }, id: id)
    }
    let priorities = try #require(
      PriorityTables(
        [],
        sessions: [
          source("a", [("bus", 3), ("health", 2), ("clean", 1)], "nord"),
          source("b", [("clean", 4), ("bus", 1)], "nord"),
        ], codebook: Self.codebook, quartiers: Self.quartiers, minimumBase: 2
      ).priorities())
    #expect(priorities.banner.prefix(2).map(\.base.n) == [6, 5])
    let table = try #require(Triangulation(priorities).table())
    // Bus and clean are among the first three of both; health of the first source, and third and last
    // of the other with nothing at all is no place among the first.
    let counts = Self.counts(table)
    #expect(counts["bus"]?[""] == 2 && counts["clean"]?[""] == 2)
    #expect(counts["health"]?[""] == 1, "\(counts)")
    #expect(Self.bases(table) == ["": 2, "nord": 2, "sud": 0])
    let profile = try #require(
      Triangulation(priorities).profiles().first { $0.id.path == "profiles/nord" })
    #expect(profile.banner.map(\.base.n) == [6, 5, 0, 0])
  }
}
