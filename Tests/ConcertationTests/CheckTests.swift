import Foundation
import TestSupport
import Testing

/// `check` says every mismatch at once, each with the file, the line and the mend.
@Suite struct CheckTests {
  @Test(arguments: [
    "carcassonne-2023", "hazebrouck-2023", "flers-2023", "exemple-redressement",
  ])
  func theCommittedProjectsFit(project: String) throws {
    let result = try Tool.run(["check", "surveys/\(project)"])
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test func allMismatchesAtOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write("export.csv", "Quartier,Sujets d'insatisfaction,Autre\nNord,A,1\n")
    try folder.write("quartiers.csv", "code,name\nnord,Nord\n")
    try folder.write("themes.yaml", "themes: { a: Thème A }\n")
    try folder.write(
      "q.yaml",
      """
      questions:
        - { id: place, text: Quartiers, type: quartier }
        - id: topics
          text: Sujets d'insatisfactions
          type: multiple
          options: { a: { label: A, theme: a } }
        - { id: age, text: Âge, type: number }

      """)
    try folder.write(
      "concertation.yaml",
      """
      title: Essai
      quartiers: quartiers.csv
      themes: themes.yaml
      sources:
        - { id: s, questionnaire: q.yaml, file: export.csv }
        - { id: t, questionnaire: q.yaml, file: absent.csv }

      """)
    let result = try Tool.run(["check", folder.path])
    #expect(result.status == 1)
    for part in [
      "q.yaml:2", "q.yaml:3", "q.yaml:7", "concertation.yaml:6",
      "column: \"Quartier\"", "column: \"Sujets d'insatisfaction\"", "[no-column]", "[no-export]",
      "4 erreur(s)",
    ] {
      #expect(result.errors.contains(part), "\(part) in \(result.errors)")
    }
    let english = try Tool.run(["check", folder.path], language: "en_GB.UTF-8")
    #expect(english.errors.contains("has no column") && english.errors.contains("4 error(s)"))
  }
}
