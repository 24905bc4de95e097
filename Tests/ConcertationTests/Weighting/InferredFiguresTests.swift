import Foundation
import TestSupport
import Testing

/// Intervals, tests, letters and ranges of ranks of the weighted example against `intervals.csv` and
/// `tests.csv`, which R computes from the raw exports without the program.
@Suite struct InferredFiguresTests {
  @Test(arguments: ["phone", "mail", "street"])
  func intervalsAreThoseOfR(_ source: String) throws {
    var compared = 0
    var cells: [String: [String: [[String: Any]]]] = [:]
    for expected in try ExpectedFigures.committed("intervals.csv")
    where expected["source"] == source {
      let question = expected["question"] ?? ""
      if cells[question] == nil { cells[question] = try ExpectedFigures.cells(source, question) }
      let row = try #require(
        cells[question]?[expected["quartier"] ?? ""]?.first {
          $0["code"] as? String == expected["option"] && $0["percentOf"] as? String == "respondents"
        }, "\(expected)")
      for end in ["low", "high"] {
        let found = row[end] as? Double
        let wanted = Double(expected[end] ?? "")
        if let found, let wanted {
          #expect(ExpectedFigures.close(found, wanted, to: 1e-8), "\(found) for \(expected)")
        } else {
          #expect(found == nil && wanted == nil, "\(String(describing: found)) for \(expected)")
        }
      }
      compared += 1
    }
    #expect(compared >= 100)
  }

  @Test(arguments: ["phone", "mail", "street"])
  func testsAreThoseOfR(_ source: String) throws {
    var compared = 0
    for expected in try ExpectedFigures.committed("tests.csv")
    where expected["source"] == source && expected["quartier"] == ""
      && expected["kind"] != "rank" && expected["kind"] != "mean"
    {
      let question = expected["question"] ?? ""
      let tests = try ExpectedFigures.rows("\(source)/\(question)--by-quartier", "tests")
      let row = expected["option"] == "" ? nil : expected["option"]
      let test = try #require(
        tests.first {
          $0["row"] as? String == row && $0["method"] as? String != "marginal-homogeneity"
        },
        "\(expected)")
      let wanted = try #require(Double(expected["value"] ?? ""))
      switch expected["kind"] {
      case "v":
        #expect(ExpectedFigures.close(try #require(test["cramersV"] as? Double), wanted))
      case "adjusted":
        #expect(ExpectedFigures.close(try #require(test["adjustedP"] as? Double), wanted, to: 1e-7))
      case "simulated":
        // R's p is that of the chi-squared law here; a simulation is near it.
        #expect(test["method"] as? String == "monte-carlo")
        #expect(abs(try #require(test["p"] as? Double) - wanted) < 0.04, "\(test)")
      default:
        #expect(test["method"] as? String == expected["kind"])
        #expect(ExpectedFigures.close(try #require(test["p"] as? Double), wanted, to: 1e-7))
      }
      compared += 1
    }
    #expect(compared >= 17)
  }

  @Test(arguments: ["mail", "street"])
  func residualsAndLettersAreThoseOfR(_ source: String) throws {
    var cells: [String: [String: [[String: Any]]]] = [:]
    var compared = 0
    for expected in try ExpectedFigures.committed("tests.csv")
    where expected["source"] == source
      && ["residual", "letters"].contains(expected["kind"] ?? "")
    {
      let question = expected["question"] ?? ""
      if cells[question] == nil { cells[question] = try ExpectedFigures.cells(source, question) }
      let row = try #require(
        cells[question]?[expected["quartier"] ?? ""]?.first {
          $0["code"] as? String == expected["option"] && $0["percentOf"] as? String == "respondents"
        }, "\(expected)")
      if expected["kind"] == "letters" {
        let letters = row["letters"] as? [String] ?? []
        #expect(letters.joined(separator: " ") == expected["value"], "\(expected)")
      } else {
        let wanted = try #require(Double(expected["value"] ?? ""))
        #expect(ExpectedFigures.close(try #require(row["residual"] as? Double), wanted))
      }
      compared += 1
    }
    #expect(compared == 2 * 11 * 5)
  }

  @Test(arguments: ["mail", "street"])
  func rangesOfRanksAreThoseOfR(_ source: String) throws {
    let rows = try ExpectedFigures.rows("\(source)/themes--by-quartier", "rows")
    var compared = 0
    for expected in try ExpectedFigures.committed("tests.csv")
    where expected["source"] == source && expected["kind"] == "rank" {
      let quartier = expected["quartier"] == "" ? nil : expected["quartier"]
      let row = try #require(
        rows.first {
          $0["code"] as? String == expected["option"] && $0["groupCode"] as? String == quartier
        })
      let best = try #require(row["rankBest"] as? Int)
      let worst = try #require(row["rankWorst"] as? Int)
      #expect("\(best) \(worst)" == expected["value"], "\(expected)")
      compared += 1
    }
    #expect(compared >= 4 * 7)
  }

  @Test func weightedMeansHaveTheIntervalsOfR() throws {
    let cells = try ExpectedFigures.cells("phone", "cleanliness", list: "statistics")
    var compared = 0
    for expected in try ExpectedFigures.committed("tests.csv") where expected["kind"] == "mean" {
      let row = try #require(
        cells[expected["quartier"] ?? ""]?.first { $0["code"] as? String == expected["option"] })
      let wanted = (expected["value"] ?? "").split(separator: " ").compactMap { Double($0) }
      let found = [row["low"], row["high"]].compactMap { $0 as? Double }
      #expect(found.count == 2 && wanted.count == 2)
      for (a, b) in zip(found, wanted) { #expect(ExpectedFigures.close(a, b, to: 1e-8)) }
      compared += 1
    }
    #expect(compared == 6)
  }

  /// A quota source says by which model its intervals hold; a random one needs no reserve.
  @Test func quotaSourcesSayTheirModel() throws {
    let folder = try Runs.shared.folder(ExpectedFigures.project) + "/working/tables/"
    let street = try String(contentsOfFile: folder + "street/wellbeing.md", encoding: .utf8)
    let mail = try String(contentsOfFile: folder + "mail/wellbeing.md", encoding: .utf8)
    #expect(street.contains("Modèle de quotas") && !mail.contains("Modèle de quotas"))
  }

  /// Volunteers have none, and the reason is said; `intervals: indicative` prints them as such.
  @Test func volunteersHaveIntervalsOnlyWhereTheProjectAsks() throws {
    let folder = try Runs.shared.folder("carcassonne-2023")
    let plain = try String(
      contentsOfFile: folder + "/working/tables/online/wellbeing.md", encoding: .utf8)
    #expect(!plain.contains("Intervalle") && plain.typed.contains("aucune marge d'erreur"))
    let copy = try TemporaryFolder()
    for name in ["concertation.yaml", "street.yaml", "themes.yaml", "quartiers.csv"] {
      var text = try String(
        contentsOfFile: Places.path("surveys/flers-2023/\(name)"), encoding: .utf8)
      if name == "concertation.yaml" {
        text = text.replacing("../../fixtures", with: Places.path("fixtures"))
        text += "\nintervals: indicative\n"
      }
      try copy.write(name, text)
    }
    let result = try Tool.run(["run", copy.path, "--out", copy.path + "/out"])
    #expect(result.status == 0, "\(result.errors)")
    let tables = copy.path + "/out/working/tables/saint-michel"
    let names = try FileManager.default.contentsOfDirectory(atPath: tables)
    let texts = try names.filter { $0.hasSuffix(".md") && !$0.contains("--by") }.map {
      try String(contentsOfFile: tables + "/" + $0, encoding: .utf8)
    }
    #expect(texts.contains { $0.typed.contains("Intervalles indicatifs à 95 %") })
    #expect(texts.allSatisfy { !$0.contains("Intervalles de confiance") })
  }
}
