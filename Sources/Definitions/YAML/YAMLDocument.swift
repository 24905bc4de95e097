import SurveyModel
internal import Yams

/// A YAML file as a tree of located texts, or the one problem that kept it from being read.
///
/// Keys are texts, each once in its mapping. Anchors and aliases work, as far as the expanded tree
/// stays within `largestTree` values; merge keys (`<<`) and custom tags do not.
struct YAMLDocument: Sendable {
  let file: String
  let root: YAMLNode

  /// The most bytes that a definition file may have.
  static let largestFile = 4 << 20
  /// The most values, aliases expanded.
  static let largestTree = 200_000
  static let deepestTree = 40

  /// - Throws: the problem, located in `file`.
  init(bytes: [UInt8], file: String) throws(YAMLFailure) {
    self.file = file
    let text = try DefinitionText.decoded(bytes, file: file)
    guard !hasAliasesInKeys(text) else {
      throw YAMLFailure(.tooManyValues(at: SourceLocation(file: file)))
    }
    let node: Node?
    do {
      // No resolver: a scalar is what was written. The encoding is named since Yams would look
      // it up in the environment.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      node = try parser.singleRoot()
    } catch let error as YamlError {
      throw YAMLFailure(problem(for: error, text: text, file: file))
    } catch {
      throw YAMLFailure(.yamlSyntax("\(error)", openedAt: nil, at: SourceLocation(file: file)))
    }
    var walk = TreeWalk(file: file)
    guard let node else { throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1))) }
    root = try walk.tree(node, depth: 0)
    if root.isBlank { throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1))) }
  }
}

/// Why a file is not a document at all.
struct YAMLFailure: Error {
  var problem: Problem
  init(_ problem: Problem) { self.problem = problem }
}

/// The nodes of Yams as ours, with a limit on what aliases may multiply.
private struct TreeWalk {
  let file: String
  var count = 0
  var lastLine = 1

  init(file: String) { self.file = file }

  mutating func tree(_ node: Node, depth: Int) throws(YAMLFailure) -> YAMLNode {
    count += 1
    let line = node.mark?.line ?? lastLine
    let column = node.mark?.column ?? 1
    let place = SourceLocation(file: file, line: line)
    guard count <= YAMLDocument.largestTree else { throw YAMLFailure(.tooManyValues(at: place)) }
    guard depth <= YAMLDocument.deepestTree else { throw YAMLFailure(.tooDeep(at: place)) }
    lastLine = line
    switch node {
    case .scalar(let scalar):
      let isBlank = scalar.string.isEmpty && (scalar.style == .plain || scalar.style == .any)
      return YAMLNode(
        content: .text(scalar.string, isBlank: isBlank), line: line, column: column)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      for item in sequence { items.append(try tree(item, depth: depth + 1)) }
      return YAMLNode(content: .sequence(items), line: line, column: column)
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      for (key, value) in mapping {
        entries.append(try entry(key, value, depth: depth + 1))
      }
      return YAMLNode(content: .mapping(entries), line: line, column: column)
    case .alias:
      throw YAMLFailure(.tooManyValues(at: place))
    }
  }

  private mutating func entry(
    _ key: Node, _ value: Node, depth: Int
  ) throws(YAMLFailure) -> YAMLEntry {
    let line = key.mark?.line ?? lastLine
    let place = SourceLocation(file: file, line: line)
    guard case .scalar(let scalar) = key else { throw YAMLFailure(.keyNotText(at: place)) }
    if scalar.string == "<<", scalar.style == .plain { throw YAMLFailure(.mergeKey(at: place)) }
    return YAMLEntry(
      key: scalar.string, line: line, column: key.mark?.column ?? 1,
      value: try tree(value, depth: depth))
  }
}

/// Whether aliases could stand inside keys that are lists or mappings, many times over. Yams hashes
/// keys before we see them, which aliases of aliases would make endless; texts with this many
/// asterisks and such keys are refused unread.
private func hasAliasesInKeys(_ text: String) -> Bool {
  let opening = Set(" \t\r\n[{,:-?".utf8)
  let closing = Set(" \t\r\n".utf8)
  var aliases = 0
  var hasOddKey = false
  var previous = UInt8(ascii: "\n")
  var afterCollection = false
  var inAlias = false
  for byte in withoutQuotedValues(text).utf8 {
    let starts = opening.contains(previous)
    if byte == UInt8(ascii: "*"), starts {
      aliases += 1
      inAlias = true
    } else if inAlias, !closing.contains(byte), byte != UInt8(ascii: ":") {
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
        inAlias = false
      }
    }
    if previous == UInt8(ascii: "?"), closing.contains(byte) { hasOddKey = true }
    if byte == UInt8(ascii: ":"), afterCollection || inAlias { hasOddKey = true }
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      afterCollection = true
    } else if !closing.contains(byte) {
      afterCollection = false
    }
    if byte == UInt8(ascii: "\n") { inAlias = false }
    previous = byte
  }
  return hasOddKey && aliases > 20
}
