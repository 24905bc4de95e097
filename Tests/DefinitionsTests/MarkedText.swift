import SurveyModel
import Testing

/// A definition whose expected problems stand where they must be reported: `⟦code⟧` marks its line
/// and is taken out before the text is read.
struct MarkedText {
  struct Mark: Hashable, Comparable, CustomStringConvertible {
    var line: Int
    var code: String
    var description: String { "\(line): \(code)" }
    static func < (a: Mark, b: Mark) -> Bool { (a.line, a.code) < (b.line, b.code) }
  }

  let text: String
  let marks: [Mark]

  init(_ marked: String) {
    var marks: [Mark] = []
    var lines: [String] = []
    for (index, line) in marked.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      var rest = line
      var out = ""
      while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
        out += rest[..<open]
        marks.append(Mark(line: index + 1, code: String(rest[rest.index(after: open)..<close])))
        rest = rest[rest.index(after: close)...]
      }
      lines.append(out + rest)
    }
    text = lines.joined(separator: "\n")
    self.marks = marks.sorted()
  }

  var bytes: [UInt8] { Array(text.utf8) }
}

/// Codes and lines are the marked ones, and every message says something in both languages.
func expect(
  _ problems: [Problem], match marked: MarkedText, file: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let found = problems.filter { file == nil || $0.location?.file == file }.map {
    MarkedText.Mark(line: $0.location?.line ?? 0, code: $0.code)
  }.sorted()
  #expect(
    found == marked.marks, "\(problems.map { $0.text(.english) })", sourceLocation: sourceLocation)
  expectBothLanguages(problems, sourceLocation: sourceLocation)
}

func expectBothLanguages(
  _ problems: [Problem], sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for problem in problems {
    #expect(!problem.message.fr.isEmpty && !problem.message.en.isEmpty)
    #expect(problem.message.fr != problem.message.en, sourceLocation: sourceLocation)
    #expect(problem.fix != nil, "\(problem.code)", sourceLocation: sourceLocation)
    #expect(problem.fix?.fr != problem.fix?.en, "\(problem.code)", sourceLocation: sourceLocation)
    for text in [problem.message.fr, problem.message.en] {
      #expect(!text.contains("\n"), sourceLocation: sourceLocation)
    }
  }
}
