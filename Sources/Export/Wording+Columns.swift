import SurveyModel

/// The columns of the CSV files: an English word that scripts rely on, and the French heading of
/// the `.fr.csv` form.
enum TidyColumn: Int, CaseIterable, Sendable {
  case edition, table, kind, source, sourceLabel, question, questionText, by, quartier
  case groupCode, groupLabel, rowKind, rowCode, rowLabel
  case n, weightedN, percent, weightedPercent, percentOf, base, weightedBase, baseText
  case value, rank, tied, missing, reason
  case low, high, rankBest, rankWorst, groupLetter, letters, residual, maximalDeviation
  case effectiveBase, designEffect

  var word: String {
    switch self {
    case .edition: "edition"
    case .table: "table"
    case .kind: "kind"
    case .source: "source"
    case .sourceLabel: "source_label"
    case .question: "question"
    case .questionText: "question_text"
    case .by: "by"
    case .quartier: "quartier"
    case .groupCode: "group_code"
    case .groupLabel: "group_label"
    case .rowKind: "row_kind"
    case .rowCode: "row_code"
    case .rowLabel: "row_label"
    case .n: "n"
    case .weightedN: "n_weighted"
    case .percent: "percent"
    case .weightedPercent: "percent_weighted"
    case .percentOf: "percent_of"
    case .base: "base"
    case .weightedBase: "base_weighted"
    case .baseText: "base_text"
    case .value: "value"
    case .rank: "rank"
    case .tied: "tied"
    case .missing: "missing"
    case .reason: "reason"
    case .low: "low"
    case .high: "high"
    case .rankBest: "rank_best"
    case .rankWorst: "rank_worst"
    case .groupLetter: "group_letter"
    case .letters: "letters"
    case .residual: "residual"
    case .maximalDeviation: "pem"
    case .effectiveBase: "base_effective"
    case .designEffect: "design_effect"
    }
  }

  var french: String {
    switch self {
    case .edition: "édition"
    case .table: "tableau"
    case .kind: "type de tableau"
    case .source: "source"
    case .sourceLabel: "libellé de la source"
    case .question: "question"
    case .questionText: "libellé de la question"
    case .by: "croisée par"
    case .quartier: "quartier"
    case .groupCode: "code du groupe"
    case .groupLabel: "groupe"
    case .rowKind: "type de ligne"
    case .rowCode: "code de la ligne"
    case .rowLabel: "ligne"
    case .n: "effectif"
    case .weightedN: "effectif pondéré"
    case .percent: "pourcentage"
    case .weightedPercent: "pourcentage pondéré"
    case .percentOf: "pourcentage de"
    case .base: "base"
    case .weightedBase: "base pondérée"
    case .baseText: "libellé de la base"
    case .value: "valeur"
    case .rank: "rang"
    case .tied: "ex æquo"
    case .missing: "non-réponse"
    case .reason: "raison"
    case .low: "borne basse (95 %)"
    case .high: "borne haute (95 %)"
    case .rankBest: "meilleur rang possible"
    case .rankWorst: "dernier rang possible"
    case .groupLetter: "lettre du groupe"
    case .letters: "plus élevé que"
    case .residual: "résidu ajusté"
    case .maximalDeviation: "PEM"
    case .effectiveBase: "taille effective"
    case .designEffect: "effet de plan"
    }
  }

  func heading(_ form: CSVForm) -> String {
    form == .french ? french : word
  }

  /// Only written where the sampling of a source allows intervals.
  var isForInference: Bool { rawValue >= TidyColumn.low.rawValue }

  /// What is said once a cell, beside its first percentage.
  static let ofFirstShare: [TidyColumn] = [
    .low, .high, .letters, .residual, .maximalDeviation, .rankBest, .rankWorst,
  ]

  /// What a percentage says, and its base in the place of its column's.
  static let ofShare: [TidyColumn] = [
    .percent, .weightedPercent, .percentOf, .base, .weightedBase, .baseText,
  ]

  /// Only written where a source has weights.
  var isForWeights: Bool {
    switch self {
    case .weightedN, .weightedPercent, .weightedBase: true
    default: false
    }
  }
}

extension Wording {
  /// What a table is, as a word of the French CSV form.
  static func french(_ kind: String) -> String {
    switch kind {
    case "distribution": "tri à plat"
    case "crossTabulation": "tri croisé"
    case "themes": "thèmes"
    case "priorities": "priorités"
    case "pooled": "questions communes"
    case "contributions": "contributions"
    default: kind
    }
  }
}
