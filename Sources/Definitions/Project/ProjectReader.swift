import SurveyModel

/// Turns a project file and the files that it names into a `Project`.
struct ProjectReader {
  var reader: DefinitionReader
  let folder: String
  var definitions: [DefinitionFile] = []
  /// Of the other files, in the order in which the project names them.
  var fileProblems: [Problem] = []
  /// Questionnaires by path: two sources may share one.
  var readings: [String: QuestionnaireReading] = [:]
  var themesPath: String?
  /// The ids of all sources, also of those that could not be read.
  var declaredSourceIDs: [String] = []
  /// Sources that are sheets of sessions.
  var sessionSources: [SessionSource] = []
  /// Where each weighted source is named.
  var weightedLines: [String: Int] = [:]

  /// Told each export that the project names, before any other file is read.
  let named: (NamedExport) -> Void

  init(file: String, named: @escaping (NamedExport) -> Void) {
    self.named = named
    reader = DefinitionReader(file: file)
    folder = FileReading.folder(of: file)
  }

  var allProblems: [Problem] { sortedByLine(reader.problems) + fileProblems }

  static let keys = [
    "title", "language", "quartiers", "themes", "sources", "priorities", "ranking",
    "publication", "weighting", "state", "quartier-matches", "crosswalk", "intervals", "coding",
    "inbox", "merge",
  ]
  static let planned = ["editions"]
  private static let whole = Bilingual(fr: "un projet", en: "a project")

  mutating func project() -> Project? {
    let root: YAMLNode
    do throws(YAMLFailure) {
      let bytes = try FileReading.bytes(of: reader.file)
      definitions.append(DefinitionFile(path: reader.file, bytes: bytes))
      root = try YAMLDocument(bytes: bytes, file: reader.file).root
    } catch {
      reader.report(error.problem)
      return nil
    }
    guard
      let fields = reader.fields(
        root, of: Self.whole, name: "concertation.yaml", known: Self.keys, planned: Self.planned,
        example: "title: Concertation du contrat de ville")
    else { return nil }
    tellExports(fields)
    let titleEntry = reader.required(
      "title", in: fields, example: "title: Concertation du contrat de ville")
    let title = reader.bilingual(titleEntry) ?? Bilingual(FileReading.stem(of: folder))
    let language = reader.word(fields["language"], among: Language.allCases.map(\.rawValue))
    let quartiers = quartiers(fields)
    let codebook = codebook(fields)
    var sources = sources(fields)
    if let rule = intervals(fields) {
      for index in sources.indices { sources[index].source.source.intervals = rule }
    }
    priorities(
      fields, sources: &sources, canCode: codebook?.codebook?.hasExpressions ?? false)
    weighting(fields, sources: &sources, quartiers: quartiers)
    let crosswalk = crosswalk(fields, sources: sources, quartiers: quartiers)
    checkUses(codebook: codebook, hasQuartiers: fields["quartiers"] != nil)
    let state = reader.text(fields["state"]) ?? ".concertation"
    let inbox = reader.text(fields["inbox"])
    var project = Project(
      file: reader.file, title: title, language: language.flatMap(Language.init) ?? .french,
      quartiers: quartiers, codebook: codebook?.codebook ?? Codebook(),
      sources: sources.map(\.source), sessionSources: sessionSources,
      inbox: inbox.map { FileReading.path($0, from: folder) },
      minimumBase: minimumBase(fields), publication: publication(fields),
      stateFolder: FileReading.path(state, from: folder), definitions: definitions)
    project.crosswalk = crosswalk
    project.merges = merges(fields, sources: sources, quartiers: quartiers)
    project.quotesAnswers = quotesAnswers(fields)
    return project
  }

  /// The bytes of a file that the project names, kept for the manifest.
  mutating func bytes(of path: String, namedIn entry: YAMLEntry) -> [UInt8]? {
    if let known = definitions.first(where: { $0.path == path }) { return known.bytes }
    do throws(YAMLFailure) {
      let bytes = try FileReading.bytes(of: path, namedAt: reader.place(entry.value.line))
      definitions.append(DefinitionFile(path: path, bytes: bytes))
      return bytes
    } catch {
      reader.report(error.problem)
      return nil
    }
  }

