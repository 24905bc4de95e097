internal import Foundation

/// Runs the program as a user does.
public struct Tool {
  public struct Outcome {
    public var status: Int32
    public var output: String
    public var errors: String

    /// The output as JSON.
    public func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
  }

  /// The program that the build made beside the tests.
  public static let binary: String = {
    if let given = ProcessInfo.processInfo.environment["CONCERTATION_BINARY"] { return given }
    let tests = URL(filePath: CommandLine.arguments[0])
    var folder = tests.deletingLastPathComponent()
    while folder.pathComponents.count > 1 {
      let candidate = folder.appending(path: "concertation").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder = folder.deletingLastPathComponent()
    }
    return Places.path(".build/debug/concertation")
  }()

  /// - Parameters:
  ///   - folder: where it is started; the package's root without it.
  ///   - language: of the environment.
  public static func run(
    _ arguments: [String], in folder: String? = nil, language: String = "fr_FR.UTF-8",
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try launch(binary, arguments, in: folder, language: language, environment: environment)
  }

  /// Runs any program.
  public static func launch(
    _ program: String, _ arguments: [String], in folder: String? = nil,
    language: String = "fr_FR.UTF-8", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder ?? Places.root.path)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": language, "COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let files = try TemporaryFolder()
    let output = try files.write("out", "")
    let errors = try files.write("err", "")
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try files.read("out"),
      errors: try files.read("err"))
  }
}
