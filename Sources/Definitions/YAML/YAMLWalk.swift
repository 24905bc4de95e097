import SurveyModel

/// The events of a file as a tree: aliases expanded under a limit, every key a text and once.
///
/// Aliases are expanded here and counted on the way: aliases of aliases, the "billion laughs",
/// would never end.
struct YAMLWalk {
  private let file: String
  private let events: [YAMLEvent]
  private var next = 0
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var count = 0

  init(file: String, events: [YAMLEvent]) {
    self.file = file
    self.events = events
  }

  /// The file's one document; `nil` when it holds none.
  mutating func document() throws(YAMLFailure) -> YAMLNode? {
    let starts = events.filter { if case .document = $0.kind { true } else { false } }
    guard let first = starts.first, case .document = events[0].kind else { return nil }
    if starts.count > 1 {
      throw YAMLFailure(.severalDocuments(at: SourceLocation(file: file, line: starts[1].line)))
    }
    next = 1
    return next < events.count ? try tree(depth: 0, parentLine: first.line) : nil
  }

  /// The value that begins with the next event.
  private mutating func tree(depth: Int, parentLine: Int) throws(YAMLFailure) -> YAMLNode {
    let event = events[next]
    next += 1
    let before = count
    let place = SourceLocation(file: file, line: event.line)
    try add(1, at: place)
    guard depth <= YAMLDocument.deepestTree else { throw YAMLFailure(.tooDeep(at: place)) }
    var out = YAMLNode(content: .sequence([]), line: event.line, column: event.column)
    switch event.kind {
    case .scalar(let text, let isPlain):
      out.content = .text(text, isBlank: isPlain && text.isEmpty)
    case .alias(let name):
      let expanded = try value(of: name, at: place)
      // What is left to do is done where it was written, once for all its uses.
      if let text = expanded.text, text == "TODO" || text.hasPrefix("TODO ") { return expanded }
      // Where the value is used is where its reader would look.
      out.content = expanded.content
      return out
    case .sequence:
      var items: [YAMLNode] = []
      while !isAtEnd { items.append(try tree(depth: depth + 1, parentLine: event.line)) }
      next += 1
      out.content = .sequence(items)
    case .mapping:
      out.content = .mapping(try entries(depth: depth + 1))
    case .end, .document:
      throw YAMLFailure(.yamlSyntax("unexpected end", openedAt: parentLine, at: place))
    }
    if let anchor = event.anchor { anchors[anchor] = (out, count - before) }
    return out
  }

  private var isAtEnd: Bool {
    guard next < events.count, case .end = events[next].kind else { return next >= events.count }
    return true
  }

  private mutating func value(
    of alias: String, at place: SourceLocation
  ) throws(YAMLFailure) -> YAMLNode {
    guard let anchor = anchors[alias] else {
      throw YAMLFailure(.yamlSyntax("undefined alias", openedAt: nil, at: place))
    }
    try add(anchor.count, at: place)
    return anchor.node
  }

  private mutating func add(_ values: Int, at place: SourceLocation) throws(YAMLFailure) {
    count += values
    guard count <= YAMLDocument.largestTree else { throw YAMLFailure(.tooManyValues(at: place)) }
  }

  private mutating func entries(depth: Int) throws(YAMLFailure) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while !isAtEnd {
      let key = events[next]
      let place = SourceLocation(file: file, line: key.line)
      switch key.kind {
      case .scalar("<<", isPlain: true): throw YAMLFailure(.mergeKey(at: place))
      case .scalar, .alias: break
      default: throw YAMLFailure(.keyNotText(at: place))
      }
      guard let text = try tree(depth: depth, parentLine: key.line).text else {
        throw YAMLFailure(.keyNotText(at: place))
      }
      if let first = lines.updateValue(key.line, forKey: text) {
        throw YAMLFailure(.duplicateKey(text, firstLine: first, at: place))
      }
      entries.append(
        YAMLEntry(
          key: text, line: key.line, column: key.column,
          value: try tree(depth: depth, parentLine: key.line)))
    }
    next += 1
    return entries
  }
}
