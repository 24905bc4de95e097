import Foundation
import TestSupport
import Testing

/// Real survey files of others, where they stand beside the checkout.
@Suite struct RealFilesTests {
  /// Distributions of the INSEE survey "Histoire de vie" as R computes them, in both forms of
  /// the file.
  @Test(
    .enabled("skipped: the reference data are not on this machine") {
      Places.shared("reference/data/hdv2003.csv") != nil
    },
    arguments: ["hdv2003.csv", "hdv2003.fr.csv"])
  func distributionsEqualR(file: String) throws {
    let data = try #require(Places.shared("reference/data/\(file)"))
    let expected = try #require(Places.shared("reference/expected/hdv2003.json"))
    let document =
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: expected)))
      as? [String: Any]
    let cases = try #require(document?["cases"] as? [[String: Any]])
    let frequencies = cases.filter { $0["op"] as? String == "freq" }
    #expect(frequencies.count >= 10)
    let tables = try Self.tables(["tabulate", data, "--format", "json"])
    for frequency in frequencies {
      let arguments = try #require(frequency["args"] as? [String: Any])
      let expect = try #require(frequency["expect"] as? [String: Any])
      let name = try #require(arguments["var"] as? String)
      let table = try #require(tables[name], "\(name) is not tabulated")
      let rows = try #require(table["rows"] as? [[String: Any]])
      let values = try #require(expect["values"] as? [String])
      let counts = try #require(expect["n"] as? [Int])
      let percents = try #require(expect["pct_valid"] as? [Double])
      for (index, value) in values.enumerated() {
        let row = rows.first { $0["label"] as? String == value }
        #expect(row?["n"] as? Int == counts[index], "\(name): \(value)")
        let percent = try #require(row?["percent"] as? Double)
        #expect(abs(percent - percents[index]) < 1e-9 * max(1, percents[index]))
      }
      let base = table["base"] as? [String: Any]
      #expect(base?["n"] as? Int == expect["n_valid"] as? Int)
      let missing = rows.filter { $0["missing"] is String }.compactMap { $0["n"] as? Int }
      #expect(missing.reduce(0, +) == expect["n_missing"] as? Int)
    }
  }

  @Test(
    .enabled("skipped: the samples are not on this machine") {
      Places.shared("dialects/samples") != nil
    })
  func notDisplayedStaysApart() throws {
    let file = try #require(
      Places.shared("dialects/samples/limesurvey_fr_vaud_fullanswers.derived.csv"))
    let folder = try TemporaryFolder()
    let heading = "Est-ce que vous avez participé aux journées du patrimoine vaudois?"
    let questionnaire = try folder.write(
      "q.yaml",
      """
      questions:
        - id: participation
          text: "\(heading)"
          type: single
          options: { "yes": Oui, "no": Non }
          missing: { "N/A": not-displayed }
      """)
    for arguments in [[], ["--questionnaire", questionnaire]] {
      let name = arguments.isEmpty ? heading : "participation"
      let tables = try Self.tables(
        ["tabulate", file, "--question", name, "--format", "json"] + arguments)
      let rows = try #require(tables[name]?["rows"] as? [[String: Any]])
      let counts = Dictionary(
        uniqueKeysWithValues: rows.map { ($0["label"] as? String ?? "", $0["n"] as? Int ?? -1) })
      #expect(counts == ["Oui": 224, "Non": 117, "N/A": 7])
      #expect(rows.last?["missing"] as? String == "notDisplayed")
      #expect(rows.last?["percent"] is NSNull)
    }
  }

  private static func tables(_ arguments: [String]) throws -> [String: [String: Any]] {
    let result = try Tool.run(arguments)
    #expect(result.status == 0, "\(result.errors)")
    let tables = try result.json()["tables"] as? [[String: Any]] ?? []
    return Dictionary(
      tables.map { ($0["question"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }
}
