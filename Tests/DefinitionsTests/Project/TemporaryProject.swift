import Foundation

/// A project in a fresh folder, removed when the value goes away.
///
/// A class, since a folder on disk has one owner.
final class TemporaryProject {
  let folder: String

  init(_ files: [String: String]) throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("definitions-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  func path(_ name: String) -> String { folder + "/" + name }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}

let goodProject: [String: String] = [
  "concertation.yaml": """
  title: Concertation du contrat de ville
  language: en
  quartiers: quartiers.csv
  themes: themes.yaml
  sources:
    - { id: online, questionnaire: online.yaml, file: ../x/online.csv, mode: online, sampling: volunteer, collected: 2023 }
    - id: phone
      label: { fr: Téléphone, en: Phone }
      questionnaire: online.yaml
      file: phone.csv
      population: retraités
      delimiter: ";"
      encoding: windows-1252
  priorities: { asked-in: { online: insecurity } }
  ranking: { minimum-base: 7 }
  publication: { base: 10, cell: 4, editions: [working] }
  """,
  "online.yaml": goodQuestionnaire,
  "themes.yaml": """
  themes: { security: Sécurité, tranquillity: { fr: Tranquillité, en: Tranquillity }, health: Santé }
  groups:
    security: { label: "Sécurité, tranquillité", themes: [security, tranquillity] }
  """,
  "quartiers.csv": """
  code,name,aliases,population
  QP011001,La Conte – Ozanam,Ozanam|Laconte,2300
  QP011002,"Le Viguier, Saint-Jacques",,
  bastide,Bastide Pont-Vieux

  """,
]
