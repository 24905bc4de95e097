import TestSupport

/// Answers the TODOs of a draft by rule, as a person would with the remarks above them.
struct AnswerTodos {
  private(set) var yaml: String
  /// How many answers were written: the steps that a person takes.
  private(set) var steps = 0

  init(_ draft: String) {
    var lines = draft.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var count = 0
    for index in lines.indices {
      let line = lines[index]
      guard !line.drop(while: { $0 == " " }).hasPrefix("#"),
        line.hasSuffix(" TODO") || line.contains("missing: TODO }")
      else { continue }
      let remarks = Self.remarks(above: index, lines)
      lines[index] = line.replacing("TODO", with: Self.answer(line, remarks))
      count += 1
    }
    steps = count
    yaml = lines.joined(separator: "\n")
  }

  /// The remarks right above a line, as one text.
  private static func remarks(above index: Int, _ lines: [String]) -> String {
    var texts: [Substring] = []
    var line = index - 1
    while line >= 0 {
      let text = lines[line].drop { $0 == " " }
      guard text.hasPrefix("#") else { break }
      texts.insert(text.dropFirst().drop { $0 == " " }, at: 0)
      line -= 1
    }
    return texts.joined(separator: " ")
  }

  private static func answer(_ line: String, _ remarks: String) -> String {
    if line.contains("missing: TODO }") { return "does-not-know" }
    switch line.split(separator: ":").first?.drop(while: { $0 == " " }) {
    case "blank": return "no-answer"
    case "order": return "day-first"
    // "Quel bout est le bon ? tres-bien, mal, ou none": the first.
    case "best":
      return between(remarks, "bon ? ", ",") ?? between(remarks, "one? ", ",") ?? "?"
    case "separator":
      return (between(remarks, "Deviné : \"", "\"") ?? between(remarks, "Guessed: \"", "\""))
        .map { "\"\($0)\"" } ?? "?"
    default: return "no-answer"
    }
  }

  private static func between(_ text: String, _ start: String, _ end: String) -> String? {
    guard let from = text.firstRange(of: start)?.upperBound else { return nil }
    let rest = text[from...]
    guard let to = rest.firstRange(of: end)?.lowerBound else { return nil }
    return String(rest[..<to])
  }
}
