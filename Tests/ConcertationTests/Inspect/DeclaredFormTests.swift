import Foundation
import TestSupport
import Testing

/// What a person says of an export's form wins over what the file shows, and is said in other words
/// than a guess.
@Suite struct DeclaredFormTests {
  private let long = Places.path("fixtures/dialects/long.csv")
  private let google = Places.path("fixtures/dialects/google-forms.csv")

  private func dialect(_ arguments: [String]) throws -> [String: Any] {
    let result = try Tool.run(["inspect"] + arguments + ["--json"])
    #expect(result.status == 0, "\(result.errors)")
    return try result.json()["dialect"] as? [String: Any] ?? [:]
  }

  @Test func `a declared dialect is declared, not guessed`() throws {
    let guessed = try dialect([google])
    #expect(guessed["confidence"] as? String == "high")
    let same = try dialect([google, "--dialect", "google-forms"])
    #expect(same["value"] as? String == "google-forms")
    #expect(same["confidence"] as? String == "declared")
    let evidence = same["evidence"] as? [String] ?? []
    #expect(evidence.first == "déclaré, rien n'est deviné (dialect: google-forms)")
    #expect(evidence.contains { $0.contains("Horodateur") })
  }

  @Test func `a declaration wins over the evidence, which is said`() throws {
    let result = try Tool.run(["tabulate", google, "--dialect", "plain"])
    #expect(result.status == 0)
    #expect(
      result.errors.contains(
        "google-forms.csv:1: attention: lu comme tableau simple, ainsi que vous l'avez déclaré"))
    #expect(result.errors.contains("ressemble à Google Forms (feuille)"))
    #expect(result.errors.contains("dialect: google-forms"))
    let other = try Tool.run([
      "tabulate", Places.path("fixtures/dialects/plain.csv"), "--dialect", "kobo",
    ])
    #expect(other.errors.contains("rien dans les intitulés ne le montre [dialect-declared]"))
  }

  @Test func `a guess says how to settle it`() throws {
    let drupal = Places.path("fixtures/dialects/drupal-webform.csv")
    let guessed = try Tool.run(["tabulate", drupal])
    #expect(guessed.errors.contains("drupal-webform.csv:1: note: lu comme Drupal Webform 8+"))
    #expect(guessed.errors.contains("export: { dialect: drupal-webform }"))
    let declared = try Tool.run(["tabulate", drupal, "--dialect", "drupal-webform"])
    #expect(!declared.errors.contains("dialect-guessed"))
    #expect(declared.output == guessed.output)
  }

  @Test func `an unknown dialect names the near one`() throws {
    let result = try Tool.run(["inspect", google, "--dialect", "gogle-forms"])
    #expect(result.status == 2)
    #expect(result.errors.contains("google-forms"))
  }

  @Test func `rows of headings are as many as declared`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("e.csv", "Q,Q\nA,B\nx,y\nx,z\nw,y\n")
    let one = try Tool.run(["inspect", path, "--header-rows", "1", "--json"]).json()
    #expect((one["records"] as? [String: Any])?["read"] as? Int == 4)
    let two = try Tool.run(["inspect", path, "--header-rows", "2", "--json"]).json()
    #expect((two["records"] as? [String: Any])?["read"] as? Int == 3)
    let columns = two["columns"] as? [[String: Any]] ?? []
    #expect(columns.compactMap { $0["heading"] as? String } == ["Q [A]", "Q [B]"])
    #expect(try Tool.run(["inspect", path, "--header-rows", "0"]).status == 2)
  }

  // MARK: a line an answer

  @Test func `a line an answer is said, with the lines to add`() throws {
    let result = try Tool.run(["tabulate", long])
    #expect(result.errors.contains("long.csv:1: attention: le fichier semble tenir une ligne"))
    #expect(
      result.errors.contains(
        "export: { long: { respondent: \"user_id\", question: \"question_id\", answer: \"answer\" } }"
      ))
  }

  private static let questionnaire = """
    title: Débat
    export: { long: { respondent: user_id, question: question_id, answer: answer } }
    questions:
      - id: place
        text: Dans quel quartier ?
        column: quartier
        type: single
        options: { c: Centre, p: La Plaine, r: Les Rives }
      - id: means
        text: moyens
        type: multiple
        layout: mentions
        options: { b: Bus, v: Vélo, a: Voiture, m: Marche }
        other: true
      - id: clean
        text: proprete
        type: scale
        best: a
        options: { a: Très satisfait, b: Plutôt satisfait, c: Plutôt insatisfait, d: Pas du tout satisfait }
    """

  @Test func `a line an answer counts people, once declared`() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try folder.write("q.yaml", Self.questionnaire)
    let tabulated = try Tabulated(long, ["--questionnaire", questionnaire])
    #expect(tabulated.source["records"] as? Int == 24)
    // The other export of the same answers says how many there are.
    let same = try Tabulated(Places.path("fixtures/dialects/microsoft-forms.csv"))
    for label in ["Centre", "La Plaine", "Les Rives"] {
      #expect(
        tabulated.count("Dans quel quartier ?", label)
          == same.count("Dans quel quartier habitez-vous\u{A0}?", label))
    }
    for label in ["Bus", "Vélo", "Voiture", "Marche"] {
      #expect(tabulated.count("moyens", label) == same.count("Comment vous déplacez-vous ?", label))
    }
    #expect(
      tabulated.count("proprete", "Plutôt satisfait") == same.count("Propreté", "Plutôt satisfait"))
  }

  @Test func `a column that is not there is named, with the near one`() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try folder.write(
      "q.yaml", Self.questionnaire.replacing("respondent: user_id", with: "respondent: user_i"))
    let result = try Tool.run(["tabulate", long, "--questionnaire", questionnaire])
    #expect(result.status == 3)
    #expect(result.errors.contains("n'a pas de colonne « user_i »"))
    #expect(result.errors.contains("« user_id »"))
  }

  @Test func `lines without a respondent or a question are counted`() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try folder.write("q.yaml", Self.questionnaire)
    let export = try folder.write(
      "e.csv",
      "user_id;question_id;answer\nu1;quartier;Centre\n;quartier;Centre\nu1;moyens;Bus\nu2;;Vélo\nu2;quartier;Les Rives\nu2;moyens;Bus\nu2;proprete;Très satisfait\n"
    )
    let tabulated = try Tabulated(export, ["--questionnaire", questionnaire])
    #expect(tabulated.source["records"] as? Int == 4)
    #expect(tabulated.source["accepted"] as? Int == 2)
    #expect(tabulated.source["excluded"] as? Int == 2)
    #expect(tabulated.count("moyens", "Bus") == 2)
  }

  // MARK: a list of codes

  @Test func `a phone survey's codes are read by the list that goes with them`() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try folder.write(
      "q.yaml",
      """
      title: Téléphone
      codes: \(Places.path("fixtures/dialects/phone-codes.csv"))
      questions:
        - { id: place, text: Quartier, column: Q1, type: single }
        - { id: q2, text: Moyens, columns: [Q2_1, Q2_2, Q2_3], type: multiple, layout: mentions }
        - { id: clean, text: Propreté, column: Q3, type: scale, best: "1", missing: { "9": does-not-know } }
        - { id: first, text: D'abord, column: Q4, type: single }
      """)
    let tabulated = try Tabulated(
      Places.path("fixtures/dialects/phone.csv"), ["--questionnaire", questionnaire])
    let same = try Tabulated(Places.path("fixtures/dialects/microsoft-forms.csv"))
    for label in ["Centre", "La Plaine", "Les Rives"] {
      #expect(
        tabulated.count("Quartier", label)
          == same.count("Dans quel quartier habitez-vous\u{A0}?", label))
    }
    for label in ["Bus", "Vélo", "Voiture", "Marche"] {
      #expect(tabulated.count("Moyens", label) == same.count("Comment vous déplacez-vous ?", label))
    }
    #expect(
      tabulated.count("Propreté", "Plutôt satisfait") == same.count("Propreté", "Plutôt satisfait"))
    // The question says that 9 is no step, whatever the list calls it.
    #expect(tabulated.tables["Propreté"]?["9"]?.missing == "doesNotKnow")
  }
}
