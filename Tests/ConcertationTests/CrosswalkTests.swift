import Foundation
import TestSupport
import Testing

/// Questions of different questionnaires side by side.
@Suite("The crosswalk") struct CrosswalkTests {
  private static let project = """
    title: Essai
    crosswalk: crosswalk.csv
    sources:
      - { id: web, label: En ligne, questionnaire: web.yaml, file: web.csv, sampling: volunteer }
      - { id: tel, label: Téléphone, questionnaire: tel.yaml, file: tel.csv, sampling: quota }
      - { id: jeunes, label: Jeunes, questionnaire: jeunes.yaml, file: jeunes.csv }

    """
  private static let crosswalk = """
    source,question,option,common question,common option,comparable,note
    web,sat,very,Satisfaction,Satisfait,yes,
    web,sat,rather,Satisfaction,Satisfait,,
    web,sat,little,Satisfaction,Pas satisfait,,
    web,sat,dk,Satisfaction,,,
    tel,note,1,Satisfaction,Pas satisfait,,
    tel,note,2,Satisfaction,Pas satisfait,partly,note de 2 sur 4
    tel,note,3,Satisfaction,Satisfait,,
    tel,note,4,Satisfaction,Satisfait,,
    jeunes,humeur,,Satisfaction,,no,la question porte sur l'humeur du jour
    web,topics,clean,Sujets,Propreté,,
    web,topics,waste,Sujets,Propreté,,
    web,topics,safe,Sujets,Sécurité,,
    tel,topic,clean,Sujets,Propreté,,
    tel,topic,noise,Sujets,Bruit,,

    """

  private func folder(_ crosswalk: String = Self.crosswalk) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write("p/crosswalk.csv", crosswalk)
    try folder.write(
      "p/web.yaml",
      """
      questions:
        - id: sat
          text: Satisfait ?
          type: single
          options: { very: Très, rather: Plutôt, little: Peu, dk: Ne sait pas }
        - id: topics
          text: Sujets ?
          type: multiple
          layout: cell
          separator: "|"
          options: { clean: Propreté, waste: Déchets, safe: Sécurité }

      """)
    try folder.write(
      "p/web.csv",
      "Satisfait ?,Sujets ?\nTrès,Propreté|Déchets\nPlutôt,Sécurité\nPeu,Déchets\nNe sait pas,\n,Sécurité\n"
    )
    try folder.write(
      "p/tel.yaml",
      """
      questions:
        - { id: note, text: Note, type: scale, range: 1..4, best: 4 }
        - id: topic
          text: Sujet
          type: single
          options: { clean: Propreté, noise: Bruit }

      """)
    try folder.write("p/tel.csv", "Note,Sujet\n1,Bruit\n3,Bruit\n4,Propreté\n4,Bruit\n4,Bruit\n")
    try folder.write(
      "p/jeunes.yaml",
      "questions:\n  - { id: humeur, text: Humeur, type: single, options: { good: Bonne, bad: Mauvaise } }\n"
    )
    try folder.write("p/jeunes.csv", "Humeur\nBonne\nMauvaise\n")
    return folder
  }

  @Test("A column a source, each on its own base, never added up") func tables() throws {
    let folder = try folder()
    let outcome = try Tool.run(["run", "p", "--out", "out"], in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try folder.read("out/working/commun-satisfaction.json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let table = try #require((json["tables"] as? [[String: Any]])?.first)
    let rows = try #require(table["rows"] as? [[String: Any]])
    func found(_ label: String, _ source: String) -> [String: Any]? {
      rows.first { row in
        (row["label"] as? String) == label
          && [row["group"] as? String, row["source"] as? String].contains(source)
      }
    }
    // 2 of 4 online: "does not know" is in the base; 4 of 5 by phone.
    #expect(text.contains("non comparable"))
    let cells = SimpleCSV.records(try folder.read("out/working/cells.csv"))
      .filter { $0.contains { $0.hasSuffix("commun-satisfaction") } }
    func value(_ row: String, _ source: String, _ measure: String) -> String? {
      cells.first { $0.contains(row) && $0.contains(source) && $0.contains(measure) }?
        .first { Double($0) != nil }
    }
    #expect(value("satisfait", "web", "n") == "2", "\(cells)")
    #expect(value("satisfait", "tel", "n") == "4")
    #expect(value("pas-satisfait", "tel", "n") == "1")
    #expect(!cells.contains { $0.contains("jeunes") && $0.contains("n") && $0.contains("1") })
    let words = try folder.read("out/working/commun-satisfaction.md")
    #expect(words.contains("partly") == false && words.contains("en partie comparable, note de 2"))
    #expect(
      words.contains("dans la base seulement\u{A0}: dk")
        || words.contains("dans la base seulement : dk"))
    #expect(words.contains("l'humeur du jour") || words.contains("l’humeur du jour"))
  }

  @Test("Two options of one common option count a person once") func union() throws {
    let folder = try folder()
    _ = try Tool.run(["run", "p", "--out", "out"], in: folder.path)
    let cells = SimpleCSV.records(try folder.read("out/working/cells.csv"))
      .filter { $0.contains { $0.hasSuffix("commun-sujets") } }
    #expect(cells.contains { $0.contains("proprete") && $0.contains("web") && $0.contains("2") })
    let words = try folder.read("out/working/commun-sujets.md")
    #expect(words.contains("modalité que cette source ne proposait pas"), "\(words)")
  }

  @Test(
    "What does not fit is said at its line",
    arguments: [
      ("web,nothing,a,Q,R,,", "unknown-question"), ("town,sat,very,Q,R,,", "unknown-source"),
      ("web,sat,verry,Q,R,,", "unknown-option"), ("web,sat,very,Q,R,no,", "no-note"),
      ("web,sat,very,Q,R,maybe,x", "unknown-word"), ("web,sat,,Q,R,,", "common-option-of-whole"),
      ("web,sat,very,Q,R,,", "options-not-mapped"), ("web,sat,very,,R,,", "empty-value"),
    ])
  func refused(line: String, code: String) throws {
    let head = "source,question,option,common question,common option,comparable,note\n"
    let folder = try folder(head + line + "\n")
    let outcome = try Tool.run(["check", "p"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("crosswalk.csv:2:"), "\(outcome.errors)")
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }

  @Test("A source answers a common question once") func twice() throws {
    let head = "source,question,option,common question,common option,comparable,note\n"
    let lines =
      "jeunes,humeur,good,Q,R,,\njeunes,humeur,bad,Q,S,,\njeunes,humeur,bad,Q,S,,\ntel,note,,Q,,no,x\ntel,topic,clean,Q,R,,\n"
    let folder = try folder(head + lines)
    let outcome = try Tool.run(["check", "p"], in: folder.path)
    #expect(
      outcome.errors.contains("crosswalk.csv:4:") && outcome.errors.contains("[mapped-twice]"))
    #expect(
      outcome.errors.contains("crosswalk.csv:6:")
        && outcome.errors.contains("[two-questions-for-one]"))
  }
}
