import Foundation
import TestSupport

/// A small town over a year: a survey, then sheets that arrive in the inbox.
final class YearProject {
  let folder: TemporaryFolder
  var path: String { folder.path + "/project" }
  var results: String { folder.path + "/results" }
  private var withdrawn: [String] = []
  private var hasSecondWave = false

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
    let wave =
      hasSecondWave
      ? "\n  - { id: phone-2024, label: Vague 2024, questionnaire: q.yaml, file: 2024.csv, sampling: random }"
      : ""
    let asked = hasSecondWave ? "{ phone-2023: topic, phone-2024: topic }" : "{ phone-2023: topic }"
    let gone = withdrawn.isEmpty ? "" : ", withdrawn: [\(withdrawn.joined(separator: ", "))]"
    try folder.write(
      "project/concertation.yaml",
      """
      title: Une année
      quartiers: quartiers.csv
      themes: themes.yaml
      inbox: inbox
      sources:
        - { id: phone-2023, label: Vague 2023, questionnaire: q.yaml, file: 2023.csv, sampling: random }\(wave)
        - { id: tables, label: Tables citoyennes, sessions: tables/*.csv\(gone) }
      priorities: { asked-in: \(asked), also-from: [tables] }
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
    hasSecondWave = true
    try save()
  }

  func run() throws -> Tool.Outcome { try Tool.run(["run", path, "--out", results]) }

  func changes() throws -> String { try folder.read("results/working/changes.md") }

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
      for t in ('batch', 'input', 'source', 'session', 'figure', 'release', 'batches', 'trends'):
          for row in sorted(map(repr, c.execute('SELECT * FROM ' + t))):
              print(t, row)
      """
    return try Tool.launch("/usr/bin/env", ["python3", "-c", script]).output
  }
}
