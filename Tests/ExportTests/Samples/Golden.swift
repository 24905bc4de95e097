import Foundation
import Testing

/// Files that a test compares its output with, under `fixtures/export/`.
///
/// `CONCERTATION_RECORD=1 swift test --filter ExportTests` writes them anew; the change is then reviewed
/// as a diff.
enum Golden {
  /// `fixtures/export` beside the `Tests` folder that this file is in.
  static let folder = URL(filePath: #filePath.prefix(upTo: testsFolder) + "fixtures/export")
  private static let testsFolder = #filePath.ranges(of: "Tests/ExportTests/").last!.lowerBound

  static func check(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["CONCERTATION_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let matches = Array(text.utf8) == Array(expected.utf8)
    #expect(matches, "\(name) differs:\n\(text)", sourceLocation: sourceLocation)
  }
}
