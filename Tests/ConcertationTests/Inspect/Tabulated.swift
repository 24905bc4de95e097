import Foundation
import TestSupport
import Testing

/// What `tabulate --format json` counts, by title and label.
struct Tabulated {
  struct Row: Equatable {
    var n: Int
    var notTicked: Int?
    var notDisplayed: Int?
    var missing: String?
  }

  /// Titles that repeat carry ` (2)`, ` (3)` in the order of the columns.
  private(set) var tables: [String: [String: Row]] = [:]
  private(set) var types: [String: String] = [:]
  private(set) var notes: [String: [String]] = [:]
  private(set) var source: [String: Any] = [:]

  init(_ file: String, _ arguments: [String] = []) throws {
    let result = try Tool.run(["tabulate", file, "--format", "json"] + arguments)
    try #require(result.status == 0, "\(result.errors)")
    let document = try result.json()
    source = document["source"] as? [String: Any] ?? [:]
    for table in document["tables"] as? [[String: Any]] ?? [] {
      add(table)
    }
  }

  private mutating func add(_ table: [String: Any]) {
    var title = table["title"] as? String ?? ""
    var number = 2
    while tables[title] != nil {
      title = "\(table["title"] as? String ?? "") (\(number))"
      number += 1
    }
    types[title] = table["type"] as? String
    notes[title] = table["notes"] as? [String]
    var rows: [String: Row] = [:]
    for row in table["rows"] as? [[String: Any]] ?? [] {
      let isRepeat = row["percentOf"] as? String == "mentions"
      guard !isRepeat, row["group"] is NSNull, row["kind"] as? String != "net" else { continue }
      rows[row["label"] as? String ?? ""] = Row(
        n: row["n"] as? Int ?? -1, notTicked: row["notTicked"] as? Int,
        notDisplayed: row["notDisplayed"] as? Int, missing: row["missing"] as? String)
    }
    tables[title] = rows
  }

  func count(_ title: String, _ label: String) -> Int? { tables[title]?[label]?.n }

  /// All counts, rows that nobody gave left out.
  var counts: [String: [String: Int]] {
    tables.mapValues { $0.mapValues(\.n).filter { $0.value != 0 } }.filter { !$0.value.isEmpty }
  }
}
