import SurveyModel

/// What libyaml says of a file that it cannot read, as a problem with a place and a way out.
func problem(for error: YAMLSyntaxError, text: String, file: String) -> Problem {
  switch error.kind {
  case .character(let value, let offset):
    let line = 1 + text.utf8.prefix(offset).count { $0 == 0x0A }
    return .controlCharacter(value, at: SourceLocation(file: file, line: line))
  case .nesting: return .tooDeep(at: SourceLocation(file: file, line: error.line))
  case .syntax: break
  }
  let lines = DefinitionText.lines(of: text)
  // At the end of the file only the opening says which quote or bracket was never closed.
  let isOpen = error.words.contains("end of stream") || error.line > lines.count
  let line = min(isOpen ? error.contextLine ?? lines.count : error.line, lines.count)
  let place = SourceLocation(file: file, line: line)
  for number in [error.line, error.line - 1] where lines.indices.contains(number - 1) {
    let indent = lines[number - 1].prefix { $0 == " " || $0 == "\t" }
    if indent.contains("\t") { return .tab(at: SourceLocation(file: file, line: number)) }
  }
  return .yamlSyntax(error.words, openedAt: error.contextLine, at: place)
}
