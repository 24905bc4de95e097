import Foundation
import TestSupport
import Testing

/// Names, numbers and addresses of invented people in every place of an export that takes a text:
/// nothing of them stands in any file or message that any verb writes.
@Suite struct PersonalDataAttackTests {
  private static let questionnaire = """
    exclude:
      - { column: Test, values: ["oui"], reason: Tests }
      - { duplicates: [Courriel], reason: Doublons }
    weight: Poids
    questions:
      - { id: mail, column: Courriel, type: personal-data }
      - { id: name, column: Nom, type: personal-data }
      - { id: place, text: Quartier, type: quartier }
      - { id: topic, text: Sujet, type: single, options: { clean: Propreté, safe: Sécurité } }
      - { id: beside, text: Autre sujet, type: single, options: { clean: Propreté }, other: true }
      - id: many
        text: Plusieurs
        type: multiple
        layout: cell
        separator: ";"
        options: { a: Aaa, b: Bbb }
        other: true
      - { id: note, text: Note, type: scale, range: 1..5, best: 5 }
      - { id: amount, text: Nombre, type: number }
      - { id: day, text: Jour, type: date, order: day-first }
      - { id: words, text: Mots, type: open }
      - { id: rank, text: Rang, type: ranking, layout: cell, separator: ";", options: { a: Aaa, b: Bbb } }

    """

  private static let project = """
    title: Attaque
    quartiers: quartiers.csv
    themes: themes.yaml
    coding: { verbatims: true }
    sources:
      - { id: web, questionnaire: q.yaml, file: web.csv, sampling: random }

    """

  /// The number of the secret makes it unlike all others.
  private static let kinds: [@Sendable (Int) -> String] = [
    { "06 98 76 \(10 + $0 / 90) \(10 + $0 % 90)" },
    { "+33 (0)6.98.77.\(10 + $0 / 90).\(10 + $0 % 90)" },
    { "06, 98, 78, \(10 + $0 / 90), \(10 + $0 % 90)" },
    { "zz.secret\($0)@example.org" },
    { "zz.secret\($0) [at] example.org" },
    { "192.168.77.\($0 % 256)" },
    { "2001:db8::77:\($0)" },
    { "\(10 + $0) place Zorglub" },
    { "au \(10 + $0) de la rue Zorglub" },
    { "43.7\(100 + $0), 2.7\(100 + $0)" },
    { "00:1A:2B:3C:77:\(10 + $0 % 90)" },
  ]

  /// The export, and every secret in it.
  private static func export() -> (text: String, secrets: [String]) {
    var secrets: [String] = []
    func secret(_ make: (Int) -> String) -> String {
      secrets.append(make(secrets.count))
      return secrets[secrets.count - 1]
    }
    let heading = [
      "Horodateur", "Courriel", "Nom", "Test", "Poids", "Quartier", "Sujet", "Autre sujet",
      "Plusieurs", "Note", "Nombre", "Jour", "Mots", "Rang",
    ]
    func row() -> [String] {
      [
        "2024-01-02 10:00:00", secret(kinds[3]), secret { "Zorrinetto\($0)" }, "", "1", "Nord",
        "Propreté", "Propreté", "Aaa;Bbb", "3", "4", "03/04/2024", "c'est sale et triste ici",
        "Aaa",
      ]
    }
    var rows = [heading] + (0..<30).map { _ in row() }
    for column in 4..<heading.count {
      for kind in kinds {
        var cells = row()
        let text = secret(kind)
        cells[column] =
          switch column {
          case 8, 13: "Aaa;\(text)"
          case 12: "c'est sale, appelez \(text) merci, il y a trop de déchets"
          default: text
          }
        rows.append(cells)
      }
    }
    for kind in kinds {
      rows.append(row() + ["de trop \(secret(kind))"])
      rows.append([row()[0], secret(kinds[3]), secret { "Zorrinetto\($0)" }, "", "1", secret(kind)])
    }
    let lines = rows.map { cells in
      cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    }
    return (lines.joined(), secrets)
  }

  @Test func `no file and no message holds anything of a person`() throws {
    let folder = try TemporaryFolder()
    let (text, secrets) = Self.export()
    try folder.write("p/web.csv", text)
    try folder.write("p/q.yaml", Self.questionnaire)
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write("p/quartiers.csv", "code,name\nn,Nord\ns,Sud\n")
    try folder.write(
      "p/themes.yaml",
      "themes:\n  clean: { label: Propreté, words: [sale, déchets] }\n  safe: Sécurité\n")
    var messages = ""
    for arguments in [
      ["run", "p", "--out", "out/run", "--edition", "both"],
      ["check", "p", "--write-matches", "out/matches.csv"],
      ["code", "p"],
      ["inspect", "p/web.csv", "--write-questionnaire", "out/draft.yaml"],
      ["inspect", "p/web.csv", "--json"],
      ["tabulate", "p/web.csv"],
      ["tabulate", "p/web.csv", "--by", "Quartier", "--no-split"],
      ["tabulate", "p/web.csv", "--questionnaire", "p/q.yaml", "--format", "json"],
    ] {
      let outcome = try Tool.run(arguments, in: folder.path)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      messages += outcome.output + outcome.errors
    }
    var texts = [messages]
    let root = folder.path
    for path in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [] {
      let isOurs = path.hasPrefix("out") || path.hasPrefix("p/.concertation")
      guard isOurs, let data = FileManager.default.contents(atPath: root + "/" + path) else {
        continue
      }
      texts.append(String(decoding: data, as: UTF8.self))
    }
    #expect(texts.count > 100)
    for secret in secrets + ["Zorrinetto", "Zorglub"] {
      #expect(!texts.contains { $0.contains(secret) }, "\(secret)")
    }
    let masked = try folder.read("out/run/ledger.csv").split(separator: "\n").filter {
      $0.contains(",masked,words,")
    }
    #expect(masked.count == 1 && masked[0].contains(",\(Self.kinds.count),"))
  }
}
