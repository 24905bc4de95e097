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
    let veil = AliasVeil(for: text)
    let parser: Parser
    let node: Node?
    do {
      // No resolver: a scalar is what was written. The encoding is named since Yams would look
      // it up in the environment.
      parser = try Parser(yaml: veil.veiled(text), resolver: .basic, encoding: .utf8)
      node = try parser.singleRoot()
    } catch let error as YamlError {
      throw YAMLFailure(problem(for: error, text: text, file: file))
    } catch {
      throw YAMLFailure(.yamlSyntax("\(error)", openedAt: nil, at: SourceLocation(file: file)))
    }
    guard let node else { throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1))) }
    var walk = YAMLWalk(file: file, veil: veil)
    root = try walk.tree(node, depth: 0)
    // Nodes know their anchors as long as the parser lives.
    withExtendedLifetime(parser) {}
    if root.isBlank { throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1))) }
  }
}

/// Why a file is not a document at all.
struct YAMLFailure: Error {
  var problem: Problem
  init(_ problem: Problem) { self.problem = problem }
}
