import Foundation
import TestSupport
import Testing

/// `tabulate --sort --top --percent`, in every format.
@Suite struct ArrangementCommandTests {
  private let file = Places.path("fixtures/dialects/google-forms.csv")
  private let quartier = "Dans quel quartier habitez-vous ?"
  private let satisfaction = "Êtes-vous satisfait de la propreté ?"

  private func labels(_ arguments: [String]) throws -> [String] {
    let result = try Tool.run(
      ["tabulate", file, "--question", satisfaction, "--format", "json"] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    let tables = try result.json()["tables"] as? [[String: Any]] ?? []
    var labels: [String] = []
    for row in tables.first?["rows"] as? [[String: Any]] ?? [] {
      let label = row["label"] as? String ?? ""
      if labels.last != label { labels.append(label) }
    }
    return labels
  }

  @Test func `rows by count, by label, as asked`() throws {
    let scale = ["Très satisfait", "Plutôt satisfait", "Peu satisfait", "Pas du tout satisfait"]
    #expect(try labels([]) == scale)
    #expect(try labels(["--sort", "questionnaire"]) == scale)
    #expect(try labels(["--sort", "count"]) == [scale[1], scale[0], scale[2], scale[3]])
    #expect(try labels(["--sort", "label"]) == [scale[3], scale[2], scale[1], scale[0]])
  }

  @Test func `the first rows, with those that equal the last`() throws {
    #expect(try labels(["--top", "1"]) == ["Plutôt satisfait"])
    // The other three have the same count.
    #expect(try labels(["--top", "2"]).count == 4)
    #expect(try Tool.run(["tabulate", file, "--top", "0"]).status == 2)
  }

  @Test func `a note says what was left out`() throws {
    let result = try Tool.run(["tabulate", file, "--question", satisfaction, "--top", "1"])
    #expect(result.output.contains("sur 4"))
  }

  @Test(arguments: ["row", "column", "total"])
  func `percentages of the row, the column, everybody`(percent: String) throws {
    let result = try Tool.run([
      "tabulate", file, "--question", satisfaction, "--by", quartier, "--percent", percent,
      "--format", "json",
    ])
    let tables = try result.json()["tables"] as? [[String: Any]] ?? []
    let table = try #require(tables.first)
    let rows = table["rows"] as? [[String: Any]] ?? []
    let of = percent == "column" ? "respondents" : percent
    #expect(rows.allSatisfy { $0["percentOf"] as? String == of })
    var sums: [String: Double] = [:]
    for row in rows {
      let key: String =
        switch percent {
        case "row": row["label"] as? String ?? ""
        case "column": row["group"] as? String ?? ""
        default: ""
        }
      sums[key, default: 0] += row["percent"] as? Double ?? 0
    }
    for (key, sum) in sums { #expect(abs(sum - 100) < 1e-9, "\(key)") }
  }

  @Test(arguments: [("row", "% ligne", "row"), ("total", "% total", "total")])
  func `every format names what the percentages are of`(
    percent: String, heading: String, word: String
  ) throws {
    let arguments = [
      "tabulate", file, "--question", satisfaction, "--by", quartier, "--percent", percent,
      "--format",
    ]
    #expect(try Tool.run(arguments + ["table"]).output.contains(heading))
    let csv = SimpleCSV.records(try Tool.run(arguments + ["csv"]).output)
    let column = try #require(csv.first?.firstIndex(of: "percent_of"))
    let words = Set(csv.dropFirst().map { $0[column] })
    #expect(words.isSubset(of: [word, ""]) && words.contains(word))
    let markdown = try Tool.run(arguments + ["md"]).output
    #expect(markdown.contains(percent == "row" ? "en ligne" : "du total"))
  }

  @Test func `row percentages want a crossing`() throws {
    let result = try Tool.run(["tabulate", file, "--percent", "row"])
    #expect(result.status == 2)
    #expect(result.errors.contains("--by"))
  }

  @Test func `the guess of a split is said`() throws {
    let result = try Tool.run(["tabulate", file])
    #expect(result.errors.contains("deviné"))
    #expect(result.errors.contains("« Commerces »"))
    let never = try Tool.run(["tabulate", file, "--no-split"])
    #expect(!never.errors.contains("deviné"))
  }

  @Test func `the rows of a grid are found by their common heading`() throws {
    let grid = Places.path("fixtures/dialects/limesurvey-text.csv")
    let result = try Tool.run([
      "tabulate", grid, "--question", "Êtes-vous d'accord ?", "--format", "json",
    ])
    #expect((try result.json()["tables"] as? [Any])?.count == 2)
  }
}
