import Foundation
import Statistics

/// Small synthetic data and the figures of R for them: fixtures/statistics/golden.json.
enum Golden {
  static let document: JSON = {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = package.appendingPathComponent("fixtures/statistics/golden.json")
    return JSONParser.parse([UInt8]((try? Data(contentsOf: file)) ?? Data("null".utf8)))
  }()

  static let data = document["data"] ?? .null

  static func numbers(_ name: String) -> [Double?] { data[name]?.optionalDoubles ?? [] }

  static func codes(_ name: String, _ categories: Int) throws -> CodeColumn {
    try CodeColumn(numbers(name).map { Int32($0 ?? -1) }, categoryCount: categories)
  }

  static var weights: [Double] { numbers("weight").map { $0 ?? 0 } }

  /// The three designs of golden.R.
  static func design(_ name: String) throws -> SurveyDesign {
    let strata = try codes("stratum", 3)
    switch name {
    case "weights": return try SurveyDesign(rowCount: strata.count, weights: weights)
    case "stratified":
      return try SurveyDesign(rowCount: strata.count, weights: weights, strata: strata)
    default:
      return try SurveyDesign(
        rowCount: strata.count, weights: weights, strata: strata, clusters: codes("cluster", 8),
        populationSizes: data["sizes"]?.doubles)
    }
  }

  /// 1 for a good view, 0 for another, nil without an answer.
  static func isGood() throws -> [Bool?] {
    try codes("view", 3).codes.map { $0 < 0 ? nil : $0 == 0 }
  }
}

/// Whether two numbers agree to a relative tolerance.
func isClose(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-9) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= tolerance * max(abs(a), abs(b)) + 1e-15
}

func areClose(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, tolerance) }
}
