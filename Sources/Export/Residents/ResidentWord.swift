import SurveyModel

/// What the pages for residents say: short sentences, everyday words, nothing of the method.
enum ResidentWord: String, CaseIterable, Sendable {
  case title, lead, people, cited, citedSome, of, tooFew, protect, hidden, feel, answer
  case town, several, chosen, drawn, thanks, or, and, remarks, remarksOf

  var text: Bilingual {
    switch self {
    case .title: Bilingual(fr: "Ce que vous avez dit", en: "What you said")
    case .lead:
      Bilingual(
        fr: "Vous avez donné votre avis sur votre quartier. Voici ce que vous avez répondu.",
        en: "You gave your opinion on your neighbourhood. Here is what you answered.")
    case .people:
      Bilingual(
        fr: "personnes de votre quartier ont répondu.",
        en: "people of your neighbourhood answered.")
    case .remarks:
      Bilingual(
        fr: "remarques ont été faites sur votre quartier.",
        en: "remarks were made about your neighbourhood.")
    case .remarksOf: Bilingual(fr: "remarques sur", en: "remarks out of")
    case .cited:
      Bilingual(
        fr: "Les sujets dont vous parlez le plus", en: "The subjects that you speak of most")
    case .citedSome:
      Bilingual(fr: "Des sujets dont vous parlez", en: "Subjects that you speak of")
    case .of: Bilingual(fr: "personnes sur", en: "people out of")
    case .tooFew:
      Bilingual(
        fr: "Peu de personnes ont répondu ici.", en: "Few people answered here.")
    case .protect:
      Bilingual(
        fr: "Nous ne montrons pas leurs réponses, pour les protéger.",
        en: "We do not show their answers, to protect them.")
    case .hidden:
      Bilingual(
        fr: "Les très petits nombres ne sont pas montrés, pour protéger les personnes.",
        en: "Very small numbers are not shown, to protect people.")
    case .feel: Bilingual(fr: "Nous vous avons demandé", en: "We asked you")
    case .answer: Bilingual(fr: "répondent", en: "answer")
    case .town: Bilingual(fr: "Et dans toute la ville", en: "And in the whole town")
    case .several:
      Bilingual(
        fr: "Chaque personne pouvait citer plusieurs sujets.",
        en: "Each person could name several subjects.")
    case .chosen:
      Bilingual(
        fr: "Ces chiffres parlent des personnes qui ont répondu, pas de tous les habitants.",
        en: "These numbers are about the people who answered, not about all residents.")
    case .drawn:
      Bilingual(
        fr: "Pour l’une des enquêtes, les personnes ont été choisies au hasard.",
        en: "For one of the surveys, people were picked by chance.")
    case .thanks:
      Bilingual(
        fr: "Merci à toutes les personnes qui ont pris le temps de répondre.",
        en: "Thank you to everybody who took the time to answer.")
    case .or: Bilingual(fr: "ou", en: "or")
    case .and: Bilingual(fr: "et", en: "and")
    }
  }

  subscript(language: Language) -> String { text[language] }
}
