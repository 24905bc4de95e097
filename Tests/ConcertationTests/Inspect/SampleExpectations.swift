import Testing

/// What the manifest of the sample files says of each.
struct SampleExpectation: CustomTestStringConvertible, Sendable {
  var file: String
  var dialect: String
  var records: Int
  var columns: Int
  /// Title, label, count.
  var counts: [(String, String, Int)]
  /// Tick boxes: title, label, ticked, not ticked, not displayed.
  var boxes: [(String, String, Int, Int, Int)] = []
  /// Steps from a draft to a questionnaire that runs.
  var todos: Int

  var testDescription: String { file }

  static let all: [SampleExpectation] =
    [starWars, vaudCodes, vaudText, twins, sphinx, sphinxWorkbook]
    + [tiny, legacy]

  private static let films =
    "Which of the following Star Wars films have you seen? Please select all that apply."

  private static let starWars = SampleExpectation(
    file: "surveymonkey_en_starwars_two_header_rows.csv", dialect: "surveymonkey", records: 1186,
    columns: 38,
    counts: [
      ("Have you seen any of the 6 films in the Star Wars franchise?", "Yes", 936),
      ("Have you seen any of the 6 films in the Star Wars franchise?", "No", 250),
      ("Do you consider yourself to be a fan of the Star Wars film franchise?", "Yes", 552),
      ("Do you consider yourself to be a fan of the Star Wars film franchise?", "No", 284),
      (
        "Do you consider yourself to be a fan of the Star Wars film franchise?", "Sans réponse", 350
      ),
      ("Which character shot first?", "Han", 325),
      ("Which character shot first?", "I don't understand this question", 306),
      ("Which character shot first?", "Greedo", 197),
      ("Gender", "Female", 549), ("Gender", "Male", 497), ("Gender", "Sans réponse", 140),
      (films, "Star Wars: Episode I  The Phantom Menace", 673),
      (films, "Star Wars: Episode II  Attack of the Clones", 571),
      (films, "Star Wars: Episode III  Revenge of the Sith", 550),
      (films, "Star Wars: Episode IV  A New Hope", 607),
      (films, "Star Wars: Episode V The Empire Strikes Back", 758),
      (films, "Star Wars: Episode VI Return of the Jedi", 738),
    ], todos: 3)

  private static let vaudCodes = SampleExpectation(
    file: "limesurvey_fr_vaud_codes.tsv", dialect: "limesurvey-codes", records: 348, columns: 21,
    counts: [
      ("participation_journees", "Y", 224), ("participation_journees", "N", 124),
      ("accueil", "excellent", 137), ("accueil", "bien", 80), ("accueil", "moyen", 3),
      ("accueil", "mauvais", 2), ("accueil", "Sans réponse", 126),
      ("moyen_transport", "tp", 119), ("moyen_transport", "auto", 81),
      ("moyen_transport", "a_pied", 17), ("moyen_transport", "moto", 3),
      ("moyen_transport", "velo", 3), ("moyen_transport", "autre", 1),
    ],
    boxes: [
      ("source", "journal", 31, 317, 0), ("source", "radio", 12, 336, 0),
      ("source", "internet", 140, 208, 0), ("source", "amis", 88, 260, 0),
    ], todos: 3)

  private static let informed =
    "À quelle(s) source(s) avez-vous eu recours pour vous informer sur le week-end Caves Ouvertes?"
  private static let took = "Est-ce que vous avez participé aux journées du patrimoine vaudois?"
  private static let transport =
    "Quel\u{A0}moyen de transport avez-vous utilisé pour vous rendre sur place?"

  private static let vaudText = SampleExpectation(
    file: "limesurvey_fr_vaud_fullanswers.derived.csv", dialect: "limesurvey-text", records: 348,
    columns: 22,
    counts: [
      (took, "Oui", 224), (took, "Non", 117), (took, "N/A", 7),
      ("Globalement, comment jugez-vous l'accueil?", "Excellent", 137),
      ("Globalement, comment jugez-vous l'accueil?", "Bien", 80),
      ("Globalement, comment jugez-vous l'accueil?", "Accueil laisse à désirer", 2),
      (transport, "Transports publics (train, bus, etc.)", 119),
      (transport, "Moto, scooter", 3),
      (informed, "N/A", 124),
    ],
    boxes: [
      (informed, "Journal quotidien", 31, 193, 124), (informed, "Radio", 12, 212, 124),
      (informed, "Internet", 140, 84, 124),
      (informed, "Par des collègues et/ou amis", 88, 136, 124),
    ], todos: 1)

