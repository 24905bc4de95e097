import SurveyModel

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
    let events: [YAMLEvent]
    do throws(YAMLSyntaxError) {
      events = try YAMLEvent.all(of: text)
    } catch {
      throw YAMLFailure(problem(for: error, text: text, file: file))
    }
    var walk = YAMLWalk(file: file, events: events)
    guard let root = try walk.document() else {
      throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1)))
    }
    self.root = root
    if root.isBlank { throw YAMLFailure(.emptyFile(at: SourceLocation(file: file, line: 1))) }
  }
}

/// Why a file is not a document at all.
struct YAMLFailure: Error {
  var problem: Problem
  init(_ problem: Problem) { self.problem = problem }
}
