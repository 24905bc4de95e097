internal import Statistics
internal import SurveyModel

/// Why weights could not be made, in words: which margin, which category, what would solve it.
extension Problem {
  static func nothingToWeight(_ dataset: Dataset, _ plan: WeightingPlan) -> Problem {
    let hasRecords = dataset.recordCount > 0
    return Problem(
      .error, "nothing-to-weight",
      Bilingual(
        fr: "source « \(dataset.source.id) » : "
          + (hasRecords
            ? "tous les poids de départ sont nuls" : "aucun enregistrement à redresser"),
        en: "source “\(dataset.source.id)”: "
          + (hasRecords ? "all starting weights are zero" : "no records to weight")),
      at: plan.location,
      fix: Bilingual(
        fr: "vérifiez l'export, ou retirez la source de weighting",
        en: "check the export, or take the source out of weighting"))
  }

  static func nobodyInMargin(_ margin: SampleMargin, _ plan: WeightingPlan) -> Problem {
    Problem(
      .error, "weighting-margin-empty",
      Bilingual(
        fr: "marge « \(margin.name.fr) » : personne n'est dans une modalité qui a une cible",
        en: "margin “\(margin.name.en)”: nobody is in a category that has a target"),
      at: plan.place(margin),
      fix: Bilingual(
        fr: "vérifiez la question dans l'export, ou retirez cette marge",
        en: "check the question in the export, or take this margin out"))
  }

  /// What becomes of records without an answer to a margin; `nil` where there are none.
  static func withoutMarginAnswer(_ margin: SampleMargin, _ plan: WeightingPlan) -> Problem? {
    guard margin.unanswered > 0 else { return nil }
    let many = Double(margin.unanswered) > 0.05 * Double(margin.codes.count)
    return Problem(
      many ? .warning : .note, "weighting-without-answer",
      Bilingual(
        fr:
          "marge « \(margin.name.fr) » : \(margin.unanswered) enregistrement(s) sans réponse ; ils gardent leur part de l'échantillon, et les cibles sont atteintes parmi les autres",
        en:
          "margin “\(margin.name.en)”: \(margin.unanswered) record(s) without an answer; they keep their share of the sample, and the targets are met among the others"
      ),
      at: plan.place(margin))
  }

  static func negativeWeights(_ count: Int, _ plan: WeightingPlan) -> Problem {
    Problem(
      .error, "negative-weights",
      Bilingual(
        fr: "le calage linéaire donne \(count) poids négatif(s)",
        en: "linear calibration gives \(count) negative weight(s)"),
      at: plan.location,
      fix: Bilingual(
        fr: "ajoutez : bounds: 0.3..3 ; ou écrivez : method: raking",
        en: "add: bounds: 0.3..3; or write: method: raking"))
  }

  static func weightingFailed(
    _ failure: WeightingFailure, _ margins: [SampleMargin], _ plan: WeightingPlan
  ) -> Problem {
    let words = WeightingWords(failure, margins, plan)
    return Problem(
      .error, words.code, words.message, at: words.location, fix: words.fix)
  }
}

extension WeightingPlan {
  func place(_ margin: SampleMargin) -> SourceLocation {
    SourceLocation(file: file, line: margin.targets.categories.map(\.line).min())
  }

  func place(_ category: MarginCategory) -> SourceLocation {
    SourceLocation(file: file, line: category.line)
  }
}
