internal import SurveyModel

/// What sources say side by side, read from the table of priorities and never summed: in how many of
/// them a theme is among the first, and what sets a quartier apart from the rest of the town.
public struct Triangulation: Sendable {
  let priorities: Table
  /// A theme is among the first up to this rank, ties included.
  public static let top = 3

  /// - Parameter priorities: of kind `priorities`.
  public init(_ priorities: Table) { self.priorities = priorities }

  /// Themes × places: how many sources rank the theme among the first three, over those that are
  /// ranked there; `nil` with fewer than two sources.
  public func table() -> Table? {
    guard priorities.sources.count > 1 else { return nil }
    let places = places
    let ranked = places.map { place in
      place.columns.filter { column in priorities.cells.contains { $0[column].rank != nil } }
    }
    func count(_ row: Int, _ place: Int) -> Int {
      ranked[place].count { (priorities.cells[row][$0].rank?.position ?? .max) <= Self.top }
    }
    let rows = priorities.stub.indices.filter { row in
      places.indices.contains { count(row, $0) > 0 }
    }
    let text = Bilingual(fr: "sources classées ici", en: "sources that are ranked here")
    let none = Bilingual(fr: "aucune source classée ici", en: "no source is ranked here")
    return Table(
      id: TableID(source: nil, name: "triangulation"), kind: .contributions,
      title: Bilingual(
        fr: "Dans combien de sources un thème est parmi les \(Self.top) premiers",
        en: "In how many sources a theme is among the first \(Self.top)"),
      sources: [], stub: rows.map { priorities.stub[$0] },
      banner: places.indices.map { place in
        BannerItem(
          code: places[place].code, label: places[place].label, source: "",
          quartier: places[place].code,
          base: Base(
            n: ranked[place].count, text: text, reason: ranked[place].isEmpty ? none : nil))
      },
      cells: rows.map { row in
        places.indices.map { place in
          ranked[place].isEmpty ? Cell(reason: none) : Cell(count: count(row, place))
        }
      },
      notes: [
        Bilingual(
          fr:
            "Sources : \(names(.french)). Elles sont comptées, jamais additionnées ; une source sans rang (base trop faible) n'est pas comptée, une source qui ne proposait pas le thème l'est.",
          en:
            "Sources: \(names(.english)). They are counted, never added up; a source without ranks (small base) is not counted, one that did not offer the theme is."
        )
      ])
  }

  /// One table a quartier: each source there, and the same source in the rest of the town.
  ///
  /// What is left of the whole: people who gave no quartier are in the rest.
  public func profiles() -> [Table] {
    let places = places
    guard let town = places.first(where: { $0.code == nil }) else { return [] }
    return places.compactMap { place -> Table? in
      guard let code = place.code else { return nil }
      let pairs = place.columns.compactMap { column -> (here: Int, whole: Int)? in
        guard priorities.banner[column].base.n > 0,
          let whole = town.columns.first(where: {
            priorities.banner[$0].source == priorities.banner[column].source
          })
        else { return nil }
        return (column, whole)
      }
      guard !pairs.isEmpty else { return nil }
      let rows = priorities.stub.indices.filter { row in
        pairs.contains { (priorities.cells[row][$0.whole].count ?? 0) > 0 }
      }
      let present = Set(pairs.map { priorities.banner[$0.here].source })
      return Table(
        id: TableID(source: "profiles", name: code), kind: .contributions,
        title: Bilingual(
          fr: "Couleur de quartier : \(place.label.fr)", en: "Profile: \(place.label.en)"),
        sources: priorities.sources.filter { present.contains($0.id) },
        stub: rows.map { priorities.stub[$0] },
        banner: pairs.map { priorities.banner[$0.here] } + pairs.map(rest),
        cells: rows.map { row in
          pairs.map { priorities.cells[row][$0.here] } + pairs.map { rest(row, $0) }
        },
        notes: [
          Bilingual(
            fr:
              "Le quartier à côté du reste de la ville, source par source ; les écarts décrivent les personnes et les énoncés recueillis.",
            en:
              "The quartier beside the rest of the town, source by source; differences describe the people and statements that were heard."
          )
        ])
    }
  }

  private struct Place {
    var code: String?
    var label: Bilingual
    var columns: [Int]
  }

  private var places: [Place] {
    var places: [Place] = []
    var positions: [String: Int] = [:]
    for (column, item) in priorities.banner.enumerated() {
      let key = item.code ?? ""
      if let position = positions[key] {
        places[position].columns.append(column)
      } else {
        positions[key] = places.count
        places.append(Place(code: item.code, label: item.label, columns: [column]))
      }
    }
    return places
  }

  private func names(_ language: Language) -> String {
    priorities.sources.map { $0.label[language] }.joined(separator: ", ")
  }

  // MARK: the rest of the town

  private static let restLabel = Bilingual(fr: "Reste de la ville", en: "Rest of the town")

  private func rest(_ pair: (here: Int, whole: Int)) -> BannerItem {
    var item = priorities.banner[pair.whole]
    let here = priorities.banner[pair.here].base
    item.code = "rest"
    item.label = Self.restLabel
    item.quartier = nil
    item.base.n -= here.n
    if let whole = item.base.weighted, let part = here.weighted {
      item.base.weighted = max(0, whole - part)
    }
    if item.base.n == 0 {
      item.base.reason = Bilingual(
        fr: "personne dans le reste de la ville", en: "nobody in the rest of the town")
    }
    return item
  }

  private func rest(_ row: Int, _ pair: (here: Int, whole: Int)) -> Cell {
    let (here, whole) = (priorities.cells[row][pair.here], priorities.cells[row][pair.whole])
    guard let part = here.count, let all = whole.count else { return Cell(reason: whole.reason) }
    func less(_ a: Double?, _ b: Double?) -> Double? {
      a.flatMap { a in b.map { max(0, a - $0) } }
    }
    return Cell(
      count: all - part, weightedCount: less(whole.weightedCount, here.weightedCount),
      shares: zip(whole.shares, here.shares).map { all, part in
        Share(
          of: all.of, all.numerator - part.numerator, over: all.denominator - part.denominator,
          weighted: less(all.weightedNumerator, part.weightedNumerator),
          overWeighted: less(all.weightedDenominator, part.weightedDenominator))
      })
  }
}
