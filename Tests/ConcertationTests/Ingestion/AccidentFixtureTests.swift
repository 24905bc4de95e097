import Foundation
import TestSupport
import Testing

/// What a spreadsheet does to exports: one file an accident under `fixtures/accidents`. Each is said
/// with its place, nothing is undone, and the rest is counted.
@Suite struct AccidentFixtureTests {
  struct Accident: CustomTestStringConvertible, Sendable {
    var file: String
    /// Where the message points: line, and what follows it.
    var place: String
    var code: String
    /// Parts of the message, French and English.
    var french: [String]
    var english: [String]
    var testDescription: String { file }
  }

  static let accidents: [Accident] = [
    Accident(
      file: "changed-to-date.csv", place: "enregistrement", code: "changed-to-date",
      french: ["10 valeur(s)", "« 3-janv »", "« 06-avr »", "Laissées telles quelles", "also: [\""],
      english: ["10 value(s)", "“3-janv”", "Left as they are"]),
    Accident(
      file: "lost-zeros.csv", place: "enregistrement", code: "lost-zeros",
      french: ["6 code(s) de quatre chiffres", "« 1000 »", "also: [\""],
      english: ["6 code(s) of four digits", "“1000”"]),
    Accident(
      file: "scientific.csv", place: "enregistrement", code: "scientific-notation",
      french: ["8 nombre(s) trop longs", "« 3,36E+13 »", "type: ignored"],
      english: ["8 number(s) too long", "type: ignored"]),
    Accident(
      file: "spreadsheet-errors.csv", place: "enregistrement", code: "spreadsheet-error",
      french: ["4 cellule(s) en erreur", "« #N/A »", "« #REF! »", "no-answer"],
      english: ["4 cell(s) with a spreadsheet error", "“#N/A”"]),
    Accident(
      file: "truth-values.csv", place: "enregistrement", code: "truth-value",
      french: ["16 valeur(s) logiques", "« VRAI »", "also: [\""],
      english: ["16 truth value(s)", "“FAUX”"]),
    Accident(
      file: "decimals-open.csv", place: "« Revenu »", code: "decimal-sign",
      french: ["« 1,234 »", "plus de mille", "decimal: comma (ou point)"],
      english: ["“1,234”", "more than a thousand", "decimal: comma (or point)"]),
    Accident(
      file: "decimals-mixed.csv", place: "colonne 2", code: "mixed-decimals",
      french: ["à virgule et à point", "decimal: comma"], english: ["behind a comma"]),
    Accident(
      file: "percent.csv", place: "enregistrement", code: "percent-sign",
      french: ["9 valeur(s) avec « % »", "et 3 sans", "est lu 0,12"],
      english: ["9 value(s) with “%”", "3 without", "0.12"]),
    Accident(
      file: "thousands.csv", place: "enregistrement", code: "thousands-separator",
      french: ["12 nombre(s)", "« 4\u{A0}800 »"], english: ["12 number(s)"]),
    Accident(
      file: "split-ambiguous.csv", place: "« Vos transports »", code: "split-guessed",
      french: ["deviné", "ambigu : « Bus, tram »"], english: ["guessed", "ambiguous: “Bus, tram”"]),
    Accident(
      file: "total-row.csv", place: "enregistrement 14", code: "quarantined",
      french: ["2 enregistrement(s) sur 14", "une ligne de total sous le tableau"],
      english: ["a row of totals under the table"]),
    Accident(
      file: "repeated-headings.csv", place: "enregistrement 7", code: "quarantined",
      french: ["1 enregistrement(s) sur 13", "les intitulés, une fois de plus"],
      english: ["the headings once more"]),
    Accident(
      file: "trailing.csv", place: "trailing.csv:1", code: "empty-columns",
      french: ["3 colonne(s) vides"], english: ["3 column(s) without heading"]),
    Accident(
      file: "merged-headings.csv", place: "merged-headings.csv:1", code: "heading-rows",
      french: ["deviné : les intitulés tiennent sur 2 lignes", "export: { header-rows: 2 }"],
      english: ["guessed: the headings stand on 2 rows"]),
    Accident(
      file: "returns.csv", place: "Ligne 1", code: "W_CR_EOL", french: ["retour chariot seul"],
      english: ["a carriage return alone"]),
    Accident(
      file: "mixed-line-ends.csv", place: "Ligne 3", code: "W_LONE_CR",
      french: ["retour chariot seul (CR)"], english: ["a carriage return alone (CR)"]),
    Accident(
      file: "invisible.csv", place: "Ligne 6", code: "W_ZERO_WIDTH",
      french: ["caractères invisibles"],
      english: ["invisible characters"]),
    Accident(
      file: "invisible.csv", place: "Ligne 3", code: "W_NOT_NFC", french: ["accents décomposés"],
      english: ["decomposed accents"]),
  ]

  private func path(_ file: String) -> String { Places.path("fixtures/accidents/" + file) }

  /// The message with a code: its line and the mend below it.
  private func said(_ code: String, in errors: String) -> String? {
    let lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.hasSuffix("[\(code)]") }) else { return nil }
    let mend = index + 1 < lines.count && lines[index + 1].hasPrefix("  →") ? lines[index + 1] : ""
    return lines[index] + "\n" + mend
  }

  @Test(arguments: accidents)
  func `it is said, with its place, in both languages`(accident: Accident) throws {
    let french = try Tool.run(["tabulate", path(accident.file)])
    #expect(french.status == 0, "\(french.errors)")
    let message = try #require(said(accident.code, in: french.errors), "\(french.errors)")
    #expect(message.contains(accident.place), "\(message)")
    for part in accident.french { #expect(message.contains(part), "\(part) in \(message)") }
    let english = try Tool.run(["tabulate", path(accident.file)], language: "en_GB.UTF-8")
    let other = try #require(said(accident.code, in: english.errors))
    for part in accident.english { #expect(other.contains(part), "\(part) in \(other)") }
  }

  @Test func `the rest is counted, and nothing is undone`() throws {
    let text = try String(contentsOfFile: path("expected.csv"), encoding: .utf8)
    let rows = SimpleCSV.records(text).dropFirst().filter { $0.count == 4 }
    #expect(rows.count > 20)
    for (file, rows) in Dictionary(grouping: rows, by: { $0[0] }) {
      let tabulated = try Tabulated(path(file))
      for row in rows {
        #expect(tabulated.count(row[1], row[2]) == Int(row[3]), "\(file): \(row[2])")
      }
    }
  }

  @Test func `inspect says it, too`() throws {
    for accident in Self.accidents.prefix(5) {
      let result = try Tool.run(["inspect", path(accident.file), "--json"])
      let remarks = try result.json()["remarks"] as? [[String: Any]] ?? []
      #expect(remarks.contains { $0["code"] as? String == accident.code }, "\(accident.file)")
      #expect(result.errors.contains("[\(accident.code)]"))
    }
  }

  @Test func `spellings that differ in what nobody sees are one answer, once declared`() throws {
    let folder = try TemporaryFolder()
    let questionnaire = try folder.write(
      "q.yaml",
      """
      questions:
        - id: view
          text: Avis
          type: single
          options: { good: Très satisfait, bad: Pas satisfait }
      """)
    let tabulated = try Tabulated(path("invisible.csv"), ["--questionnaire", questionnaire])
    #expect(tabulated.count("Avis", "Très satisfait") == 5)
    #expect(tabulated.count("Avis", "Pas satisfait") == 3)
  }
}
