import SurveyModel
internal import Yams

/// The nodes of Yams as ours: aliases expanded under a limit, every key a text and once.
struct YAMLWalk {
  let file: String
  let veil: AliasVeil
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var count = 0
  private var lastLine = 1

  init(file: String, veil: AliasVeil) {
    self.file = file
    self.veil = veil
  }

  mutating func tree(_ node: Node, depth: Int) throws(YAMLFailure) -> YAMLNode {
    let before = count
    let line = node.mark?.line ?? lastLine
    let place = SourceLocation(file: file, line: line)
    try add(1, at: place)
    guard depth <= YAMLDocument.deepestTree else { throw YAMLFailure(.tooDeep(at: place)) }
    lastLine = line
    var out = YAMLNode(
      content: .sequence([]), line: line, column: node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      if let expanded = try alias(scalar, at: place) {
        // What is left to do is done where it was written, once for all its uses.
        if let text = expanded.text, text == "TODO" || text.hasPrefix("TODO ") { return expanded }
        // Where the value is used is where its reader would look.
        out.content = expanded.content
        return out
      }
      let isBlank = scalar.string.isEmpty && scalar.isPlain
      out.content = .text(veil.unveiled(scalar.string), isBlank: isBlank)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try tree(item, depth: depth + 1)) }
      out.content = .sequence(items)
    case .mapping(let mapping):
      out.content = .mapping(try entries(mapping, depth: depth + 1))
    case .alias:
      throw YAMLFailure(.yamlSyntax("undefined alias", openedAt: nil, at: place))
    }
    if let anchor = node.anchor { anchors[anchor.rawValue] = (out, count - before) }
    return out
  }

  /// The value that an alias stands for; `nil` for any other scalar.
  private mutating func alias(
    _ scalar: Node.Scalar, at place: SourceLocation
  ) throws(YAMLFailure) -> YAMLNode? {
    guard scalar.isPlain, let name = veil.alias(in: scalar.string) else { return nil }
    guard AliasVeil.isAliasName(name), let anchor = anchors[name] else {
      throw YAMLFailure(.yamlSyntax("undefined alias", openedAt: nil, at: place))
    }
    try add(anchor.count, at: place)
    return anchor.node
  }

  private mutating func add(_ values: Int, at place: SourceLocation) throws(YAMLFailure) {
    count += values
    guard count <= YAMLDocument.largestTree else { throw YAMLFailure(.tooManyValues(at: place)) }
  }

  private mutating func entries(
    _ mapping: Node.Mapping, depth: Int
  ) throws(YAMLFailure) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line ?? lastLine
      let place = SourceLocation(file: file, line: line)
      guard case .scalar(let scalar) = key else { throw YAMLFailure(.keyNotText(at: place)) }
      if scalar.string == "<<", scalar.isPlain { throw YAMLFailure(.mergeKey(at: place)) }
      guard let text = try tree(key, depth: depth).text else {
        throw YAMLFailure(.keyNotText(at: place))
      }
      if let first = lines.updateValue(line, forKey: text) {
        throw YAMLFailure(.duplicateKey(text, firstLine: first, at: place))
      }
      entries.append(
        YAMLEntry(
          key: text, line: line, column: key.mark?.column ?? 1,
          value: try tree(value, depth: depth)))
    }
    return entries
  }
}

extension Node.Scalar {
  fileprivate var isPlain: Bool { style == .plain || style == .any }
}
