import SurveyModel
import Tabulation

/// Tables as a consultation gives them, invented.
enum SampleTables {
  static let online = Source(
    id: "online", label: Bilingual(fr: "Questionnaire en ligne", en: "Online form"),
    mode: "online", sampling: .volunteer, collected: Bilingual("2023"))
  static let phone = Source(
    id: "phone", label: Bilingual(fr: "Enquête téléphonique", en: "Telephone survey"),
    mode: "phone", sampling: .unknown, collected: Bilingual("2023"),
    population: Bilingual(fr: "retraités", en: "pensioners"))
  static let youth = Source(
    id: "youth", label: Bilingual(fr: "Enquête jeunes", en: "Youth survey"), sampling: .volunteer)

  static let themes = [
    ("security", "Sécurité, tranquillité", "Safety and quiet"),
    ("cleanliness", "Propreté", "Cleanliness"),
    ("green", "Espaces verts, jeux", "Green spaces, playgrounds"),
    ("shops", "Commerces", "Shops"),
    ("services", "Services (sport, culture, santé…)", "Services (sport, culture, health…)"),
    ("parking", "Stationnement, circulation", "Parking, traffic"),
    ("links", "Lien social", "Social ties"),
  ].map { Theme(id: $0.0, label: Bilingual(fr: $0.1, en: $0.2)) }

  static let quartiers = [
    ("bastide", "Bastide Pont Vieux"), ("fleming", "Fleming La Reille"),
    ("grazailles", "Grazailles"), ("conte", "La Conte Ozanam"),
    ("viguier", "Le Viguier Saint-Jacques"),
  ]

  static let answering = Bilingual(
    fr: "répondants à la question", en: "respondents to the question")
  static let empty = Bilingual(
    fr: "personne de ce quartier n’a répondu", en: "nobody of this quartier answered")
  static let tooFew = Bilingual(
    fr: "moins de 11 répondants : pas de rang", en: "fewer than 11 respondents: no rank")

  /// Ranks 1, 2, 2, 4 of these counts.
  static func ranks(_ counts: [Int]) -> [Rank] {
    counts.map { count in
      Rank(
        position: 1 + counts.filter { $0 > count }.count,
        isTied: counts.filter { $0 == count }.count > 1)
    }
  }

  /// A question with several answers, both percentages.
  static var multiple: PublishableTable {
    let counts = [65, 48, 48, 30, 12, 3, 0]
    let labels =
      themes.map(\.label).prefix(6) + [Bilingual(fr: "Aucune réponse", en: "No answer")]
    let mentions = counts.reduce(0, +)
    var stub = labels.enumerated().map {
      StubItem(code: "o\($0.offset)", label: $0.element, kind: .option)
    }
    stub[5].kind = .other
    var cells = counts.map { count in
      [
        Cell(
          count: count,
          shares: [
            Share(of: .respondents, count, over: 157), Share(of: .mentions, count, over: mentions),
          ])
      ]
    }
    for (reason, count) in [(MissingReason.notDisplayed, 7), (.noAnswer, 1)] {
      stub.append(StubItem(code: nil, label: reason.label, kind: .missing(reason)))
      cells.append([Cell(count: count)])
    }
    return .workingEdition(
      Table(
        id: TableID(source: "phone", name: "topics"), kind: .distribution,
        title: Bilingual(fr: "Sujets cités", en: "Topics raised"),
        question: QuestionReference(
          id: "topics",
          text: Bilingual(
            "Quels sont les sujets qui vous préoccupent le plus dans votre quartier aujourd’hui ?"),
          type: "multiple"),
        sources: [phone], stub: stub,
        banner: [
          BannerItem(
            code: nil, label: Bilingual(fr: "Ensemble", en: "Total"), source: "phone",
            base: Base(n: 157, text: answering),
            mentions: Base(
              n: mentions, text: Bilingual(fr: "citations", en: "mentions")))
        ],
        cells: cells,
        notes: [
          Bilingual(
            fr: "Plusieurs réponses possibles : le total dépasse 100 %.",
            en: "Several answers allowed: the total exceeds 100%."),
          Bilingual(
            fr: "Mode de tirage inconnu : ni intervalle ni test.",
            en: "Unknown sampling: no interval, no test."),
        ]))
  }

  /// A scale crossed by quartier, with boxes, means and an empty quartier.
  static var crossed: PublishableTable {
    let steps = ["Très bien", "Plutôt bien", "Plutôt mal", "Très mal"]
    let english = ["Very well", "Fairly well", "Fairly badly", "Very badly"]
    let groups: [(String?, String, [Int])] =
      [(nil, "Ensemble", [36, 71, 33, 17])]
      + zip(
        quartiers,
        [[12, 20, 5, 3], [6, 14, 9, 4], [10, 21, 8, 2], [8, 16, 11, 8], [0, 0, 0, 0]]
      )
      .map { ($0.0.0, $0.0.1, $0.1) }
    let banner = groups.map { code, name, counts in
      let n = counts.reduce(0, +)
      return BannerItem(
        code: code, label: Bilingual(fr: name, en: code == nil ? "Total" : name),
        source: "online", quartier: code,
        base: Base(n: n, text: answering, reason: n == 0 ? empty : nil))
    }
    func row(_ count: ([Int]) -> Int) -> [Cell] {
      groups.map { _, _, counts in
        let n = counts.reduce(0, +)
        return Cell(
          count: count(counts), shares: [Share(of: .respondents, count(counts), over: n)])
      }
    }
    var stub = (0..<4).map {
      StubItem(
        code: "s\($0 + 1)", label: Bilingual(fr: steps[$0], en: english[$0]), kind: .option)
    }
    var cells = (0..<4).map { step in row { $0[step] } }
    stub.append(
      StubItem(
        code: "top2", label: Bilingual(fr: "Très bien + plutôt bien", en: "Very + fairly well"),
        kind: .net))
    cells.append(row { $0[0] + $0[1] })
    stub.append(
      StubItem(
        code: "mean", label: Bilingual(fr: "Note moyenne (1 à 4)", en: "Mean (1 to 4)"),
        kind: .statistic))
    cells.append(
      groups.map { _, _, counts in
        let n = counts.reduce(0, +)
        let sum = zip(counts, [4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return n == 0 ? Cell(reason: empty) : Cell(value: Double(sum) / Double(n))
      })
    stub.append(
      StubItem(code: nil, label: MissingReason.noAnswer.label, kind: .missing(.noAnswer)))
    cells.append([4, 1, 0, 2, 1, 0].map { Cell(count: $0) })
    return .workingEdition(
      Table(
        id: TableID(source: "online", name: "wellbeing", by: "quartier"), kind: .crossTabulation,
        title: Bilingual(fr: "Bien-être dans le quartier", en: "Well-being in the quartier"),
        question: QuestionReference(
          id: "wellbeing", text: Bilingual("Comment vous sentez-vous dans votre quartier ?"),
          type: "scale"),
        by: QuestionReference(
          id: "quartier", text: Bilingual("Dans quel quartier habitez-vous ?"), type: "quartier"),
        sources: [online], stub: stub, banner: banner, cells: cells))
  }
}
