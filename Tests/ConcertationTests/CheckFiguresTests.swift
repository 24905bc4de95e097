import Foundation
import TestSupport
import Testing

@Suite("check-figures") struct CheckFiguresTests {
  @Test(
    "The verdicts on published figures are those of the reference",
    .enabled(
      if: Places.shared("domain/tables/published_figures_base_check.csv") != nil,
      "the reference tables are not on this machine"))
  func reference() throws {
    let path = try #require(Places.shared("domain/tables/published_figures_base_check.csv"))
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    let folder = try TemporaryFolder()
    let asked = SimpleCSV.records(expected).map { $0.prefix(5).joined(separator: ",") + "\n" }
    let file = try folder.write("figures.csv", asked.joined())
    let outcome = try Tool.run(["check-figures", file, "--format", "csv"])
    #expect(outcome.status == 1)
    #expect(SimpleCSV.records(outcome.output) == SimpleCSV.records(expected))
  }

  private static let figures = """
    survey;figure;percent;base;whole
    tél;sécurité;41,4 %;158;
    tél;propreté;28,7;158;
    tél;femmes;60;10;sexe
    tél;hommes;30;10;sexe

    """

  @Test("Impossible figures, bases that fit and parts that do not add up are said") func said()
    throws
  {
    let folder = try TemporaryFolder()
    let file = try folder.write("f.csv", Self.figures)
    let outcome = try Tool.run(["check-figures", file])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("4 pourcentages vérifiés, 2 impossible(s)"))
    #expect(
      outcome.output.contains("tél / sécurité\u{A0}: aucun effectif sur 158 ne donne 41,4"))
    #expect(
      outcome.output.contains("base 158\u{A0}: 2 chiffres, pas tous possibles")
        && outcome.output.contains("157"))
    #expect(
      outcome.output.contains("«\u{A0}sexe\u{A0}»\u{A0}: 2 parts (somme 90\u{A0}%) ne peuvent pas"))
    let json = try Tool.run(["check-figures", file, "--format", "json"]).json()
    let groups = try #require(json["groups"] as? [[String: Any]])
    #expect(groups.count == 3)
    // 41.4 % and 28.7 % together, by a loop over counts.
    let bases = (138...178).filter { base in
      [414, 287].allSatisfy { p in (0...base).contains { abs(2 * (1000 * $0 - p * base)) <= base } }
    }
    #expect(groups[0]["bases"] as? [Int] == bases)
    #expect(groups[2]["addsUp"] as? Bool == false)
  }

  @Test(
    "A list that cannot be read is refused at its line",
    arguments: [
      ("figure,percent,base\na,101,10\n", "2", "bad-share"),
      ("figure,percent,base\na,50,0\n", "2", "bad-base"),
      ("figure,percent,base\na,cinquante,10\n", "2", "bad-share"),
      ("figure,percent\na,50\n", "1", "missing-heading"),
    ])
  func refused(text: String, line: String, code: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("f.csv", text)
    let outcome = try Tool.run(["check-figures", file])
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("f.csv:\(line):"), "\(outcome.errors)")
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
  }
}
