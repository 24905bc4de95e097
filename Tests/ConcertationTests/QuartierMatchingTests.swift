import Foundation
import TestSupport
import Testing

/// Place names against a catalogue: official codes, proposals that a person confirms, what is left.
@Suite("Matching quartiers") struct QuartierMatchingTests {
  private static let project = """
    title: Essai
    quartiers: quartiers.csv
    sources:
      - { id: web, questionnaire: web.yaml, file: web.csv, sampling: volunteer }

    """
  private static let catalogue = """
    code,name,aliases,qp2015,qp2024
    grazailles,Grazailles,Les Grazaille,QP011001,QN01101M
    viguier,Le Viguier,,QP011002,QN01102M
    reille,Fleming-La Reille,,QP011003|QP011004,QN01103M

    """
  private static let questionnaire = """
    questions:
      - { id: quartier, text: Quartier, type: quartier }
      - { id: age, text: Âge, type: number }

    """
  private static let places = [
    "Grazailles", "QP011001", "qn01101m - Grazailles", "QP011003", "QP011004 Fleming La Reille",
    "le viguier", "QN01102M", "Graziailes", "Graziailes", "Fleming", "centre-ville",
    "QP011001 - Viguier", "QP0110012",
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("p/concertation.yaml", Self.project)
    try folder.write("p/quartiers.csv", Self.catalogue)
    try folder.write("p/web.yaml", Self.questionnaire)
    let rows = Self.places.map { "\($0),40" }
    try folder.write("p/web.csv", "Quartier,Âge\n" + rows.joined(separator: "\n") + "\n")
    return folder
  }

  private func counts(_ folder: TemporaryFolder) throws -> [String: Int] {
    _ = try Tool.run(["run", "p", "--out", "out"], in: folder.path)
    let csv = SimpleCSV.records(try folder.read("out/ledger.csv"))
    let unknown = csv.filter { $0[1] == "invalid-value" }
    return Dictionary(uniqueKeysWithValues: unknown.map { ($0[3], Int($0[4]) ?? 0) })
  }

  @Test("Codes of both lists, names and aliases match; nothing matches by nearness") func matching()
    throws
  {
    let folder = try folder()
    #expect(
      try counts(folder) == [
        "Graziailes": 2, "Fleming": 1, "centre-ville": 1, "QP011001 - Viguier": 1, "QP0110012": 1,
      ])
    let table = try folder.read("out/working/tables/web/quartier.csv")
    let rows = SimpleCSV.records(table)
    func n(_ code: String) -> Bool {
      let wanted = ["grazailles": "3", "viguier": "2", "reille": "2"]
      return rows.contains { $0.contains(code) && $0.contains(wanted[code] ?? "") }
    }
    #expect(n("grazailles") && n("viguier") && n("reille"), "\(table)")
  }

  @Test("Proposals are written to a new file, and count once confirmed") func confirming() throws {
    let folder = try folder()
    let check = try Tool.run(["check", "p", "--write-matches", "p/matches.csv"], in: folder.path)
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.errors.contains("« Graziailes » → « Grazailles » ?"), "\(check.errors)")
    #expect(
      try folder.read("p/matches.csv") == """
        value,quartier,source,n,proposal
        Graziailes,,web,2,grazailles
        Fleming,,web,1,reille
        QP0110012,,web,1,grazailles
        QP011001 - Viguier,,web,1,
        centre-ville,,web,1,

        """)
    // The file is nobody's to replace.
    let again = try Tool.run(["check", "p", "--write-matches", "p/matches.csv"], in: folder.path)
    #expect(again.status == 4)
    let confirmed = try folder.read("p/matches.csv")
      .replacingOccurrences(of: "Graziailes,,", with: "Graziailes,grazailles,")
      .replacingOccurrences(of: "Fleming,,", with: "Fleming,Fleming-La Reille,")
    try folder.write("p/matches.csv", confirmed)
    try folder.write(
      "p/concertation.yaml",
      Self.project.replacingOccurrences(
        of: "quartiers: quartiers.csv",
        with: "quartiers: quartiers.csv\nquartier-matches: matches.csv"))
    #expect(
      try counts(folder) == ["centre-ville": 1, "QP011001 - Viguier": 1, "QP0110012": 1])
    #expect(try folder.read("out/manifest.json").contains("matches.csv"))
  }

  @Test(
    "Matches that make no sense are refused at their line",
    arguments: [
      ("x,graziailles", "unknown-quartier-code"), ("Le Viguier,grazailles", "matched-twice"),
      ("x,viguier\nx,grazailles", "matched-twice"),
    ])
  func refused(lines: String, code: String) throws {
    let folder = try folder()
    try folder.write("p/matches.csv", "value,quartier\n\(lines)\n")
    try folder.write(
      "p/concertation.yaml",
      Self.project.replacingOccurrences(
        of: "quartiers: quartiers.csv",
        with: "quartiers: quartiers.csv\nquartier-matches: matches.csv"))
    let outcome = try Tool.run(["check", "p"], in: folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("matches.csv:\(lines.contains("\n") ? 3 : 2):"))
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }

  @Test("Codes that are not of their list are refused") func badCodes() throws {
    let folder = try folder()
    try folder.write(
      "p/quartiers.csv", "code,name,qp2015,qp2024\na,A,QN01101M,\nb,B,,QP011001\nc,C,QP02A001,\n")
    let outcome = try Tool.run(["check", "p"], in: folder.path)
    #expect(outcome.errors.contains("quartiers.csv:2:"))
    #expect(outcome.errors.contains("quartiers.csv:3:"))
    #expect(!outcome.errors.contains("quartiers.csv:4:"))
    #expect(outcome.errors.contains("[bad-official-code]"))
  }
}
