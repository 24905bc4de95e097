import Foundation
import TestSupport
import Testing

/// That a row, a column, a file or a word is there tells, whatever its numbers hide: in a public
/// edition none is there because of what one person said.
@Suite struct ExistenceTests {
  /// A town in which one person says what nobody else does: an age, a day, and in a session a theme.
  private static func publish(_ age: Int, _ day: String, _ theme: String) throws -> (
    folder: TemporaryFolder, results: String
  ) {
    let folder = try TemporaryFolder()
    try folder.write("town/quartiers.csv", "code,name\nnorth,Nord\nsouth,Sud\neast,Est\n")
    try folder.write(
      "town/themes.yaml", "themes: { calm: Calme, clean: Propreté, jobs: Emploi, sport: Sport }\n")
    try folder.write(
      "town/concertation.yaml",
      """
      title: Ville inventée
      quartiers: quartiers.csv
      themes: themes.yaml
      sources:
        - { id: s, questionnaire: s.yaml, file: s.csv, sampling: random }
        - { id: w, sessions: sheets/*.csv, sampling: workshop }
      priorities: { asked-in: { s: topics }, also-from: [w] }

      """)
    try folder.write(
      "town/s.yaml",
      """
      title: Enquête
      questions:
        - { id: place, text: Quartier, type: quartier }
        - { id: age, text: Âge, type: number }
        - { id: people, text: Personnes du foyer, type: number }
        - { id: since, text: Arrivée, type: date, order: year-first }
        - id: topics
          text: Sujets
          type: multiple
          layout: cell
          separator: "|"
          options: { noise: { label: Bruit, theme: calm }, dirt: { label: Saleté, theme: clean } }

      """)
    var text = "Quartier,Âge,Personnes du foyer,Arrivée,Sujets\n"
    for person in 0..<260 {
      let place = ["Nord", "Sud", "Nord", "Est", "Sud"][person % 5]
      // Twenty different ages at most: each has a row of its own in the working edition.
      let years = person == 0 ? age : 20 + 3 * (person * 7 % 19)
      let home = person == 0 ? age % 9 + 6 : 1 + person % 4
      let month = 1 + person * 5 % 12
      let arrival = person == 0 ? day : "2021-\(month < 10 ? "0" : "")\(month)-1\(person % 9)"
      text += "\(place),\(years),\(home),\(arrival),\(person % 3 == 0 ? "Bruit" : "Saleté")\n"
    }
    try folder.write("town/s.csv", text)
    var sheet = """
      Fiche;atelier;;;
      Identifiant;a1;;;
      Date;12/06/2023;;;
      Quartier;Nord;;;
      Personnes présentes;14;;;
      Animation (rôle);chef de projet;;;
      Énoncé;Nature;Origine;Thème;Voix

      """
    for line in 0..<30 { sheet += "Énoncé \(line);constat;habitant;Calme;\n" }
    sheet += "Énoncé rare;constat;habitant;\(theme);\n"
    try folder.write("town/sheets/a1.csv", sheet)
    let outcome = try Tool.run([
      "run", folder.path + "/town", "--edition", "public", "--out", folder.path + "/results",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (folder, folder.path + "/results")
  }

  private static func files(_ results: String) -> [String] {
    (FileManager.default.subpaths(atPath: results) ?? []).sorted()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func nothingIsThereBecauseOnePersonSaidIt() throws {
    let one = try Self.publish(73, "1987-02-03", "Emploi")
    let other = try Self.publish(94, "1999-11-20", "Sport")
    #expect(Self.files(one.results) == Self.files(other.results))
    var names = 0
    for file in Self.files(one.results) where file.hasPrefix("public/") {
      let form = NSString(string: file).pathExtension
      guard ["csv", "json", "md", "html", "svg"].contains(form) else { continue }
      let text = try Self.text(one.results + "/" + file)
      // Neither the age nor the day of the one, as a name of anything.
      #expect(!text.contains("1987"), "\(file)")
      #expect(!text.contains("février 1987"), "\(file)")
      if file.hasSuffix("cells.csv") || file.hasSuffix(".csv") && !file.hasSuffix(".fr.csv") {
        let there = Self.places(text)
        let elsewhere = Self.places(try Self.text(other.results + "/" + file))
        #expect(there.symmetricDifference(elsewhere).isEmpty, "\(file)")
        names += there.count
      }
    }
    #expect(names > 200)
    let rows = Set(
      SimpleCSV.records(try Self.text(one.results + "/public/cells.csv")).filter {
        $0[0].hasPrefix("s/age")
      }.map { $0[1] })
    #expect(!rows.contains("73") && rows.contains { $0.hasSuffix("..") }, "\(rows)")
    #expect(!rows.contains("min") && !rows.contains("max") && !rows.contains("median"))
    // A session that raised a theme once is not told from one that did not.
    let themes = Set(
      SimpleCSV.records(try Self.text(one.results + "/public/cells.csv")).filter {
        $0[0] == "priorities" && $0[1] != ""
      }.map { $0[1] })
    #expect(themes == ["calm", "clean", "jobs", "sport"])
  }

  /// The cells of each line that are no figures.
  private static func places(_ text: String) -> Set<[String]> {
    let records = SimpleCSV.records(text)
    let names: Set<String> = [
      "table", "row", "column", "source", "code", "label", "group", "series", "question",
      "chart", "kind", "quartier", "theme",
    ]
    let columns = records.first?.indices.filter { names.contains(records[0][$0]) } ?? []
    return Set(
      records.dropFirst().map { record in columns.map { $0 < record.count ? record[$0] : "" } })
  }
}
