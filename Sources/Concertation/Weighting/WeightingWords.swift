internal import Statistics
internal import SurveyModel

/// A failure of weighting in words, with the line of the file of margins and the line that would
/// mend it.
struct WeightingWords {
  var code = "weighting-failed"
  var message = Bilingual(fr: "redressement impossible", en: "weighting is not possible")
  var location: SourceLocation?
  var fix: Bilingual?

  private let margins: [SampleMargin]
  private let plan: WeightingPlan

  init(_ failure: WeightingFailure, _ margins: [SampleMargin], _ plan: WeightingPlan) {
    self.margins = margins
    self.plan = plan
    location = plan.location
    switch failure {
    case .emptyCategory(let place, _, let merge): emptyCategory(place, merge)
    case .unexpectedPeople(let place, let rows): unexpectedPeople(place, rows.count)
    case .notConverged(let place, let error, _, let merge): notConverged(place, error, merge)
    case .trimmingConflicts(let place, let error, let merge): conflict(place, error, merge)
    case .redundantMargins:
      code = "weighting-redundant"
      message = Bilingual(
        fr: "les marges se contredisent ou se répètent dans cet échantillon",
        en: "the margins contradict or repeat each other in this sample")
      fix = Bilingual(fr: "retirez l'une des marges", en: "take one of the margins out")
    case .nothingToWeight, .lengthMismatch, .invalidBaseWeights, .missingAnswers, .invalidTarget,
      .unequalTotals, .invalidBounds:
      // The definitions and the reader leave no way to these; said all the same, never hidden.
      message = Bilingual(
        fr: "redressement impossible (\(failure)) : c'est un défaut du programme",
        en: "weighting is not possible (\(failure)): a fault of this program")
    }
  }

  // MARK: cases

  private mutating func emptyCategory(_ place: WeightingFailure.Place, _ merge: Int?) {
    guard let (margin, category) = category(place) else { return }
    code = "weighting-empty-category"
    location = plan.place(category)
    message = Bilingual(
      fr:
        "marge « \(margin.name.fr) » : personne dans « \(category.label.fr) », dont la cible est \(text(category.target))",
      en:
        "margin “\(margin.name.en)”: nobody in “\(category.label.en)”, whose target is \(text(category.target))"
    )
    fix = mergeFix(margin, place.category, merge)
  }

  private mutating func unexpectedPeople(_ place: WeightingFailure.Place, _ people: Int) {
    guard let (margin, category) = category(place) else { return }
    code = "weighting-unexpected-people"
    location = plan.place(category)
    message = Bilingual(
      fr:
        "marge « \(margin.name.fr) » : \(people) personne(s) dans « \(category.label.fr) », dont la cible est 0",
      en:
        "margin “\(margin.name.en)”: \(people) person(s) in “\(category.label.en)”, whose target is 0"
    )
    fix = Bilingual(
      fr: "corrigez la cible, ou réunissez la modalité avec une autre : a | b",
      en: "correct the target, or take the category together with another: a | b")
  }

  private mutating func notConverged(
    _ place: WeightingFailure.Place, _ error: Double, _ merge: Int?
  ) {
    guard let (margin, category) = category(place) else { return }
    code = "weighting-not-met"
    location = plan.place(category)
    message = Bilingual(
      fr:
        "les marges ne peuvent être atteintes ensemble ; la plus éloignée : « \(margin.name.fr) », « \(category.label.fr) » (\(percent(error).fr) de la cible)",
      en:
        "the margins cannot be met together; the furthest: “\(margin.name.en)”, “\(category.label.en)” (\(percent(error).en) off its target)"
    )
    let merge = mergeFix(margin, place.category, merge)
    guard plan.bounds != nil else {
      fix = merge
      return
    }
    fix = Bilingual(
      fr: "élargissez bounds" + (merge.map { " ; ou \($0.fr)" } ?? ""),
      en: "widen bounds" + (merge.map { "; or \($0.en)" } ?? ""))
  }

  private mutating func conflict(
    _ place: WeightingFailure.Place, _ error: Double, _ merge: Int?
  ) {
    guard let (margin, category) = category(place) else { return }
    code = "weighting-trim-conflict"
    location = plan.place(category)
    message = Bilingual(
      fr:
        "trim et les marges ne peuvent tenir ensemble ; la plus éloignée : « \(margin.name.fr) », « \(category.label.fr) » (\(percent(error).fr) de la cible)",
      en:
        "trim and the margins cannot hold together; the furthest: “\(margin.name.en)”, “\(category.label.en)” (\(percent(error).en) off its target)"
    )
    let merge = mergeFix(margin, place.category, merge)
    fix = Bilingual(
      fr: "élargissez trim" + (merge.map { " ; ou \($0.fr)" } ?? ""),
      en: "widen trim" + (merge.map { "; or \($0.en)" } ?? ""))
  }

  // MARK: parts

  /// The category of the file of margins; `nil` for the people who have no target.
  private func category(
    _ place: WeightingFailure.Place
  ) -> (margin: SampleMargin, category: MarginCategory)? {
    let margin = margins[place.margin]
    let categories = margin.targets.categories
    return place.category < categories.count ? (margin, categories[place.category]) : nil
  }

  /// The line to write in place of two: `age,60-74 | 75+,1834`.
  private func mergeFix(_ margin: SampleMargin, _ index: Int, _ merge: Int?) -> Bilingual? {
    let categories = margin.targets.categories
    guard let partner = partner(margin, index, merge) else { return nil }
    let first = categories[min(index, partner)]
    let second = categories[max(index, partner)]
    let options = zip(first.options, second.options).map { one, other in
      (one + other.filter { !one.contains($0) }).joined(separator: " | ")
    }.joined(separator: " * ")
    let sum = text((first.target ?? 0) + (second.target ?? 0))
    let line =
      "\(margin.targets.questions.joined(separator: " * ")),\(options),"
      + (margin.targets.unit == .count ? sum : ",\(sum)")
    return Bilingual(
      fr: "réunissez-la avec « \(categories[partner].label.fr) » ; écrivez : \(line)",
      en: "take it together with “\(categories[partner].label.en)”; write: \(line)")
  }

  /// The category to merge with. In a crossed margin, one that differs in one question only.
  private func partner(_ margin: SampleMargin, _ index: Int, _ merge: Int?) -> Int? {
    let categories = margin.targets.categories
    guard categories[index].options.count > 1 else {
      return merge.flatMap { $0 < categories.count ? $0 : nil }
    }
    let people = Set(margin.codes)
    return categories.indices.filter { other in
      let differing = zip(categories[index].options, categories[other].options).count {
        $0 != $1
      }
      return differing == 1 && people.contains(Int32(other))
    }.min { (categories[$0].target ?? 0, $0) < (categories[$1].target ?? 0, $1) }
  }

  private func text(_ number: Double?) -> String {
    let value = ((number ?? 0) * 1e6).rounded() / 1e6
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private func percent(_ ratio: Double) -> Bilingual {
    let value = (ratio * 1_000).rounded() / 10
    return Bilingual(
      fr: "\(value) %".replacing(".", with: ","), en: "\(value)%")
  }
}
