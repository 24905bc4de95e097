import Foundation
import TestSupport

/// The figures under `fixtures/exemple-redressement` that were computed without the program, and the
/// results of a run to hold them against.
enum ExpectedFigures {
  static let project = "exemple-redressement"

  /// The records of a CSV by heading.
  static func records(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let rows = SimpleCSV.records(text)
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  static func committed(_ name: String) throws -> [[String: String]] {
    try records(Places.path("fixtures/\(project)/\(name)"))
  }

  /// A table of the run, row by row.
  static func rows(_ table: String, _ list: String) throws -> [[String: Any]] {
    let file = try Runs.shared.folder(project) + "/working/tables/\(table).json"
    let document =
      try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file)))
      as? [String: Any]
    let tables = document?["tables"] as? [[String: Any]]
    return tables?.first?[list] as? [[String: Any]] ?? []
  }

  /// The rows of a question, everybody's and those of each quartier (`""`: everybody).
  static func cells(
    _ source: String, _ question: String, list: String = "rows"
  ) throws -> [String: [[String: Any]]] {
    var all = try rows("\(source)/\(question)", list)
    all += try rows("\(source)/\(question)--by-quartier", list).filter { $0["groupCode"] is String }
    return Dictionary(grouping: all) { $0["groupCode"] as? String ?? "" }
  }

  static func close(_ a: Double, _ b: Double, to tolerance: Double = 1e-9) -> Bool {
    abs(a - b) <= tolerance * max(1, abs(b))
  }
}
