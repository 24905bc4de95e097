internal import SurveyModel

/// The words that verbal scales are made of, French and English, as `foldedPlace` writes them and
/// reduced to their roots.
enum ScaleWords {
  /// A word without the endings of gender and number.
  static func root(_ word: String) -> String {
    var word = word
    if word.hasSuffix("s"), word.utf8.count > 3 { word.removeLast() }
    if word.hasSuffix("e"), word.utf8.count > 4 { word.removeLast() }
    if word.hasSuffix("nn") || word.hasSuffix("ll") { word.removeLast() }
    return word
  }

  /// A stem alone ("Satisfait") stands between "très" and "plutôt".
  static let bare = 2.5

  /// Words of degree and their heights, the longest phrases first.
  static let degrees: [([String], Double)] = {
    let table: [(String, Double)] = [
      ("tout a fait", 3), ("totalement", 3), ("entierement", 3), ("completement", 3),
      ("absolument", 3), ("parfaitement", 3), ("fortement", 3), ("enormement", 3.2),
      ("extremement", 3.5), ("tres", 3), ("beaucoup", 2.8), ("completely", 3), ("totally", 3),
      ("strongly", 3), ("absolutely", 3), ("fully", 3), ("extremely", 3.5), ("very much", 3),
      ("very", 3), ("a lot", 2.8), ("not very", -1), ("not really", -1.5), ("not so", -1),
      ("not at all", -3), ("not", -2.5), ("plutot pas", -2), ("plutot peu", -2),
      ("plutot non", -2), ("plutot oui", 2), ("plutot", 2), ("assez peu", -1.2), ("assez", 1.8),
      ("rather not", -2), ("rather", 2), ("somewhat", 2), ("mostly", 2.2), ("fairly", 1.8),
      ("quite", 1.8), ("moderately", 0), ("moyennement", 0), ("moderement", 0), ("ni", 0),
      ("neither", 0), ("neutre", 0), ("neutral", 0), ("un peu", 1), ("slightly", 1),
      ("a little", 1), ("tres peu", -2), ("trop peu", -1.5), ("peu", -1), ("pas tres", -1),
      ("pas trop", -1), ("pas assez", -1), ("pas vraiment", -1.5), ("pas du tout", -3),
      ("absolument pas", -3), ("vraiment pas", -3), ("pas", -2.5), ("aucunement", -3.2),
    ]
    let phrases = table.map { text, height in
      (text.split(separator: " ").map { root(String($0)) }, height)
    }
    return phrases.sorted { $0.0.count > $1.0.count }
  }()

  /// What is rated; a negative word is the same stem upside down.
  static let stems: [String: (stem: String, isNegative: Bool)] = {
    let pairs: [(String, [String], [String])] = [
      (
        "satisfaction", ["satisfait", "satisfied", "content"],
        ["insatisfait", "mecontent", "dissatisfied", "unsatisfied"]
      ),
      ("agreement", ["accord", "agree"], ["desaccord", "pas accord", "disagree"]),
      ("importance", ["important"], ["unimportant"]),
      ("usefulness", ["utile", "useful"], ["inutile", "useless"]),
      (
        "favour", ["favorable", "favorably", "favourable", "favourably"],
        ["defavorable", "unfavorably", "unfavorable", "unfavourably", "unfavourable"]
      ),
      ("safety", ["securite", "safe"], ["insecurite", "unsafe"]),
      ("ease", ["facile", "easy"], ["difficile", "difficult", "hard"]),
      ("likelihood", ["probable", "likely"], ["improbable", "unlikely"]),
      ("quality", ["bon", "bien", "good", "well"], ["mauvais", "mal", "bad", "poor"]),
      ("comfort", ["agreable", "pleasant"], ["desagreable", "unpleasant"]),
      ("cleanliness", ["propre", "clean"], ["sale", "dirty"]),
      ("information", ["informe", "informed"], []),
      ("concern", ["concerne", "interesse", "interested", "concerned"], []),
      ("confidence", ["confiance", "confident"], []),
    ]
    var out: [String: (stem: String, isNegative: Bool)] = [:]
    for (name, positive, negative) in pairs {
      for word in positive { out[key(word)] = (name, false) }
      for word in negative { out[key(word)] = (name, true) }
    }
    return out
  }()

  /// How often.
  static let frequencies: [String: Double] = table([
    ("jamais", 0), ("never", 0), ("tres rarement", 0.8), ("rarement", 1), ("rarely", 1),
    ("exceptionnellement", 0.9), ("occasionnellement", 1.5), ("occasionally", 1.5),
    ("parfois", 2), ("quelquefois", 2), ("de temps en temps", 2), ("sometimes", 2),
    ("regulierement", 3), ("regularly", 3), ("souvent", 3.1), ("often", 3.1),
    ("tres souvent", 3.5), ("very often", 3.5), ("presque toujours", 3.8), ("toujours", 4.2),
    ("always", 4.2), ("moins d une fois par an", 0.6), ("une fois par an", 1.1),
    ("annuellement", 1.1), ("yearly", 1.1), ("plusieurs fois par an", 1.4),
    ("une fois par mois", 1.8), ("mensuellement", 1.8), ("monthly", 1.8),
    ("plusieurs fois par mois", 2.2), ("une fois par semaine", 2.6), ("hebdomadairement", 2.6),
    ("chaque semaine", 2.6), ("weekly", 2.6), ("plusieurs fois par semaine", 3.2),
    ("quotidiennement", 3.9), ("tous les jours", 3.9), ("chaque jour", 3.9), ("daily", 3.9),
    ("every day", 3.9), ("tous les jours ou presque", 3.8),
  ])

  /// How good, in words of their own.
  static let qualities: [String: Double] = table([
    ("excellent", 4), ("exceptionnel", 4), ("super", 3.5), ("satisfaisant", 2.2),
    ("assez satisfaisant", 1.8), ("moyen", 0), ("passable", -0.2), ("correct", 0.5), ("fair", 0),
    ("average", 0), ("acceptable", 0.4), ("mediocre", -1.5), ("insuffisant", -2), ("nul", -4),
  ])

  /// Answers that stand beside every scale: no opinion, no experience, no answer.
  static let outside: Set<String> = Set(
    [
      "ne sait pas", "ne sais pas", "je ne sais pas", "nsp", "nspp", "ne se prononce pas",
      "sans opinion", "sans avis", "pas d avis", "pas d opinion", "sans objet", "non concerne",
      "non concernee", "don t know", "do not know", "no opinion", "not applicable", "n a",
      "refus", "refuse de repondre", "prefere ne pas repondre", "je prefere ne pas repondre",
      "ne souhaite pas repondre", "prefer not to say", "unfamiliar n a", "not sure", "unsure",
    ].map(key))

  /// The words of a phrase, reduced.
  static func key(_ text: String) -> String {
    foldedPlace(text).split(separator: " ").map { root(String($0)) }.joined(separator: " ")
  }

  private static func table(_ rows: [(String, Double)]) -> [String: Double] {
    Dictionary(rows.map { (key($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
  }
}
