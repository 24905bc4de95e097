import Foundation
import TestSupport
import Testing

/// The weighted example against `weighted.csv`, which `weighted.py` computes from the raw export
/// without the program.
@Suite struct WeightedFiguresTests {
  @Test func theMarginsAreMet() throws {
    let folder = try Runs.shared.folder(ExpectedFigures.project)
    let records = try ExpectedFigures.records(folder + "/weighting.csv")
    var met = 0
    for record in records where record["measure"] == "target" {
      let after = records.first {
        $0["measure"] == "after" && $0["margin"] == record["margin"]
          && $0["category"] == record["category"]
      }
      let target = try #require(Double(record["value"] ?? ""))
      let value = try #require(Double(after?["value"] ?? ""))
      #expect(abs(value - target) <= 1e-9 * target, "\(record)")
      met += 1
    }
    #expect(met == 12)
  }

  @Test func theWeightsAreThoseOfTheScript() throws {
    let folder = try Runs.shared.folder(ExpectedFigures.project)
    let records = try ExpectedFigures.records(folder + "/weighting.csv")
    var compared = 0
    for expected in try ExpectedFigures.committed("weighted.csv") {
      let found: [String: String]?
      switch expected["kind"] {
      case "weights":
        found = records.first {
          $0["margin"] == "" && $0["measure"] == expected["question"]
            && $0["quartier"] == expected["quartier"]
        }
      case "before", "after":
        found = records.first {
          $0["margin"] == expected["question"] && $0["category"] == expected["option"]
            && $0["measure"] == expected["kind"]
        }
      default: continue
      }
      let value = try #require(Double(found?["value"] ?? ""), "\(expected)")
      let wanted = try #require(Double(expected["value"] ?? ""))
      #expect(ExpectedFigures.close(value, wanted), "\(value) for \(expected)")
      compared += 1
    }
    #expect(compared == 6 * 10 + 2 * 12)
  }

  @Test(arguments: ["sex", "age", "wellbeing", "cleanliness", "topics"])
  func weightedSharesAreThoseOfTheScript(_ question: String) throws {
    let cells = try ExpectedFigures.cells("phone", question)
    var compared = 0
    for expected in try ExpectedFigures.committed("weighted.csv")
    where expected["kind"] == "percent" && expected["question"] == question {
      let row = try #require(
        cells[expected["quartier"] ?? ""]?.first {
          $0["code"] as? String == expected["option"] && $0["percentOf"] as? String == "respondents"
        }, "\(expected)")
      #expect(row["n"] as? Int == Int(expected["n"] ?? ""))
      let value = try #require(row["weightedPercent"] as? Double)
      let wanted = try #require(Double(expected["value"] ?? ""))
      #expect(ExpectedFigures.close(value, wanted), "\(value) for \(expected)")
      compared += 1
    }
    #expect(compared >= 12)
  }

  @Test(arguments: ["cleanliness", "adults"])
  func weightedMeansAreThoseOfTheScript(_ question: String) throws {
    let cells = try ExpectedFigures.cells("phone", question, list: "statistics")
    var compared = 0
    for expected in try ExpectedFigures.committed("weighted.csv")
    where expected["kind"] == "mean" && expected["question"] == question {
      let row = try #require(
        cells[expected["quartier"] ?? ""]?.first { $0["code"] as? String == "mean-weighted" })
      let value = try #require(row["value"] as? Double)
      #expect(ExpectedFigures.close(value, try #require(Double(expected["value"] ?? ""))))
      compared += 1
    }
    #expect(compared == 6)
  }

  /// Ranks follow the weights, and the table says so.
  @Test func prioritiesAreRankedByWeight() throws {
    let rows = try ExpectedFigures.rows("phone/themes--by-quartier", "rows")
    let all = rows.filter { $0["groupCode"] == nil || $0["groupCode"] is NSNull }
    let byRank = all.sorted { ($0["rank"] as? Int ?? 0) < ($1["rank"] as? Int ?? 0) }
    let weights = byRank.compactMap { $0["weightedN"] as? Double }
    #expect(weights.count == 7 && weights == weights.sorted(by: >))
  }

  @Test func everyTableSaysByWhatItIsWeighted() throws {
    let folder = try Runs.shared.folder(ExpectedFigures.project)
    for table in ["wellbeing", "topics--by-quartier", "adults", "themes--by-quartier"] {
      let text = try String(
        contentsOfFile: folder + "/working/tables/phone/\(table).md", encoding: .utf8)
      #expect(text.contains("Pondéré par calage sur marges (raking ratio) sur"), "\(table)")
      #expect(text.typed.contains("colonne « Adultes du foyer »"), "\(table)")
    }
    let mail = try String(
      contentsOfFile: folder + "/working/tables/mail/wellbeing.md", encoding: .utf8)
    #expect(!mail.contains("Pondéré"))
  }

  /// One path: `tabulate` weighs the same export as `run`.
  @Test func tabulateShowsTheSameWeights() throws {
    let result = try Tool.run([
      "tabulate", "fixtures/exemple-redressement/phone.csv", "--questionnaire",
      "surveys/exemple-redressement/phone.yaml", "--question", "wellbeing", "--format", "json",
    ])
    let tables = try #require(try result.json()["tables"] as? [[String: Any]])
    let rows = try #require(tables.first?["rows"] as? [[String: Any]])
    let cells = try ExpectedFigures.cells("phone", "wellbeing")
    let first = try #require(rows.first?["weightedPercent"] as? Double)
    #expect(first == cells[""]?.first?["weightedPercent"] as? Double)
  }
}
