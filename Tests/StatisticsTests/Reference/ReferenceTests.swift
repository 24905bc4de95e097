import Foundation
import Statistics
import Testing

/// Every case of the reference, recomputed through the public interface.
///
/// The folder is that of CONCERTATION_REFERENCE, or `reference` in the folder shared beside the
/// package. Where it is absent the suite says skipped.
@Suite(.serialized) struct ReferenceTests {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["CONCERTATION_REFERENCE"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/reference")
  }()

  static let files: [String] = {
    let path = folder.appendingPathComponent("expected").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  static func isPresent() -> Bool {
    if files.isEmpty { print("Reference: skipped, nothing in \(folder.path)") }
    return !files.isEmpty
  }

  @Test(.enabled("the reference folder is absent") { isPresent() })
  func everyCaseAgrees() throws {
    for form in ReferenceTable.Form.allCases {
      var comparison = ReferenceComparison()
      var cases = 0
      for file in Self.files { cases += try Self.run(file, form, &comparison) }
      print(
        """
        Reference, \(form) form: \(cases) cases, \(comparison.compared) values compared, worst \
        relative error \(comparison.worst) at \(comparison.worstPlace), \
        \(comparison.mismatches.count) mismatches
        """)
      for line in comparison.loose { print("  ill-conditioned: \(line)") }
      for line in comparison.mismatches.prefix(60) { Issue.record("\(line)") }
      #expect(comparison.compared > 0)
      #expect(comparison.mismatches.isEmpty)
    }
  }

  @Test(.enabled("the reference folder is absent") { isPresent() })
  func bothFormsHoldTheSameTable() throws {
    for file in Self.files {
      let document = try Self.document(file)
      guard let path = document["csv"]?.string else { continue }
      let tables = try ReferenceTable.Form.allCases.map {
        try Self.load(path, $0, document["variables"] ?? .null)
      }
      #expect(tables[0].holdsTheSame(as: tables[1]), "\(path)")
      #expect(document["rows"]?.double == Double(tables[0].rowCount), "\(path)")
    }
  }

  @Test func unknownOperationsAndArgumentsFail() throws {
    func probe(_ operation: String, _ arguments: JSON) -> ReferenceCase {
      ReferenceCase(
        id: "probe", operation: operation, arguments: arguments, expected: .null,
        table: { _ in throw UnknownReference("table") }, labels: .null)
    }
    #expect(throws: UnknownReference.self) { try probe("chi_by_eye", .null).run() }
    #expect(throws: UnknownReference.self) {
      try probe("mean", JSON(["values": JSON([1.0, 2]), "trim": .number(0.1)])).run()
    }
  }

  private static func document(_ file: String) throws -> JSON {
    let url = folder.appendingPathComponent("expected").appendingPathComponent(file)
    return JSONParser.parse([UInt8](try Data(contentsOf: url)))
  }

  /// Tables already read, by path and form.
  nonisolated(unsafe) private static var tables: [String: ReferenceTable] = [:]

  private static func load(
    _ path: String, _ form: ReferenceTable.Form, _ variables: JSON
  ) throws -> ReferenceTable {
    let file = form == .english ? path : String(path.dropLast(4)) + ".fr.csv"
    if let known = tables[file] { return known }
    let table = try ReferenceTable(
      path: folder.appendingPathComponent(file).path, form: form, variables: variables)
    tables[file] = table
    return table
  }

  /// The variables of a data set that another file refers to.
  private static func variables(ofData path: String) throws -> JSON {
    let name = path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
    return try document("\(name).json")["variables"] ?? .null
  }

  private static func run(
    _ file: String, _ form: ReferenceTable.Form, _ comparison: inout ReferenceComparison
  ) throws -> Int {
    let document = try document(file)
    let cases = document["cases"]?.array ?? []
    for item in cases {
      let id = item["id"]?.string ?? "?"
      let reference = ReferenceCase(
        id: id, operation: item["op"]?.string ?? "", arguments: item["args"] ?? .null,
        expected: item["expect"] ?? .null,
        table: { path in
          if let path { return try load(path, form, variables(ofData: path)) }
          guard let own = document["csv"]?.string else { throw UnknownReference("data of \(id)") }
          return try load(own, form, document["variables"] ?? .null)
        }, labels: document["labels"] ?? .null)
      do {
        comparison.compare(reference.expected, try reference.run(), at: id)
      } catch {
        comparison.mismatches.append("\(id): \(error)")
      }
    }
    return cases.count
  }
}
