import Testing

@testable import Ingestion

@Suite struct ScaleGuessTests {
  static let scales: [[String]] = [
    ["Très satisfait", "Plutôt satisfait", "Plutôt pas satisfait", "Pas du tout satisfait"],
    ["Très satisfait·e", "Satisfait·e", "Peu satisfait·e", "Pas satisfait·e"],
    ["Très bien", "Plutôt bien", "Plutôt pas bien", "Pas bien du tout"],
    [
      "Tout à fait d'accord", "Plutôt d'accord", "Ni d'accord ni pas d'accord",
      "Plutôt pas d'accord", "Pas du tout d'accord",
    ],
    ["Tout à fait", "Plutôt", "Pas vraiment", "Pas du tout"],
    ["Excellent", "Bien", "Moyen", "Mauvais"],
    ["super", "bien", "moyen", "mauvais"],
    ["Agree completely", "Rather agree", "Rather disagree", "Disagree completely"],
    ["Very important", "Rather important", "Rather unimportant", "Not important"],
    [
      "Very favorably", "Somewhat favorably", "Neither favorably nor unfavorably (neutral)",
      "Somewhat unfavorably", "Very unfavorably",
    ],
    ["Toujours", "Souvent", "Parfois", "Rarement", "Jamais"],
    ["Hebdomadairement", "Mensuellement", "Rarement", "Jamais"],
    ["Always", "Often", "Sometimes", "Rarely", "Never"],
    ["Oui, tout à fait", "Oui, plutôt", "Non, plutôt pas", "Non, pas du tout"],
    ["Très utiles", "Utiles"],
    [
      "Tout à fait en sécurité", "Plutôt en sécurité", "Plutôt pas en sécurité",
      "Pas du tout en sécurité",
    ],
    ["1", "Item2", "Item3", "Item4", "5"],
  ]

  @Test(arguments: scales)
  func `steps come in their order`(labels: [String]) throws {
    let guess = try #require(ScaleGuess(labels.reversed()))
    #expect(guess.steps == labels)
    #expect(try #require(ScaleGuess(labels.sorted())).steps == labels)
    #expect(guess.outside.isEmpty)
  }

  @Test func `no opinion stands beside the scale`() throws {
    let guess = try #require(ScaleGuess(["Très bien", "Ne sait pas", "Plutôt bien", "Refus"]))
    #expect(guess.steps == ["Très bien", "Plutôt bien"])
    #expect(guess.outside == ["Ne sait pas", "Refus"])
  }

  @Test(arguments: [
    ["Oui", "Non"], ["Homme", "Femme"], ["Centre", "La Plaine"], ["Yes", "No", "Maybe"],
    ["Sécurité", "Propreté", "Bruit"], ["18-29", "30-44"], ["Très satisfait", "Centre"],
    ["Très propre", "Très calme"], ["Y", "N"], [], ["Très bien"],
  ])
  func `other lists are no scales`(labels: [String]) {
    #expect(ScaleGuess(labels) == nil)
  }

  @Test(arguments: [
    (
      ["60 ans et plus", "18-29", "Moins de 18 ans", "30 à 59 ans"],
      ["Moins de 18 ans", "18-29", "30 à 59 ans", "60 ans et plus"]
    ),
    (["> 60", "18-29", "45-60", "30-44"], ["18-29", "30-44", "45-60", "> 60"]),
    (
      ["$150,000+", "$25,000 - $49,999", "$0 - $24,999"],
      ["$0 - $24,999", "$25,000 - $49,999", "$150,000+"]
    ),
    (
      ["Entre 5 et 8 heures", "Zéro", "Entre 1 et 4 heures"],
      ["Zéro", "Entre 1 et 4 heures", "Entre 5 et 8 heures"]
    ),
    (
      ["Plus de 10 ans", "2 à 5 ans", "Moins de 2 ans", "6 à 10 ans"],
      ["Moins de 2 ans", "2 à 5 ans", "6 à 10 ans", "Plus de 10 ans"]
    ),
  ])
  func `bands come in ascending order`(labels: [String], ordered: [String]) {
    #expect(orderedBands(labels) == ordered)
  }

  @Test func `places and words are no bands`() {
    #expect(orderedBands(["Centre", "Nord"]) == nil)
    #expect(orderedBands(["18-29", "Centre"]) == nil)
    #expect(orderedBands([]) == nil)
  }
}
