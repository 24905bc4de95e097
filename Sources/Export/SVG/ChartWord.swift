import SurveyModel

/// The words that charts and their descriptions add to what the tables say.
enum ChartWord: String, CaseIterable, Sendable {
  case countOfPeople, noAnswers, lessOften, moreOften, first, then, and, noData, favourable
  case unfavourable, citedAnyRank, interval, inBold, podium, inBrackets, inBracketsUnweighted
  case nobody, mostOn, fromDate, toDate, statements

  var text: Bilingual {
    switch self {
    case .countOfPeople: Bilingual(fr: "nombre de répondants", en: "number of respondents")
    case .noAnswers: Bilingual(fr: "aucune réponse à représenter", en: "no answer to draw")
    case .lessOften: Bilingual(fr: "moins cité", en: "cited less")
    case .moreOften: Bilingual(fr: "plus cité", en: "cited more")
    case .first: Bilingual(fr: "en tête", en: "first")
    case .then: Bilingual(fr: "puis", en: "then")
    case .and: Bilingual(fr: "et", en: "and")
    case .noData: Bilingual(fr: "non représenté", en: "not drawn")
    case .favourable: Bilingual(fr: "total favorable", en: "favourable in all")
    case .unfavourable: Bilingual(fr: "total défavorable", en: "unfavourable in all")
    case .citedAnyRank: Bilingual(fr: "cité à tous les rangs", en: "cited at any rank")
    case .interval:
      Bilingual(
        fr: "Trait fin\u{A0}: intervalle de confiance à 95\u{A0}%.",
        en: "Thin line: 95% confidence interval.")
    case .podium: Bilingual(fr: "Les trois premières priorités", en: "The first three priorities")
    case .inBold: Bilingual(fr: "en gras", en: "in bold")
    case .inBrackets: Bilingual(fr: "entre parenthèses, effectifs", en: "counts in brackets")
    case .inBracketsUnweighted:
      Bilingual(
        fr: "entre parenthèses, effectifs non pondérés", en: "unweighted counts in brackets")
    case .nobody: Bilingual(fr: "Aucune citation", en: "No mention")
    case .statements: Bilingual(fr: "énoncés", en: "statements")
    case .mostOn: Bilingual(fr: "maximum", en: "maximum")
    case .fromDate: Bilingual(fr: "Du", en: "From")
    case .toDate: Bilingual(fr: "au", en: "to")
    }
  }

  subscript(language: Language) -> String { text[language] }
}
