import SurveyModel

/// Reads `themes.yaml`: the themes and the groups that are ranked in their place.
struct CodebookReading {
  /// `nil` when there is no list of themes to speak of.
  var codebook: Codebook?
  var problems: [Problem]
  /// Every id that stands in the list, also of themes that could not be read.
  var themeIDs: [String] = []
  /// Where the file names the dictionary that its themes take their words from.
  var dictionary: YAMLEntry?

  static func read(_ bytes: [UInt8], file: String) -> CodebookReading {
    do throws(YAMLFailure) {
      let document = try YAMLDocument(bytes: bytes, file: file)
      var reader = CodebookReader(file: file)
      let codebook = reader.codebook(document.root)
      return CodebookReading(
        codebook: codebook, problems: sortedByLine(reader.reader.problems),
        themeIDs: reader.themeIDs, dictionary: reader.dictionary)
    } catch {
      return CodebookReading(codebook: nil, problems: [error.problem])
    }
  }
}

struct CodebookReader {
  var reader: DefinitionReader
  private(set) var dictionary: YAMLEntry?
  /// Themes and groups are ranked side by side, so a label stands for one of them only.
  private var labelLines: [String: Int] = [:]
  private(set) var themeIDs: [String] = []

  init(file: String) { reader = DefinitionReader(file: file) }

  private static let example = "themes: { security: Sécurité }"
  private static let groupExample = "safety: { label: Sécurité, themes: [security] }"
  private static let theme = Bilingual(fr: "le thème", en: "the theme")

  mutating func codebook(_ root: YAMLNode) -> Codebook? {
    guard
      let fields = reader.fields(
        root, of: Bilingual(fr: "une liste de thèmes", en: "a list of themes"), name: "themes",
        known: ["themes", "groups", "ignore", "signs", "dictionary"], example: Self.example),
      let entry = reader.required("themes", in: fields, example: Self.example),
      let entries = reader.mapping(entry, example: Self.example)
    else { return nil }
    var themes: [Theme] = []
    var lines: [String: Int] = [:]
    for entry in entries {
      let id = reader.id(entry.key, .question, line: entry.line)
      lines[entry.key] = entry.line
      themeIDs.append(entry.key)
      guard var theme = theme(entry) else { continue }
      claim(theme.label, line: entry.line)
      if let id {
        theme.id = id
        themes.append(theme)
      }
    }
    labelLines = [:]
    dictionary = fields["dictionary"]
    return Codebook(
      themes: themes, groups: groups(fields, themeLines: lines),
      ignored: expressions(fields["ignore"]), signs: signs(fields["signs"]))
  }

  private mutating func groups(_ fields: Fields, themeLines: [String: Int]) -> [ThemeGroup] {
    guard let entry = fields["groups"],
      let entries = reader.mapping(entry, example: "groups: { \(Self.groupExample) }")
    else { return [] }
    var groups: [ThemeGroup] = []
    var owners: [String: String] = [:]
    for entry in entries {
      guard
        let fields = reader.fields(
          entry.value, of: Bilingual(fr: "un groupe", en: "a group"), name: entry.key,
          known: ["label", "themes"], example: Self.groupExample)
      else { continue }
      let id = reader.id(entry.key, .question, line: entry.line)
      let labelEntry = reader.required("label", in: fields, example: Self.groupExample)
      let label = reader.bilingual(labelEntry)
      if let label { claim(label, line: entry.line) }
      let themesEntry = reader.required("themes", in: fields, example: Self.groupExample)
      let members = reader.texts(themesEntry) ?? []
      for member in members {
        let place = reader.place(member.line)
        if themeLines[member.text] == nil {
          reader.report(
            .unknownTheme(member.text, known: themeIDs, themesFile: reader.file, at: place))
        } else if let owner = owners[member.text] {
          reader.report(
            .themeTwice(member.text, first: owner, second: entry.key, at: place))
        }
        owners[member.text] = entry.key
      }
      // A group may carry the name of one of its own themes, which it then stands for.
      if let line = themeLines[entry.key], !members.contains(where: { $0.text == entry.key }) {
        reader.report(
          .duplicateID(
            entry.key, of: Self.theme, firstLine: line, at: reader.place(entry.line)))
      }
      if let id, let label, !members.isEmpty {
        groups.append(ThemeGroup(id: id, label: label, themes: members.map(\.text)))
      }
    }
    return groups
  }

  private mutating func claim(_ label: Bilingual, line: Int) {
    for text in Set([foldedLabel(label.fr), foldedLabel(label.en)]) {
      if let first = labelLines[text], first != line {
        reader.report(
          .duplicateName(
            label.fr, firstLine: first, of: Self.theme,
            ignoring: Bilingual(fr: "casse et espaces", en: "case and spaces"),
            at: reader.place(line)))
        return
      }
      labelLines[text] = line
    }
  }
}
