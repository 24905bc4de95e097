import SurveyModel

/// Reads values of one definition file, and collects what is wrong with them instead of stopping.
///
/// A method that returns `nil` has reported why.
struct DefinitionReader {
  let file: String
  private(set) var problems: [Problem] = []

  init(file: String) { self.file = file }

  func place(_ line: Int) -> SourceLocation { SourceLocation(file: file, line: line) }

  mutating func report(_ problem: Problem) {
    // An alias stands for a place that has been judged where it was written.
    if problem.code == DefinitionCode.todo.rawValue, problems.contains(problem) { return }
    problems.append(problem)
  }

  /// The entries of a mapping whose keys are known.
  ///
  /// - Parameters:
  ///   - what: how messages call the mapping: "une question".
  ///   - planned: keys that a later version will read, refused with a word of their own.
  mutating func fields(
    _ node: YAMLNode, of what: Bilingual, name: String, known: [String], planned: [String] = [],
    example: @autoclosure () -> String
  ) -> Fields? {
    guard let entries = node.entries else {
      if node.isBlank {
        report(.emptyValue(name, at: place(node.line)))
      } else if node.text.map(isTodo) == true {
        report(.todo(name, choices: [], at: place(node.line)))
      } else {
        report(
          .wrongShape(
            name, expected: Bilingual(fr: "des lignes « clé: valeur »", en: "“key: value” lines"),
            example: example(), at: place(node.line)))
      }
      return nil
    }
    var byKey: [String: YAMLEntry] = [:]
    var hasPlanned = false
    for entry in entries {
      if planned.contains(entry.key) {
        hasPlanned = true
        report(.notAvailable(entry.key, at: place(entry.line)))
      } else if known.contains(entry.key) {
        byKey[entry.key] = entry
      } else {
        report(.unknownKey(entry.key, in: what, known: known, at: place(entry.line)))
      }
    }
    return Fields(what: what, line: node.line, hasPlanned: hasPlanned, byKey: byKey)
  }

  /// The entry of a key that must be there.
  mutating func required(
    _ key: String, in fields: Fields, example: @autoclosure () -> String
  ) -> YAMLEntry? {
    if let entry = fields[key] { return entry }
    report(.missingKey(key, in: fields.what, example: example(), at: place(fields.line)))
    return nil
  }

  /// The items of a list that may not be empty.
  mutating func list(_ entry: YAMLEntry, example: @autoclosure () -> String) -> [YAMLNode]? {
    if let items = entry.value.items, !items.isEmpty { return items }
    if entry.value.isBlank || entry.value.items != nil {
      report(.emptyValue(entry.key, at: place(entry.value.line)))
    } else if entry.value.text.map(isTodo) == true {
      report(.todo(entry.key, choices: [], at: place(entry.value.line)))
    } else {
      report(
        .wrongShape(
          entry.key, expected: Bilingual(fr: "une liste", en: "a list"), example: example(),
          at: place(entry.value.line)))
    }
    return nil
  }

  /// The entries of a mapping whose keys are the writer's own, and that may not be empty.
  mutating func mapping(_ entry: YAMLEntry, example: @autoclosure () -> String) -> [YAMLEntry]? {
    if let entries = entry.value.entries, !entries.isEmpty { return entries }
    if entry.value.isBlank || entry.value.entries != nil {
      report(.emptyValue(entry.key, at: place(entry.value.line)))
    } else if entry.value.text.map(isTodo) == true {
      report(.todo(entry.key, choices: [], at: place(entry.value.line)))
    } else {
      report(
        .wrongShape(
          entry.key,
          expected: Bilingual(fr: "des lignes « clé: valeur »", en: "“key: value” lines"),
          example: example(), at: place(entry.value.line)))
    }
    return nil
  }
}

/// The entries of one mapping, by key.
struct Fields {
  /// How messages call the mapping.
  let what: Bilingual
  let line: Int
  /// A key of a later version was refused.
  let hasPlanned: Bool
  fileprivate let byKey: [String: YAMLEntry]

  subscript(key: String) -> YAMLEntry? { byKey[key] }

  /// The entries in the order of the file.
  var all: [YAMLEntry] {
    byKey.values.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  func line(of key: String) -> Int { byKey[key]?.value.line ?? line }
}

/// A scalar that its writer left for later: `TODO`, or `TODO` and a remark.
func isTodo(_ text: String) -> Bool { text == "TODO" || text.hasPrefix("TODO ") }