  private static let characteristics =
    "What characteristics do you think digital twins have? Indicate your agreement with the following statements."

  private static let twins = SampleExpectation(
    file: "limesurvey_en_semicolon_dup_headers.csv", dialect: "limesurvey-text", records: 96,
    columns: 317,
    counts: [
      (characteristics + "  [ It is a virtual representation of a CPS.]", "Agree completely", 38),
      (characteristics + "  [ It is a virtual representation of a CPS.]", "Rather agree", 12),
      (characteristics + "  [ It is a virtual representation of a CPS.]", "Rather disagree", 1),
      (characteristics + "  [ It is a virtual representation of a CPS.]", "Disagree completely", 1),
      (characteristics + "  [ It is a virtual representation of a CPS.]", "Sans réponse", 44),
      ("What is your professional background?", "Autre", 10),
      // Headings that repeat: two questions, in the order of their columns.
      (
        "How relevant are Circuit models in the following development phases?  [Concept: Profile and requirements analysis]",
        "Rather unimportant", 1
      ),
      (
        "How relevant are Circuit models in the following development phases?  [Concept: Profile and requirements analysis] (2)",
        "Not important", 1
      ),
    ],
    boxes: [
      ("What is your professional background?", "Mechanical engineering", 12, 77, 7),
      ("What is your professional background?", "Electrical engineering", 24, 65, 7),
      ("What is your professional background?", "Computer science", 55, 34, 7),
      ("What is your professional background?", "Cybernetics", 1, 88, 7),
      ("What is your professional background?", "Mechatronics", 7, 82, 7),
      ("What is your professional background?", "Business administration", 5, 84, 7),
    ], todos: 4)

  private static let lookedFor =
    "Quelles informations recherchez-vous généralement lors de la planification d'une sortie touristique dans le Grand Annecy ?"

  private static let sphinx = SampleExpectation(
    file: "sphinx_fr_annecy.excel-fr.derived.csv", dialect: "sphinx", records: 25, columns: 33,
    counts: [
      ("Quel type de loisir préférez-vous dans le Grand Annecy ?", "Culture et histoire", 10),
      ("Quel type de loisir préférez-vous dans le Grand Annecy ?", "Sport", 4),
      ("Êtes-vous originaire ou habitant du Grand Annecy ?", "Non", 20),
      ("Si oui, lesquels ?", "Lieux en pleine nature", 12),
      ("Si oui, lesquels ?", "Festivals", 10), ("Si oui, lesquels ?", "Châteaux", 10),
      ("Si oui, lesquels ?", "Musées", 7), ("Si oui, lesquels ?", "Églises", 4),
      (lookedFor, "Activités disponibles", 17), (lookedFor, "Tarifs d'entrée", 16),
      (lookedFor, "Horaires d'ouverture", 13), (lookedFor, "Avis des visiteurs", 7),
      (lookedFor, "Informations historiques", 7), (lookedFor, "Comment s'y rendre", 6),
    ], todos: 5)

  /// The workbook that the CSV was made of gives the same.
  private static var sphinxWorkbook: SampleExpectation {
    var sample = sphinx
    sample.file = "sphinx_fr_annecy.xlsx"
    return sample
  }

  private static let tiny = SampleExpectation(
    file: "qualtrics_de_tiny.csv", dialect: "qualtrics", records: 1, columns: 17,
    counts: [("This is a multiple choice question.", "2", 1)], todos: 0)

  private static let legacy = SampleExpectation(
    file: "qualtrics_legacy_two_header_rows.csv", dialect: "qualtrics-legacy", records: 1,
    columns: 16, counts: [("This is a multiple choice question.", "2", 1)], todos: 0)
}
