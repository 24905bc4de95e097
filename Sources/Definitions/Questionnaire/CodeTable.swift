import SurveyModel

/// The list of codes that goes with an export of codes: `question,code,label`, a line a code.
///
/// A blank question is that of the line above. `question` is the question's id or the name of its
/// column; `label` may be headed `libellé`; `missing` says what a code outside the answers stands for.
struct CodeTable {
  struct Line {
    var code: String
    var label: String
    var missing: String
    var place: SourceLocation
  }

  private(set) var problems: [Problem] = []
  /// By folded name of the question, in the order of the file.
  private var lines: [String: [Line]] = [:]
  private var names: [(text: String, place: SourceLocation)] = []
  private var taken: Set<String> = []

  init() {}

  init(bytes: [UInt8], file: String) {
    let known = ["question", "code", "label", "libellé", "missing"]
    let windows = DefinitionText.fromWindows1252(bytes)
    let list = HeadedList(
      bytes: windows ?? bytes, file: file, known: known, required: ["question", "code"])
    problems = list.problems
    if windows != nil {
      problems.append(.readAsWindows(at: SourceLocation(file: file, line: 1)))
    }
    if list.isUsable, list.headings.isDisjoint(with: ["label", "libellé"]) {
      problems.append(
        .missingHeading("label", known: known, at: SourceLocation(file: file, line: 1)))
      return
    }
    var question = ""
    for row in list.rows {
      if !row["question"].isEmpty { question = row["question"] }
      let label = row["label"].isEmpty ? row["libellé"] : row["label"]
      for (name, text) in [("question", question), ("code", row["code"]), ("label", label)]
      where text.isEmpty {
        problems.append(.emptyValue(name, at: row.place))
      }
      let key = foldedLabel(question)
      if lines[key] == nil { names.append((question, row.place)) }
      lines[key, default: []].append(
        Line(code: row["code"], label: label, missing: row["missing"], place: row.place))
    }
  }

  func has(_ names: [String]) -> Bool { names.contains { lines[foldedLabel($0)] != nil } }

  /// The lines of the first of these names that the list has.
  mutating func take(_ names: [String]) -> [Line] {
    for name in names.map(foldedLabel) {
      if let found = lines[name] {
        taken.insert(name)
        return found
      }
    }
    return []
  }

  /// Questions of the list that the questionnaire does not have.
  var unused: [(text: String, place: SourceLocation)] {
    names.filter { !taken.contains(foldedLabel($0.text)) }
  }
}

extension QuestionnaireReader {
  /// What the list may call a question.
  func names(of fields: Fields) -> [String] {
    ["id", "column", "text"].compactMap { fields[$0]?.value.text }
      + (fields["columns"]?.value.items ?? []).compactMap(\.text)
  }

  /// The options of a question that leaves them to the list of codes; `nil`: it has none of them.
  mutating func optionsFromCodes(_ fields: Fields) -> CodeList? {
    let lines = codeTable.take(names(of: fields))
    guard !lines.isEmpty else { return nil }
    var options: [AnswerOption] = []
    for line in lines where !line.code.isEmpty && !line.label.isEmpty {
      guard Identifiers.isCode(line.code) else {
        reader.report(.badCode(line.code, at: line.place))
        continue
      }
      if options.contains(where: { $0.code == line.code }) {
        reader.report(
          .duplicateOption(line.code, first: line.code, second: line.code, at: line.place))
        continue
      }
      options.append(
        AnswerOption(code: line.code, label: Bilingual(line.label), missing: reason(line, fields)))
    }
    return CodeList(options, allowsOther: reader.flag(fields["other"]) ?? false)
  }

  /// The codes as further texts of the options that have their labels.
  mutating func addCodes(to list: inout CodeList, _ fields: Fields) {
    for line in codeTable.take(names(of: fields)) {
      // A draft has codes in the place of labels.
      if let index = list.options.firstIndex(where: {
        $0.code == line.code && $0.label == Bilingual(line.code)
      }) {
        list.options[index].label = Bilingual(line.label)
        list.options[index].missing = list.options[index].missing ?? reason(line, fields)
        continue
      }
      let label = foldedLabel(line.label)
      let index = list.options.firstIndex { option in
        option.code == line.label || option.texts.contains { foldedLabel($0) == label }
      }
      guard let index else {
        let labels = list.options.map(\.label.fr)
        reader.report(
          .codeWithoutOption(
            line.code, line.label, near: nearest(to: line.label, among: labels), at: line.place))
        continue
      }
      let owner = list.options.first { option in
        (option.texts + [option.code]).contains { foldedLabel($0) == foldedLabel(line.code) }
      }
      if let owner, owner.code != list.options[index].code {
        reader.report(
          .duplicateOption(
            line.code, first: owner.code, second: list.options[index].code, at: line.place))
      } else if owner == nil {
        list.options[index].aliases.append(line.code)
      }
    }
  }

  /// What the list says that a code stands for, else what the question's `missing` says.
  private mutating func reason(_ line: CodeTable.Line, _ fields: Fields) -> MissingReason? {
    let reasons = MissingReason.allCases.filter { $0 != .invalid }
    let word = line.missing
    if word.isEmpty {
      let said = fields["missing"]?.value.entries?.first { $0.key == line.code }
      return reasons.first { $0.yamlWord == said?.value.text }
    }
    if let reason = reasons.first(where: { $0.yamlWord == word }) { return reason }
    reader.report(.unknownCodeReason(word, words: reasons.map(\.yamlWord), at: line.place))
    return nil
  }

  /// Reads the list that `codes:` names.
  mutating func readCodes(_ entry: YAMLEntry) {
    guard let name = reader.text(entry) else { return }
    let path = FileReading.path(name, from: FileReading.folder(of: reader.file))
    do throws(YAMLFailure) {
      let bytes = try FileReading.bytes(of: path, namedAt: reader.place(entry.value.line))
      files.append(DefinitionFile(path: path, bytes: bytes))
      codeTable = CodeTable(bytes: bytes, file: path)
    } catch {
      reader.report(error.problem)
    }
  }
}
