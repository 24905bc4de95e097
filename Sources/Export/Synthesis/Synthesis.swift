public import SurveyModel
public import Tabulation

/// "Ce qu'on retient": what the tables agree on, where they differ, what is particular to each
/// quartier, and what the material does not allow to say. Assembled by the rules below; no sentence
/// without a number of a table behind it, and a number that is hidden takes its sentence with it.
///
/// - Convergence: a theme among the first three in two sources or more, in the whole town and in each
///   quartier.
/// - Divergence: a theme among the first three in one source and at least four ranks lower in another,
///   in the whole town and in each quartier.
/// - Particular: at least five citations and ten points more than in the rest of the town, both
///   bases at the minimum for a ranking.
public struct Synthesis: Sendable {
  private let priorities: CitedTable
  private let triangulation: CitedTable?
  private let profiles: [CitedTable]
  private let comparisons: [CitedTable]
  private let minimumBase: Int
  let language: Language

  static let gap = 4
  static let fewest = 5
  static let points = 10.0

  /// - Parameters:
  ///   - comparisons: tables of residents and partners.
  ///   - minimumBase: below this many a source is not ranked.
  public init(
    priorities: PublishableTable, triangulation: PublishableTable?, profiles: [PublishableTable],
    comparisons: [PublishableTable], minimumBase: Int, in language: Language
  ) {
    self.priorities = CitedTable(priorities, language)
    self.triangulation = triangulation.map { CitedTable($0, language) }
    self.profiles = profiles.map { CitedTable($0, language) }
    self.comparisons = comparisons.map { CitedTable($0, language) }
    self.minimumBase = minimumBase
    self.language = language
  }

  struct Section: Sendable {
    var title: String
    var sentences: [Sentence]
  }

  var sections: [Section] {
    let whole = places.filter { $0.name == nil }
    let parts = places.filter { $0.name != nil }
    return [
      Section(
        title: said("Ce que les sources disent ensemble", "What sources agree on"),
        sentences: whole.flatMap(convergences)),
      Section(
        title: said("Où elles diffèrent", "Where they differ"),
        sentences: whole.flatMap(divergences) + comparisons.flatMap(oneSided)),
      Section(
        title: said("Ce qui est propre à chaque quartier", "What is particular to each quartier"),
        sentences: particulars),
      Section(
        title: said(
          "Ce que les sources disent de chaque quartier", "What sources say of each quartier"),
        sentences: parts.flatMap { convergences($0) + divergences($0) }),
      Section(
        title: said("Les limites du matériau", "The limits of the material"), sentences: limits),
    ].filter { !$0.sentences.isEmpty }
  }

  private func said(_ fr: String, _ en: String) -> String { language == .french ? fr : en }
  private func quoted(_ text: String) -> String { said("« \(text) »", "“\(text)”") }
  private func label(_ row: Int) -> String { priorities.table.stub[row].label[language] }
  private func source(_ column: Int) -> String {
    priorities.table.sourceLabel(priorities.table.banner[column].source)[language]
  }

  /// The town, or a quartier, and its columns among the priorities.
  private struct Place {
    /// `nil`: the whole town.
    var name: String?
    var code: String?
    var columns: [Int]
  }

  private var places: [Place] {
    var places: [Place] = []
    for (column, item) in priorities.table.banner.enumerated() {
      if let place = places.firstIndex(where: { $0.code == item.code }) {
        places[place].columns.append(column)
      } else {
        places.append(
          Place(
            name: item.isTotal ? nil : item.label[language], code: item.code, columns: [column]))
      }
    }
    return places
  }

  /// Columns of the whole town.
  private var town: [Int] { places.first { $0.name == nil }?.columns ?? [] }

  private func start(_ place: Place) -> String {
    place.name.map { $0 + said(" : ", ": ") } ?? ""
  }

