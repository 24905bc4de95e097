import Foundation
import TestSupport
import Testing

/// Every example of the README is run, and prints what the README shows.
@Suite struct ReadmeExamplesTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var command: String
    var expected: [String]
    var testDescription: String { command }
  }

  static let examples: [Example] = {
    let text =
      (try? String(contentsOfFile: Places.path("README.md"), encoding: .utf8)) ?? ""
    var examples: [Example] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(command: String(line.dropFirst(2)), expected: []))
      } else if isInside {
        examples[examples.count - 1].expected.append(String(line))
      }
    }
    return examples
  }()

  @Test func thereAreExamples() {
    #expect(Self.examples.count >= 5)
    #expect(Self.examples.contains { $0.command == "make run" })
  }

  @Test(arguments: examples) func exampleRuns(_ example: Example) throws {
    // A folder of its own, since an example writes its results where it stands.
    let folder = try TemporaryFolder()
    for name in ["surveys", "fixtures", "Makefile", ".ci"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: Places.path(name))
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let programs = URL(filePath: Tool.binary).deletingLastPathComponent().path
    let result = try Tool.launch(
      "/bin/sh", ["-c", example.command + " 2>&1"], in: folder.path,
      environment: [
        "PATH": "\(programs):\(path)", "BINARY": Tool.binary, "MAKEFLAGS": "--no-print-directory",
      ])
    // The README is typed with plain spaces.
    let output = result.output.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    #expect(
      Self.matches(example.expected[...], lines.dropLast()[...]),
      "\(example.command) printed:\n\(result.output)")
  }

  /// `…` alone on a line stands for any lines, at an end of one for the rest of it.
  private static func matches(_ expected: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    let rest = expected.dropFirst()
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains { matches(rest, lines[$0...]) }
    }
    guard let line = lines.first else { return false }
    let isStart = first.hasSuffix(" …") && line.hasPrefix(first.dropLast(2))
    let isEnd = first.hasPrefix("… ") && line.hasSuffix(first.dropFirst())
    return (line == first || isStart || isEnd) && matches(rest, lines.dropFirst())
  }

  @Test func theTwoCommandsExist() throws {
    for target in ["run", "test", "install"] {
      let result = try Tool.launch("/usr/bin/make", ["-n", target])
      #expect(result.status == 0, "\(result.errors)")
    }
  }
}
