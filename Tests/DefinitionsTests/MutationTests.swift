import Definitions
import SurveyModel
import Testing

/// Good definitions with random damage: whatever it is, loading ends, and every error is located in
/// a file that was read.
@Suite struct MutationTests {
  private static let snippets = [
    "\t", "\"", "'", "[", "]", "{", "}", ": ", "- ", "#", "&a ", "*a", "? ", "|", ">", "%", "@",
    "!",
    "!!binary ", "<<: ", "---\n", "...\n", "\r", "\u{0}", "\u{FEFF}", "\u{2028}", "TODO", "null",
    "~", "..", "99999999999999999999", "-", ",", ";", "é", "\u{301}", "\\", "\n", "  ", "options:",
    "type: scale", "asked-if: { a: b }", "columns: []", "*a: ", "\u{E000}x",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `a damaged questionnaire never crashes`(seed: UInt64) {
    var random = SplitMix(state: seed)
    let good = Array(goodQuestionnaire.utf8)
    for _ in 0..<500 {
      let bytes = damaged(good, &random)
      let loaded = QuestionnaireLoader.load(bytes: bytes, file: "q.yaml")
      #expect(loaded.problems.allSatisfy { $0.location?.file == "q.yaml" })
      if loaded.problems.isEmpty { #expect(loaded.value != nil) }
      if loaded.partial == nil { #expect(loaded.hasErrors) }
      let lines = bytes.reduce(1) { $0 + ($1 == 0x0A || $1 == 0x0D ? 1 : 0) }
      for problem in loaded.problems {
        // libyaml counts U+2028 as a line end too.
        #expect((problem.location?.line ?? 1) <= lines + 4, "\(problem)")
      }
    }
  }

  @Test(arguments: ["concertation.yaml", "themes.yaml", "quartiers.csv", "online.yaml"])
  func `a damaged project never crashes`(name: String) throws {
    let files = try TemporaryProject(goodProject)
    var random = SplitMix(state: 7)
    let good = Array((goodProject[name] ?? "").utf8)
    for _ in 0..<150 {
      try files.write(damaged(good, &random), to: name)
      let loaded = ProjectLoader.load(path: files.folder)
      if loaded.partial == nil { #expect(loaded.hasErrors) }
      for problem in loaded.problems {
        #expect(problem.location?.file.hasPrefix(files.folder) == true)
      }
    }
  }

  private func damaged(_ good: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, at + Int.random(in: 0...30, using: &random))
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes.removeSubrange(at..<end)
      case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 2: bytes.removeSubrange(at...)
      case 3 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
      default:
        let snippet = Self.snippets.randomElement(using: &random) ?? ""
        bytes.insert(contentsOf: Array(snippet.utf8), at: at)
      }
    }
    return bytes
  }
}

/// Steele, Lea and Flood (2014): the same numbers on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