  private func convergences(_ place: Place) -> [Sentence] {
    guard let triangulation,
      let whole = triangulation.table.banner.firstIndex(where: { $0.code == place.code }),
      let sources = triangulation.base(whole)
    else { return [] }
    var out: [(order: Int, sentence: Sentence)] = []
    for row in triangulation.table.stub.indices {
      guard let count = triangulation.count(row, whole), let number = count.whole, number > 1,
        let theme = priorities.table.stub.firstIndex(where: {
          $0.code == triangulation.table.stub[row].code
        })
      else { continue }
      var sentence = Sentence()
      sentence.say(start(place) + quoted(triangulation.table.stub[row].label[language]))
      sentence.say(
        said(" est parmi les trois premiers thèmes de ", " is among the first three themes of "))
      sentence.say(count)
      sentence.say(said(" sources sur ", " sources out of "))
      sentence.say(sources)
      let evidence = place.columns.compactMap { column -> (Int, Cited, Cited)? in
        guard let rank = priorities.rank(theme, column),
          (rank.whole ?? .max) <= Triangulation.top, let share = priorities.share(theme, column)
        else { return nil }
        return (column, rank, share)
      }
      guard evidence.count == number else { continue }
      for (index, (column, rank, share)) in evidence.enumerated() {
        sentence.say(
          (index == 0 ? said(" : ", ": ") : said(" ; ", "; ")) + source(column)
            + said(", rang ", ", rank "))
        sentence.say(rank: rank, in: language)
        sentence.say(" (")
        sentence.say(share)
        sentence.say(")")
      }
      sentence.say(".")
      out.append((-number, sentence))
    }
    return out.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.sentence)
  }

  private func divergences(_ place: Place) -> [Sentence] {
    var out: [Sentence] = []
    for row in priorities.table.stub.indices {
      let ranked = place.columns.compactMap { column -> (column: Int, rank: Cited, share: Cited)? in
        guard let rank = priorities.rank(row, column), let share = priorities.share(row, column)
        else { return nil }
        return (column, rank, share)
      }
      guard let best = ranked.min(by: { ($0.rank.whole ?? 0) < ($1.rank.whole ?? 0) }),
        let worst = ranked.max(by: { ($0.rank.whole ?? 0) < ($1.rank.whole ?? 0) }),
        let high = best.rank.whole, let low = worst.rank.whole, high <= Triangulation.top,
        low - high >= Self.gap
      else { continue }
      var sentence = Sentence()
      sentence.say(start(place) + quoted(label(row)) + said(", rang ", ", rank "))
      sentence.say(rank: best.rank, in: language)
      sentence.say(said(" dans ", " in ") + quoted(source(best.column)) + " (")
      sentence.say(best.share)
      sentence.say(said("), rang ", "), rank "))
      sentence.say(rank: worst.rank, in: language)
      sentence.say(said(" dans ", " in ") + quoted(source(worst.column)) + " (")
      sentence.say(worst.share)
      sentence.say(").")
      out.append(sentence)
    }
    return out
  }

  /// Themes that one side raises and the other never.
  private func oneSided(_ comparison: CitedTable) -> [Sentence] {
    guard comparison.table.banner.count == 3 else { return [] }
    return comparison.table.stub.indices.compactMap { row in
      guard let first = comparison.count(row, 1), let second = comparison.count(row, 2),
        (first.whole == 0) != (second.whole == 0)
      else { return nil }
      let isFirst = first.whole != 0
      let names = comparison.table.banner.map { $0.label[language].lowercased() }
      var sentence = Sentence()
      sentence.say(
        quoted(comparison.table.stub[row].label[language]) + said(" : soulevé ", ": raised "))
      sentence.say(isFirst ? first : second)
      sentence.say(said(" fois par les ", " times by ") + names[isFirst ? 1 : 2] + ", ")
      sentence.say(isFirst ? second : first)
      sentence.say(said(" par les ", " by ") + names[isFirst ? 2 : 1] + ".")
      return sentence
    }
  }

  private var particulars: [Sentence] {
    profiles.flatMap { profile -> [Sentence] in
      let banner = profile.table.banner
      let half = banner.count / 2
      var out: [(difference: Double, sentence: Sentence)] = []
      for row in profile.table.stub.indices {
        for column in 0..<half {
          let rest = column + half
          guard banner[column].base.n >= minimumBase, banner[rest].base.n >= minimumBase,
            let count = profile.count(row, column), (count.whole ?? 0) >= Self.fewest,
            let here = profile.share(row, column), let there = profile.share(row, rest),
            let base = profile.base(column), let a = here.real, let b = there.real,
            a - b >= Self.points
          else { continue }
          var sentence = Sentence()
          sentence.say(banner[column].label[language] + said(" : ", ": "))
          sentence.say(quoted(profile.table.stub[row].label[language]) + ", ")
          sentence.say(here)
          sentence.say(" (")
          sentence.say(count)
          sentence.say(said(" sur ", " of "))
          sentence.say(base)
          sentence.say(said(") contre ", ") against "))
          sentence.say(there)
          let name = profile.table.sourceLabel(banner[column].source)[language]
          sentence.say(
            said(" ailleurs (\(name)).", " elsewhere (\(name))."))
          out.append((a - b, sentence))
        }
      }
      return out.enumerated().sorted {
        ($1.element.difference, $0.offset) < ($0.element.difference, $1.offset)
      }.map(\.element.sentence)
    }
  }

  /// Places with their bases, the first twenty of them; `nil`: none.
  private func bases(_ columns: [Int], _ start: String) -> Sentence? {
    guard !columns.isEmpty else { return nil }
    var sentence = Sentence()
    sentence.say(start)
    for (index, column) in columns.prefix(20).enumerated() {
      guard let base = priorities.base(column) else { continue }
      sentence.say(
        (index == 0 ? "" : ", ") + quoted(priorities.table.banner[column].label[language]) + " (")
      sentence.say(base)
      sentence.say(")")
    }
    sentence.say(columns.count > 20 ? ", …" : ".")
    return sentence
  }

  private var limits: [Sentence] {
    var out: [Sentence] = []
    for column in town {
      guard let base = priorities.base(column) else { continue }
      let id = priorities.table.banner[column].source
      guard let source = priorities.table.sources.first(where: { $0.id == id }) else { continue }
      let isStatements = priorities.table.cells.contains {
        $0[column].shares.first?.of == .statements
      }
      var sentence = Sentence()
      sentence.say(source.label[language] + said(" : ", ": "))
      sentence.say(base)
      sentence.say(
        (isStatements ? said(" énoncés", " statements") : said(" répondants", " respondents"))
          + " (" + source.sampling.label[language] + ")")
      switch source.sampling {
      case .random, .quota: sentence.say(".")
      default:
        sentence.say(
          said(
            " ; ces chiffres décrivent ce qui a été recueilli, sans marge d'erreur.",
            "; these figures describe what was heard, without a margin of error."))
      }
      out.append(sentence)
      let label = source.label[language]
      let small = priorities.table.banner.indices.filter {
        let item = priorities.table.banner[$0]
        return item.source == id && !item.isTotal && item.base.n < minimumBase
      }
      let few = small.filter { priorities.table.banner[$0].base.n > 0 }
      let none = small.filter { priorities.table.banner[$0].base.n == 0 }
      out += [
        bases(
          few,
          label + said(" : trop peu pour un classement dans ", ": too few for a ranking in ")),
        bases(none, label + said(" : rien de recueilli dans ", ": nothing was heard in ")),
      ].compactMap { $0 }
    }
    return out
  }
}
