internal import SurveyModel

/// Statements of one source counted by theme, over the town and in each quartier: exact counts, a
/// statement once a row.
struct StatementTally {
  let themes: ThemeRows
  /// Counts over everything.
  private(set) var whole: Slice
  /// Counts of each quartier, in the order of the project.
  private(set) var quartiers: [Slice]
  /// Statements without a theme.
  private(set) var outside = StatementWords.Outside()

  struct Slice {
    /// Statements in each row of the themes.
    var rows: [Int]
    /// Statements with a theme.
    var coded = 0

    init(_ rowCount: Int) { rows = Array(repeating: 0, count: rowCount) }

    mutating func add(_ targets: [Int]) {
      coded += 1
      for row in targets { rows[row] += 1 }
    }
  }

  /// - Parameter counts: which statements are counted.
  /// - Complexity: O(statements).
  init(
    _ set: ContributionSet, _ themes: ThemeRows, where counts: (Contribution) -> Bool
  ) {
    self.themes = themes
    let rowCount = themes.items.count
    whole = Slice(rowCount)
    quartiers = Array(repeating: Slice(rowCount), count: set.quartiers.count)
    let places = Dictionary(
      uniqueKeysWithValues: set.quartiers.enumerated().map { ($0.element.code, $0.offset) })
    for statement in set.statements where counts(statement) {
      guard let targets = themes.rows(of: statement.themes) else {
        outside.add(statement)
        continue
      }
      whole.add(targets)
      if let place = statement.quartier.flatMap({ places[$0] }) { quartiers[place].add(targets) }
    }
  }

  /// Rows that somebody raised.
  var raised: Set<Int> { Set(whole.rows.indices.filter { whole.rows[$0] > 0 }) }
}

/// Words that tables of statements share.
enum StatementWords {
  static func base(_ counted: Bilingual) -> Bilingual {
    Bilingual(
      fr: "énoncés rattachés à un thème (\(counted.fr))",
      en: "statements with a theme (\(counted.en))")
  }

  static let needs = Bilingual(
    fr: "constats, points faibles et propositions", en: "shortcomings, weaknesses and proposals")
  static let all = Bilingual(fr: "toutes natures", en: "of all kinds")
  static let none = Bilingual(fr: "aucun énoncé", en: "no statement")

  /// Statements outside the base, having no theme.
  struct Outside {
    private var toCode = 0
    private var decided = 0

    mutating func add(_ statement: Contribution) {
      if statement.coder == .person { decided += 1 } else { toCode += 1 }
    }

    func notes(_ label: Bilingual) -> [Bilingual] {
      var notes: [Bilingual] = []
      if toCode > 0 {
        notes.append(
          Bilingual(
            fr: "\(label.fr) : \(toCode) énoncé(s) sans thème, à coder, hors de la base.",
            en:
              "\(label.en): \(toCode) statement(s) without a theme, to be coded, outside the base."
          ))
      }
      if decided > 0 {
        notes.append(
          Bilingual(
            fr:
              "\(label.fr) : \(decided) énoncé(s) sans thème, une personne l'a dit, hors de la base.",
            en:
              "\(label.en): \(decided) statement(s) without a theme, as a person said, outside the base."
          ))
      }
      return notes
    }
  }
}
