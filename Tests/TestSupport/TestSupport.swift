public import Foundation

/// Places that tests read from, found from this file, wherever the suite is started.
public enum Places {
  /// The package's root.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// A folder of reference material that stands beside the checkout on some machines.
  ///
  /// - Returns: `nil` where it is absent; the test then says "skipped".
  public static func shared(_ relative: String) -> String? {
    let base =
      ProcessInfo.processInfo.environment["CONCERTATION_SHARED"]
      ?? root.deletingLastPathComponent().appending(path: "shared").path
    let path = base + "/" + relative
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

/// A folder of one test, removed when the test is over.
public final class TemporaryFolder {
  // A class, for its end removes the folder.
  public let path: String

  public init() throws {
    let base = FileManager.default.temporaryDirectory
    let url = base.appending(path: "concertation-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path; folders on the way are made.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }

  @discardableResult
  public func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = URL(filePath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  public func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }
}
