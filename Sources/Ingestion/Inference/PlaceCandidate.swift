internal import SurveyModel

/// Whether a column may hold the neighbourhood of the person: by the words of its heading, and by
/// few different answers that look like names of places.
struct PlaceCandidate {
  /// The heading asks for the neighbourhood in so many words.
  let isSure: Bool
  let evidence: Bilingual

  private static let sure = [
    "quel quartier", "quels quartiers", "nom du quartier", "quartier de residence",
    "quartier d habitation", "quartier d habitat", "votre quartier de", "quel secteur",
    "which neighbourhood", "which neighborhood", "what neighbourhood", "lieu d habitation",
  ]
  private static let words: Set<String> = [
    "quartier", "quartiers", "secteur", "residence", "habitation", "habitez", "habites",
    "residez", "domicile", "commune", "neighbourhood", "neighborhood", "district", "area",
    "location", "canton", "iris", "qpv",
  ]
  /// More different places than this are no list of neighbourhoods.
  private static let mostPlaces = 80

  /// - Parameter answers: the texts that occur, without those that stand for a missing answer.
  init?(heading: String, answers: [CountedValue]) {
    let folded = foldedPlace(heading)
    let headingWords = folded.split(separator: " ").map(String.init)
    guard let word = headingWords.first(where: Self.words.contains) else { return nil }
    var places: [String: Int] = [:]
    for answer in answers {
      let place = foldedPlace(answer.value.text)
      guard !place.isEmpty, answer.value.text.count <= 60, place.first?.isNumber != true,
        ScaleStep(answer.value.text) == nil, !Self.yesNo.contains(place)
      else { return nil }
      places[place, default: 0] += answer.count
    }
    let filled = places.values.reduce(0, +)
    guard places.count >= 2, places.count <= Self.mostPlaces,
      Double(filled) >= 1.5 * Double(places.count)
    else { return nil }
    isSure =
      Self.sure.contains { folded.contains($0) }
      || (headingWords.count <= 3 && ["quartier", "secteur"].contains(word))
    evidence = Bilingual(
      fr: "« \(word) » dans l'intitulé, \(places.count) lieux différents",
      en: "“\(word)” in the heading, \(places.count) different places")
  }

  private static let yesNo: Set<String> = [
    "oui", "non", "yes", "no", "y", "n", "homme", "femme", "male", "female",
  ]
}
