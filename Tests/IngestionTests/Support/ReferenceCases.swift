import Foundation
import Testing

@testable import Ingestion

/// The shared reference cases, if they are there: `../shared/reference/csv`, or the folder named by
/// the environment variable `CONCERTATION_REFERENCE`.
struct ReferenceCase: Decodable, Sendable, CustomTestStringConvertible {
  var id: String
  var file: String
  var delimiter: String
  var encoding: String
  var verdict: String
  var codes: [String]
  var error: Fault?
  var rows: [[String]]?
  var rowsSHA256: String?

  struct Fault: Decodable, Sendable {
    var code: String
    var line: Int?
    var record: Int?
    var byte: Int?
  }

  enum CodingKeys: String, CodingKey {
    case id, file, delimiter, encoding, verdict, codes, error, rows
    case rowsSHA256 = "rows_sha256"
  }

  var testDescription: String { id }

  var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(file))) }
  }

  var options: ReadOptions {
    ReadOptions(
      delimiter: delimiter.utf8.first,
      encoding: encoding == "auto" ? nil : TextEncoding(rawValue: encoding))
  }

  static let folder: URL = {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["CONCERTATION_REFERENCE"]
    let reference =
      named.map { URL(fileURLWithPath: $0) }
      ?? package.appendingPathComponent("../shared/reference")
    return reference.appendingPathComponent("csv").standardizedFileURL
  }()

  /// Empty if the folder is absent.
  static let all: [ReferenceCase] = {
    struct File: Decodable { var cases: [ReferenceCase] }
    guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")) else {
      return []
    }
    return (try? JSONDecoder().decode(File.self, from: data).cases) ?? []
  }()

  static let absence: Comment = "the reference folder is absent: set CONCERTATION_REFERENCE"
}
