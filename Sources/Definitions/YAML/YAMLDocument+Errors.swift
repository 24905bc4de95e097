import SurveyModel
internal import Yams

/// What Yams says of a file that it cannot read, as a problem with a place and a way out.
func problem(for error: YamlError, text: String, file: String) -> Problem {
  switch error {
  case .scanner(let context, let problem, let mark, _),
    .parser(let context, let problem, let mark, _):
    return syntaxProblem(problem, context, mark, text: text, file: file)
  case .composer(let context, let problem, let mark, _):
    if context?.text.contains("single document") == true {
      return .severalDocuments(at: SourceLocation(file: file, line: mark.line))
    }
    return syntaxProblem(problem, context, mark, text: text, file: file)
  case .reader(_, let offset, let value, _):
    let before = text.prefix(offset ?? 0)
    let line = offset == nil ? nil : DefinitionText.lines(of: String(before)).count
    return .controlCharacter(
      UInt32(truncatingIfNeeded: value), at: SourceLocation(file: file, line: line))
  case .duplicatedKeysInMapping(let keys, let context):
    let key = keys.first ?? ""
    let second = secondLine(of: key, after: context.mark, in: text)
    return .duplicateKey(
      key, firstLine: context.mark.line,
      at: SourceLocation(file: file, line: second ?? context.mark.line))
  default:
    return .yamlSyntax("\(error)", openedAt: nil, at: SourceLocation(file: file))
  }
}

private func syntaxProblem(
  _ problem: String, _ context: YamlError.Context?, _ mark: Mark, text: String, file: String
) -> Problem {
  if problem.hasPrefix("Maximum nesting level") {
    return .tooDeep(at: SourceLocation(file: file, line: mark.line))
  }
  let lines = DefinitionText.lines(of: text)
  // At the end of the file only the opening says which quote or bracket was never closed.
  let isOpen = problem.contains("end of stream") || mark.line > lines.count
  let line = min(isOpen ? context?.mark.line ?? lines.count : mark.line, lines.count)
  let place = SourceLocation(file: file, line: line)
  for number in [mark.line, mark.line - 1] where lines.indices.contains(number - 1) {
    let indent = lines[number - 1].prefix { $0 == " " || $0 == "\t" }
    if indent.contains("\t") { return .tab(at: SourceLocation(file: file, line: number)) }
  }
  return .yamlSyntax(problem, openedAt: context?.mark.line, at: place)
}

/// Where a key stands for the second time. Yams names the first only: in block style the second
/// has the same indentation.
private func secondLine(of key: String, after mark: Mark, in text: String) -> Int? {
  let lines = DefinitionText.lines(of: text)
  guard mark.line < lines.count else { return nil }
  for number in mark.line..<lines.count {
    let line = lines[number]
    let indent = line.prefix { $0 == " " || $0 == "-" }
    guard indent.count == mark.column - 1 else { continue }
    let rest = line.dropFirst(indent.count)
    for written in [key, "\"\(key)\"", "'\(key)'"] where rest.hasPrefix(written) {
      if rest.dropFirst(written.count).drop(while: { $0 == " " }).first == ":" {
        return number + 1
      }
    }
  }
  return nil
}
