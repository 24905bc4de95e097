import Foundation
import TestSupport
import Testing

/// Every figure that the cities published and that has a base comes out of the raw exports through
/// the public commands.
@Suite struct PublishedFiguresTests {
  struct Figure: CustomTestStringConvertible, Sendable {
    var fields: [String: String]
    subscript(name: String) -> String { fields[name] ?? "" }
    var testDescription: String { self["figure"] }
    var quartier: String? {
      let parts = self["filter"].split(separator: "=")
      return parts.count == 2 && parts[0] == "quartier" ? String(parts[1]) : nil
    }
  }

  static let figures: [Figure] = {
    let text = try? String(
      contentsOfFile: Places.path("fixtures/published/figures.csv"), encoding: .utf8)
    let lines = (text ?? "").split(whereSeparator: \.isNewline).map { SimpleCSV.cells(String($0)) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { cells in
      Figure(fields: Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
    }
  }()

  @Test func theListIsWhole() {
    #expect(Self.figures.count == 54)
  }

  @Test(arguments: figures) func figureComesOut(_ figure: Figure) throws {
    switch figure["option_or_stat"] {
    case "@records": try records(figure)
    default: try cell(figure)
    }
  }

  private func records(_ figure: Figure) throws {
    let result = try tabulate(figure, [])
    let source = try #require(try result.json()["source"] as? [String: Any])
    #expect(source["accepted"] as? Int == Int(figure["n"]))
  }

  private func cell(_ figure: Figure) throws {
    let row: [String: Any]
    if figure["measure"] == "rank" && figure.quartier != nil {
      row = try #require(try rankedRow(figure))
    } else {
      var arguments = ["--question", figure["question"]]
      if figure.quartier != nil { arguments += ["--by", "quartier"] }
      let tables = try #require(
        try tabulate(figure, arguments).json()["tables"] as? [[String: Any]])
      let rows = try #require(tables.first?["rows"] as? [[String: Any]])
      let code = figure["option_or_stat"].replacing("@", with: "")
      let all = rows.filter { $0["kind"] as? String == "option" }
      var found = try #require(
        rows.first {
          $0["code"] as? String == code && $0["percentOf"] as? String == "respondents"
            && $0["groupCode"] as? String == figure.quartier
        }, "\(figure["question"]) has no row \(code)")
      // The place of an option among those of its question.
      let above = all.filter {
        $0["percentOf"] as? String == "respondents"
          && ($0["n"] as? Int ?? 0) > (found["n"] as? Int ?? 0)
      }
      found["rank"] = above.count + 1
      row = found
    }
    if let count = Int(figure["n"]) { #expect(row["n"] as? Int == count) }
    let published = try #require(Double(figure["published"]))
    switch figure["measure"] {
    case "rank": #expect(row["rank"] as? Int == Int(published))
    case "count": #expect(row["n"] as? Int == Int(published))
    default:
      let percent = try #require(row["percent"] as? Double)
      let tolerance = Double(figure["tolerance"]) ?? 0
      let decimals = Double(figure["decimals"]) ?? 0
      let rounded = tolerance > 0 ? percent : rounded(percent, Int(decimals))
      #expect(abs(rounded - published) <= tolerance + 1e-9, "\(percent) for \(published)")
    }
  }

  private func rounded(_ value: Double, _ decimals: Int) -> Double {
    let scale = pow(10, Double(decimals))
    return (value * scale).rounded() / scale
  }

  /// The row of a theme in the themes of its source by quartier.
  private func rankedRow(_ figure: Figure) throws -> [String: Any]? {
    let folder = try Self.results(figure["project"])
    let file = folder + "/working/priorities.json"
    let data = try Data(contentsOf: URL(filePath: file))
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let tables = document?["tables"] as? [[String: Any]]
    let rows = tables?.first?["rows"] as? [[String: Any]] ?? []
    return rows.first {
      $0["code"] as? String == figure["theme"] && $0["source"] as? String == figure["source"]
        && $0["groupCode"] as? String == figure.quartier
    }
  }

  private func tabulate(_ figure: Figure, _ arguments: [String]) throws -> Tool.Outcome {
    let definitions = "surveys/\(figure["project"])"
    let questionnaires = ["saint-sauveur": "street", "saint-michel": "street"]
    let questionnaire = questionnaires[figure["source"]] ?? figure["source"]
    let result = try Tool.run(
      [
        "tabulate", "fixtures/\(figure["project"])/\(figure["source"]).csv", "--questionnaire",
        "\(definitions)/\(questionnaire).yaml", "--format", "json",
      ] + arguments)
    #expect(result.status == 0, "\(result.errors)")
    return result
  }

  /// One run a project, shared by the figures.
  private static func results(_ project: String) throws -> String {
    try Runs.shared.folder(project)
  }
}

/// Results of the committed projects, made once.
final class Runs: @unchecked Sendable {
  // Locked: tests run side by side.
  static let shared = Runs()
  private let lock = NSLock()
  private var folders: [String: TemporaryFolder] = [:]

  /// The folder of results of a committed project, both editions.
  func folder(_ project: String) throws -> String {
    lock.lock()
    defer { lock.unlock() }
    if let folder = folders[project] { return folder.path + "/results" }
    let folder = try TemporaryFolder()
    let result = try Tool.run([
      "run", "surveys/\(project)", "--out", folder.path + "/results", "--edition", "both",
    ])
    #expect(result.status == 0, "\(result.errors)")
    folders[project] = folder
    return folder.path + "/results"
  }
}
