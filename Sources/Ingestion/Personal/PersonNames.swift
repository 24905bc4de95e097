internal import SurveyModel

/// Names of people, told by their form: `Mme Durand`, `Marie DURAND`, `Durand Marie`.
enum PersonNames {
  static let label = Bilingual(fr: "noms de personnes", en: "names of people")

  /// Most of these texts are names of people, hardly any of them given twice. Names of places
  /// repeat.
  static func areMost(of texts: [String]) -> Bool {
    guard texts.count >= 3, texts.count(where: mayBeName) * 2 >= texts.count,
      Set(texts).count * 10 >= texts.count * 8
    else { return false }
    let trimmed = texts.map(trimmedText)
    return trimmed.count(where: isFullName) * 2 >= trimmed.count
      // One word alone may be a flower: nearly all must be first names.
      || trimmed.count(where: { isFullName($0) || isFirstName($0) }) * 10 >= trimmed.count * 8
  }

  private static let titles: Set<String> = [
    "m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms", "dr",
  ]

  /// Four words of a name, in bytes.
  private static let longest = 120

  /// No figure, and no more words than a name has: most texts are ruled out by a look at their bytes.
  private static func mayBeName(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    var words = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte &- 48 < 10 { return false }
      if byte > 0x20, !isInWord { words += 1 }
      isInWord = byte > 0x20
    }
    return words <= 4
  }

  static func isFullName(_ text: String) -> Bool {
    guard mayBeName(text) else { return false }
    let words = text.split(separator: " ")
    guard (2...4).contains(words.count), let first = words.first, let last = words.last,
      !text.contains(where: \.isNumber)
    else { return false }
    if titles.contains(foldedPlace(String(first))), last.first?.isUppercase == true { return true }
    // `Marie DURAND`: a surname in capitals.
    if isCapitals(last), isCapitalised(first) { return true }
    guard words.allSatisfy({ $0.first?.isLetter == true }) else { return false }
    let isWritten = words.allSatisfy { isCapitals($0) || isCapitalised($0) || $0.count <= 3 }
    return isWritten && (isFirstName(String(first)) || isFirstName(String(last)))
  }

  private static func isCapitals(_ word: Substring) -> Bool {
    word.count >= 3 && word.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "'" }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
  }

  static func isFirstName(_ text: String) -> Bool {
    let parts = text.split(separator: "-")
    return (1...2).contains(parts.count)
      && parts.allSatisfy { firstNames.contains(foldedPlace(String($0))) }
  }

  /// Common in France. Those that are words of a survey, too, are left out: rose, ville, saint.
  private static let firstNames = Set(
    """
    adam adele adrien agathe agnes ahmed aicha alain albert alexandra alexandre alexis ali alice \
    alicia aline alix amandine ambre amelie amina anais andre andrea angele angelique anna anne \
    annick annie anthony antoine antoinette ariane arnaud arthur astrid aude audrey aurelie \
    aurelien axel baptiste basile bastien beatrice benjamin benoit bernadette bernard bertrand \
    brigitte bruno camille carine carla carole caroline catherine cecile cedric celia celine \
    chantal charles charline charlotte chloe christelle christian christiane christine christophe \
    clara claude claudine clemence clement clementine coline colette corinne cyril damien daniel \
    daniele danielle david delphine denis denise diane didier dominique dylan edith edouard elena \
    eliane elias elisa elisabeth elise elodie eloise elsa emilie emma emmanuel emmanuelle enzo eric \
    estelle esther ethan etienne eva evelyne fabien fabienne fabrice fanny farid fatiha fatima \
    fatoumata felix fernand florence florent florian franck francois francoise frederic frederique \
    gabin gabriel gabrielle gael gaelle gaetan genevieve georges gerard geraldine germaine gilbert \
    gilles ginette gregory guillaume guy hakim hamza hassan helene henri herve hugo hugues ibrahim \
    ines irene isabelle ismael jacqueline jacques jade jean jeanne jeannine jennifer jeremy jerome \
    joel joelle jonathan jordan joseph josephine josette josiane jules julia julie julien juliette \
    justine karim karine kevin khadija laetitia laura laure laurence laurent lea leila leo leon \
    leonie lena lilou lina lionel lisa loic lola louane louis louisa louise luc lucas lucie lucien \
    lucienne ludovic lydia lydie madeleine mael maeva magali malika manon marc marcel marcelle \
    margaux margot marguerite maria mariam marie marine marion marius marjorie marlene marthe \
    martial martin martine maryse mathieu mathilde mathis matthieu maud maurice maxence maxime \
    mehdi melanie melissa michel michele michelle mireille mohamed mohammed monique morgane mounir \
    mourad moussa myriam nadege nadia nadine nathalie nathan nicolas nicole nina noa noe noel noemie \
    nolan nora odette odile oceane olivia olivier omar oriane pascal pascale patrice patricia \
    patrick paul paulette pauline philippe pierre pierrette quentin rachel rachid raphael raymond \
    raymonde regine regis remi remy rene renee richard robert robin roger roland romain romane \
    rosalie roxane ruben sabine sabrina said salim salome samia samir samuel sandra sandrine sara \
    sarah sebastien serge severine sid simon simone solange sonia sophie stephane stephanie suzanne \
    sylvain sylvie tanguy tatiana tea theo therese thibault thierry thomas timothee titouan tom \
    tony tristan valentin valentine valerie vanessa vera veronique victoire victor vincent virginie \
    viviane walid william xavier yacine yann yannick yasmine yohan youssef yves yvette yvonne zoe
    """.split(separator: " ").map(String.init))
}
