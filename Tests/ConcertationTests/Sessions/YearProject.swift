import Foundation
import TestSupport
import Testing

/// A small town over a year: a survey, then sheets that arrive in the inbox.
final class YearProject {
  let folder: TemporaryFolder
  var path: String { folder.path + "/project" }
  var results: String { folder.path + "/results" }
  private var withdrawn: [String] = []
  private var waves = 1

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("project/quartiers.csv", "code,name\nnord,Nord\nsud,Sud\n")
    try folder.write(
      "project/themes.yaml",
      "themes: { bus: Bus, health: Santé, clean: Propreté, parks: Parcs }\n")
    try folder.write("project/q.yaml", Self.questionnaire)
    // 30 of 60 for the bus, 20 for health, 10 for cleanliness; the half in each quartier.
    try folder.write("project/2023.csv", Self.survey(bus: 30, health: 20, clean: 10))
    try FileManager.default.createDirectory(
      atPath: path + "/inbox", withIntermediateDirectories: true)
    try save()
  }

  private func save() throws {
    var wave = ""
    var asked = "phone-2023: topic"
    if waves > 1 {
      wave +=
        "\n  - { id: phone-2024, label: Vague 2024, questionnaire: q.yaml, file: 2024.csv, sampling: random, collected: mars 2025 }"
      asked += ", phone-2024: topic"
    }
    if waves > 2 {
      wave +=
        "\n  - { id: phone-2027, label: Vague 2027, questionnaire: q-2027.yaml, file: 2027.csv, sampling: random, collected: 2027 }"
      asked += ", phone-2027: subject"
    }
    let crosswalk = waves > 2 ? "\ncrosswalk: crosswalk.csv" : ""
    let gone = withdrawn.isEmpty ? "" : ", withdrawn: [\(withdrawn.joined(separator: ", "))]"
    try folder.write(
      "project/concertation.yaml",
      """
      title: Une année
      quartiers: quartiers.csv
      themes: themes.yaml
      inbox: inbox
      sources:
        - { id: phone-2023, label: Vague 2023, questionnaire: q.yaml, file: 2023.csv, sampling: random, collected: 2023 }\(wave)
        - { id: tables, label: Tables citoyennes, sessions: tables/*.csv\(gone) }
      priorities: { asked-in: { \(asked) }, also-from: [tables] }\(crosswalk)
      """)
  }

  private static let questionnaire = """
    questions:
      - { id: quartier, text: quartier, type: quartier }
      - id: topic
        text: sujet
        type: single
        options:
          bus: { label: Bus, theme: bus }
          health: { label: Santé, theme: health }
          clean: { label: Propreté, theme: clean }

    """

  private static func survey(bus: Int, health: Int, clean: Int) -> String {
    var rows: [String] = []
    for (label, count) in [("Bus", bus), ("Santé", health), ("Propreté", clean)] {
      rows += Array(repeating: label, count: count)
    }
    return "quartier,sujet\n"
      + rows.enumerated().map { "\($0 % 2 == 0 ? "Nord" : "Sud"),\($1)\n" }.joined()
  }

  /// A table of the inbox: so many statements a theme.
  func table(_ id: String, _ date: String, _ counts: [(String, Int)], replaces: String = "") throws
  {
    var text = "Fiche;table citoyenne\nIdentifiant;\(id)\nDate;\(date)\nQuartier;Nord\n"
    text += "Personnes présentes;20\nRemplace;\(replaces)\nÉnoncé;Nature;Thème\n"
    for (theme, count) in counts {
      for number in 0..<count { text += "énoncé \(number);constat;\(theme)\n" }
    }
    try folder.write("project/inbox/\(id).csv", text)
  }

  func copy(_ id: String, as name: String) throws {
    try folder.write("project/inbox/\(name).csv", try folder.read("project/inbox/\(id).csv"))
  }

  func remove(_ id: String) throws {
    try FileManager.default.removeItem(atPath: path + "/inbox/\(id).csv")
  }

  func withdraw(_ id: String) throws {
    withdrawn.append(id)
    try save()
  }

  func secondWave() throws {
    try folder.write("project/2024.csv", Self.survey(bus: 12, health: 36, clean: 12))
    waves = 2
    try save()
  }

  /// Asked otherwise: a common question says what can be compared.
  func thirdWave() throws {
    try folder.write(
      "project/q-2027.yaml",
      """
      questions:
        - { id: quartier, text: quartier, type: quartier }
        - id: subject
          text: sujet
          type: single
          options:
            bus: { label: Bus, theme: bus }
            tram: { label: Tramway, theme: bus }
            health: { label: Santé, theme: health }
            clean: { label: Propreté, theme: clean }

      """)
    try folder.write(
      "project/2027.csv",
      Self.survey(bus: 12, health: 20, clean: 22) + "Nord,Tramway\nSud,Tramway\n")
    try folder.write(
      "project/crosswalk.csv",
      """
      source,question,option,common question,common option,comparable,note
      phone-2023,topic,bus,Sujet,Transports,,
      phone-2023,topic,health,Sujet,Santé,,
      phone-2023,topic,clean,Sujet,Propreté,,
      phone-2027,subject,bus,Sujet,Transports,partly,le tramway n'existait pas en 2023
      phone-2027,subject,tram,Sujet,Transports,,
      phone-2027,subject,health,Sujet,Santé,,
      phone-2027,subject,clean,Sujet,Propreté,no,la question citait les rats

      """)
    waves = 3
    try save()
  }

  func run() throws -> Tool.Outcome { try Tool.run(["run", path, "--out", results]) }

  func changes() throws -> String { Self.plain(try folder.read("results/working/changes.md")) }

  /// What `compare` prints.
  func compare(_ arguments: String...) throws -> String {
    let result = try Tool.run(["compare", path] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return Self.plain(result.output)
  }

  /// Without what is typography only.
  private static func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ").replacing("’", with: "'")
  }

  /// Everything that is written and remembered, as one text; SQLite through its own dump.
  func endState() throws -> String {
    let files = try Tool.launch(
      "/bin/sh",
      ["-c", "find results project/.concertation/batches -type f | sort | xargs sha256sum"],
      in: folder.path)
    return files.output + (try dump())
  }

  /// The history in plain SQL, by Python's own SQLite.
  func dump() throws -> String {
    let script = """
      import sqlite3
      c = sqlite3.connect('\(path)/.concertation/history.sqlite')
      for t in ('batch', 'input', 'source', 'session', 'figure', 'common_figure', 'release',
                'batches', 'trends', 'years', 'common'):
          for row in sorted(map(repr, c.execute('SELECT * FROM ' + t))):
              print(t, row)
      """
    return try Tool.launch("/usr/bin/env", ["python3", "-c", script]).output
  }
}
