import SurveyModel

extension QuestionnaireReader {
  private static let exampleOptions = "options: { \"yes\": Oui, \"no\": Non }"

  /// The options of a question, where its type has any.
  ///
  /// - Returns: `nil` when there is no list to work with, which is reported.
  mutating func codeList(_ fields: Fields, type: QuestionType) -> CodeList? {
    if fields["options"] == nil, let list = optionsFromCodes(fields) { return list }
    guard var list = writtenList(fields, type: type) else { return nil }
    addCodes(to: &list, fields)
    return list
  }

  private mutating func writtenList(_ fields: Fields, type: QuestionType) -> CodeList? {
    guard
      let entry = reader.required("options", in: fields, example: Self.exampleOptions)
    else { return nil }
    if let items = entry.value.items, !items.isEmpty {
      let labels = items.compactMap { $0.text }
      reader.report(.optionsAsList(labels, at: reader.place(entry.value.line)))
      return nil
    }
    guard let entries = reader.mapping(entry, example: Self.exampleOptions) else { return nil }
    let allowsOther = reader.flag(fields["other"]) ?? false
    var options: [AnswerOption] = []
    var unread = false
    var owners: [String: String] = [:]
    for entry in entries {
      if allowsOther, entry.key == "other" {
        reader.report(.reservedCode(at: reader.place(entry.line)))
      }
      guard let option = option(entry, type: type) else {
        unread = true
        continue
      }
      claim(option, line: entry.line, owners: &owners)
      options.append(option)
    }
    // With an option missing, ends and counts would be judged wrongly.
    return unread ? nil : CodeList(options, allowsOther: allowsOther)
  }

  /// Each text of an option must mean this option only.
  private mutating func claim(
    _ option: AnswerOption, line: Int, owners: inout [String: String]
  ) {
    for text in option.texts {
      let folded = foldedLabel(text)
      if let owner = owners[folded], owner != option.code {
        reader.report(
          .duplicateOption(text, first: owner, second: option.code, at: reader.place(line)))
        return
      }
      owners[folded] = option.code
    }
  }

  private mutating func option(_ entry: YAMLEntry, type: QuestionType) -> AnswerOption? {
    let code = entry.key
    if isTodo(code) {
      reader.report(.todo("options", choices: [], at: reader.place(entry.line)))
    } else if !Identifiers.isCode(code) {
      reader.report(.badCode(code, at: reader.place(entry.line)))
    }
    func example() -> String { "\(yamlQuoted(code)): { label: Oui }" }
    guard let entries = entry.value.entries, !isTwoLanguages(entries) else {
      let label =
        entry.value.items == nil
        ? reader.bilingual(entry.value, for: code) : nil
      if entry.value.items != nil {
        reader.report(
          .wrongShape(
            code, expected: Bilingual(fr: "un libellé", en: "a label"), example: example(),
            at: reader.place(entry.value.line)))
      }
      return label.map { AnswerOption(code: code, label: $0) }
    }
    guard
      let fields = reader.fields(
        entry.value, of: Bilingual(fr: "une option", en: "an option"), name: code,
        known: ["label", "also", "theme", "exclusive", "missing", "column"], example: example())
    else { return nil }
    let labelEntry = reader.required("label", in: fields, example: example())
    let label = reader.bilingual(labelEntry)
    let aliases = reader.texts(fields["also"])?.map(\.text) ?? []
    let theme = reader.text(fields["theme"])
    if let theme {
      let place = reader.place(fields.line(of: "theme"))
      themeUses.append(.init(theme: theme, place: place))
    }
    let isExclusive = reader.flag(fields["exclusive"]) ?? false
    if isExclusive, type != .multiple {
      let place = reader.place(fields.line(of: "exclusive"))
      reader.report(.exclusiveOutsideMultiple(type: type.rawValue, at: place))
    }
    let missing = fields["missing"].flatMap { missingReason($0) }
    let column = fields["column"].flatMap { columnName($0) }
    guard let label else { return nil }
    return AnswerOption(
      code: code, label: label, aliases: aliases, theme: theme, isExclusive: isExclusive,
      missing: missing, column: column)
  }

  /// `{ fr: …, en: … }` as an option's value is its label.
  private func isTwoLanguages(_ entries: [YAMLEntry]) -> Bool {
    !entries.isEmpty && entries.allSatisfy { $0.key == "fr" || $0.key == "en" }
  }
}