  private mutating func quartiers(_ fields: Fields) -> [Quartier] {
    guard let entry = fields["quartiers"], let name = reader.text(entry) else { return [] }
    let path = FileReading.path(name, from: folder)
    guard let bytes = bytes(of: path, namedIn: entry) else { return [] }
    let loaded = QuartierList.load(bytes: bytes, file: path)
    fileProblems += loaded.problems
    let quartiers = loaded.partial ?? []
    guard let entry = fields["quartier-matches"], let name = reader.text(entry) else {
      return quartiers
    }
    let matches = FileReading.path(name, from: folder)
    guard let bytes = self.bytes(of: matches, namedIn: entry) else { return quartiers }
    let (matched, problems) = QuartierMatches.apply(bytes: bytes, file: matches, to: quartiers)
    fileProblems += problems
    return matched
  }

  /// The list that puts questions of several sources side by side.
  private mutating func crosswalk(
    _ fields: Fields, sources: [ReadSource], quartiers: [Quartier]
  ) -> Crosswalk {
    guard let entry = fields["crosswalk"], let name = reader.text(entry) else { return Crosswalk() }
    let path = FileReading.path(name, from: folder)
    guard let bytes = bytes(of: path, namedIn: entry) else { return Crosswalk() }
    let list = CrosswalkList(
      bytes: bytes, file: path, sources: sources.map(\.source), declared: declaredSourceIDs,
      quartiers: quartiers)
    fileProblems += list.problems
    return list.crosswalk
  }

  /// - Returns: `nil` when a list of themes is named and could not be read.
  private mutating func codebook(_ fields: Fields) -> CodebookReading? {
    guard let entry = fields["themes"] else {
      return CodebookReading(codebook: Codebook(), problems: [])
    }
    guard let name = reader.text(entry) else { return nil }
    let path = FileReading.path(name, from: folder)
    themesPath = path
    guard let bytes = bytes(of: path, namedIn: entry) else { return nil }
    var reading = CodebookReading.read(bytes, file: path)
    fileProblems += reading.problems
    guard let codebook = reading.codebook else { return nil }
    if let entry = reading.dictionary {
      reading.codebook = words(for: codebook, in: path, namedIn: entry)
    }
    return reading
  }

  /// The themes with the words of their dictionary.
  private mutating func words(
    for codebook: Codebook, in file: String, namedIn entry: YAMLEntry
  ) -> Codebook {
    var themes = DefinitionReader(file: file)
    defer { fileProblems += themes.problems }
    guard let name = themes.text(entry) else { return codebook }
    let path = FileReading.path(name, from: FileReading.folder(of: file))
    let bytes: [UInt8]
    do throws(YAMLFailure) {
      bytes = try FileReading.bytes(of: path, namedAt: themes.place(entry.value.line))
    } catch {
      themes.report(error.problem)
      return codebook
    }
    definitions.append(DefinitionFile(path: path, bytes: bytes))
    let dictionary = CodebookReading.read(bytes, file: path)
    fileProblems += dictionary.problems
    if let entry = dictionary.dictionary {
      fileProblems.append(
        .dictionaryOfDictionary(at: SourceLocation(file: path, line: entry.line)))
    }
    return dictionary.codebook.map { codebook.taking(wordsOf: $0) } ?? codebook
  }

  /// What questionnaires need of the project: the themes that options name, the quartiers.
  private mutating func checkUses(codebook: CodebookReading?, hasQuartiers: Bool) {
    for (_, reading) in readings.sorted(by: { $0.key < $1.key }) {
      if let codebook {
        let known = codebook.themeIDs
        for use in reading.themeUses where !known.contains(use.theme) {
          fileProblems.append(
            .unknownTheme(use.theme, known: known, themesFile: themesPath, at: use.place))
        }
      }
      if !hasQuartiers {
        for question in reading.quartierQuestions {
          fileProblems.append(.noQuartiers(question.id, at: question.place))
        }
      }
    }
  }
}
