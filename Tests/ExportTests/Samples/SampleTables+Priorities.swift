import SurveyModel
import Tabulation

extension SampleTables {
  /// Themes × quartiers × sources. The youth survey did not ask for the quartier.
  static var priorities: PublishableTable {
    var banner: [BannerItem] = []
    var columns: [[Cell]] = []
    func add(_ source: Source, _ quartier: (String, String)?, _ n: Int, _ counts: [Int]) {
      banner.append(
        BannerItem(
          code: quartier?.0,
          label: quartier.map { Bilingual($0.1) } ?? Bilingual(fr: "Ensemble", en: "All"),
          source: source.id, quartier: quartier?.0,
          base: Base(n: n, text: answering, reason: n == 0 ? empty : nil)))
      let ranks = ranks(counts)
      columns.append(
        counts.indices.map { theme in
          let isRanked = n >= 11
          return Cell(
            count: counts[theme], shares: [Share(of: .respondents, counts[theme], over: n)],
            rank: isRanked ? ranks[theme] : nil,
            reason: isRanked ? nil : n == 0 ? empty : tooFew)
        })
    }
    add(online, nil, 218, [101, 87, 80, 44, 44, 31, 12])
    add(phone, nil, 157, [65, 48, 39, 30, 22, 12, 3])
    add(youth, nil, 88, [20, 31, 31, 8, 41, 0, 25])
    let counts: [([Int], [Int])] = [
      ([20, 15, 17, 9, 8, 4, 1], [14, 9, 10, 6, 5, 2, 0]),
      ([18, 12, 12, 5, 15, 6, 2], [11, 7, 7, 4, 8, 1, 0]),
      ([15, 9, 12, 11, 5, 3, 3], [13, 8, 11, 10, 2, 1, 1]),
      ([12, 9, 4, 10, 3, 2, 1], [4, 3, 1, 3, 0, 1, 0]),
      ([9, 12, 5, 2, 3, 5, 2], [0, 0, 0, 0, 0, 0, 0]),
    ]
    for (index, quartier) in quartiers.enumerated() {
      add(online, quartier, [46, 41, 38, 33, 29][index], counts[index].0)
      add(phone, quartier, [31, 27, 30, 8, 0][index], counts[index].1)
    }
    return .workingEdition(
      Table(
        id: TableID(source: nil, name: "priorities"), kind: .priorities,
        title: Bilingual(fr: "Priorités par quartier", en: "Priorities per quartier"),
        sources: [online, phone, youth],
        stub: themes.map { StubItem(code: $0.id, label: $0.label, kind: .theme) },
        banner: banner, cells: themes.indices.map { theme in columns.map { $0[theme] } },
        notes: [
          Bilingual(
            fr: "Sources placées côte à côte, jamais additionnées.",
            en: "Sources stand side by side and are never added up.")
        ]))
  }

  /// A ranking: cited at all, then as priority 1, 2 and 3.
  static var ranking: PublishableTable {
    let counts = [[38, 20, 11, 7], [31, 9, 12, 10], [14, 3, 5, 6]]
    let labels = ["Ensemble", "Priorité 1", "Priorité 2", "Priorité 3"]
    let english = ["Total", "Priority 1", "Priority 2", "Priority 3"]
    return .workingEdition(
      Table(
        id: TableID(source: "youth", name: "needs"), kind: .distribution,
        title: Bilingual(fr: "Besoins classés", en: "Needs in order"),
        question: QuestionReference(
          id: "needs", text: Bilingual("Classez vos trois premiers besoins"), type: "ranking"),
        sources: [youth],
        stub: themes.prefix(3).map { StubItem(code: $0.id, label: $0.label, kind: .option) },
        banner: labels.indices.map {
          BannerItem(
            code: $0 == 0 ? nil : "\($0)", label: Bilingual(fr: labels[$0], en: english[$0]),
            source: "youth", base: Base(n: 44, text: answering))
        },
        cells: counts.map { row in
          row.map { Cell(count: $0, shares: [Share(of: .respondents, $0, over: 44)]) }
        }))
  }

  /// Everything that breaks a file or a screen, in a weighted table.
  static var nasty: PublishableTable {
    let labels = [
      "=cmd|' /C calc'!A0", "\u{1B}[31mrouge\u{1B}[0m", "une | deux \\ trois",
      "« guillemets » \"droits\", virgule ; point", "ligne\nsuivante\tet tabulation",
      "👩‍👩‍👧 famille 日本 é\u{301}", "\u{202E}àenversu", "<b>gras</b> & *étoile*",
      "+33612345678",
      "Une modalité dont le libellé n’en finit pas, comme il s’en trouve dans les exports réels "
        + "(musique, télévision, travaux, deux-roues motorisés, aboiements, etc.)",
    ]
    let counts = [5, 5, 5, 3, 2, 1, 1, 0, 0, 0]
    let ranks = ranks(counts)
    let people = Bilingual(
      fr: "répondants\u{1B}]0;titre\u{07}", en: "respondents\u{1B}]0;title\u{07}")
    let banner = [
      BannerItem(
        code: nil, label: Bilingual(fr: "Ensemble", en: "Total"), source: "p|q",
        base: Base(n: 22, weighted: 21.75, text: people)),
      BannerItem(
        code: "-1", label: Bilingual("=Nord|\n\u{1B}[2J"), source: "p|q",
        base: Base(n: 0, weighted: 0, text: people, reason: empty)),
    ]
    var stub = labels.enumerated().map {
      StubItem(code: "c\($0.offset)", label: Bilingual($0.element), kind: .option)
    }
    var cells = counts.enumerated().map { index, count in
      [
        Cell(
          count: count, weightedCount: Double(count) * 0.875,
          shares: [
            Share(
              of: .respondents, count, over: 22, weighted: Double(count) * 0.875,
              overWeighted: 21.75)
          ], rank: ranks[index]),
        Cell(
          count: 0, weightedCount: 0,
          shares: [Share(of: .respondents, 0, over: 0, weighted: 0, overWeighted: 0)],
          reason: empty),
      ]
    }
    stub.append(StubItem(code: nil, label: Bilingual("Moyenne"), kind: .statistic))
    cells.append([Cell(value: 2.675), Cell(value: .nan, reason: empty)])
    stub.append(StubItem(code: nil, label: Bilingual("N/A|"), kind: .missing(.notDisplayed)))
    cells.append([Cell(count: 1_234_567), Cell(count: 0)])
    return .workingEdition(
      Table(
        id: TableID(source: "p|q", name: "../../etc/passwd"), kind: .crossTabulation,
        title: Bilingual("# <script>alert(1)</script>\n| ---"),
        question: QuestionReference(id: "@q", text: Bilingual("- Question ?"), type: "single"),
        by: QuestionReference(id: "by", text: Bilingual("Par\r\nquartier"), type: "single"),
        sources: [Source(id: "p|q", label: Bilingual("Papier | stylo"))], stub: stub,
        banner: banner, cells: cells,
        notes: [Bilingual("1. une note | à puces"), Bilingual("[lien](javascript:alert(1))")]))
  }
}
