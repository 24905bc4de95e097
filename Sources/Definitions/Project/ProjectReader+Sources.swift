import SurveyModel

/// A source as it was read, with what is needed to check what the project says about it.
struct ReadSource {
  var source: ProjectSource
  /// Every id that stands in its questionnaire.
  var questionIDs: Set<String>
}

extension ProjectReader {
  static let sourceKeys = [
    "id", "label", "questionnaire", "file", "mode", "sampling", "collected", "population",
    "delimiter", "encoding", "sheet", "corrections", "dialect", "header-rows",
    "sessions", "withdrawn",
  ]
  /// What a source of sessions may say.
  private static let sessionKeys: Set = [
    "id", "label", "sessions", "withdrawn", "mode", "sampling", "collected", "population",
  ]
  private static let example =
    "- { id: online, questionnaire: online.yaml, file: online.csv, sampling: volunteer }"
  private static let what = Bilingual(fr: "une source", en: "a source")

  mutating func sources(_ fields: Fields) -> [ReadSource] {
    guard let entry = reader.required("sources", in: fields, example: "sources:"),
      let items = reader.list(entry, example: Self.example)
    else { return [] }
    var out: [ReadSource] = []
    var lines: [String: Int] = [:]
    var exports: [String: String] = [:]
    for item in items {
      guard
        let fields = reader.fields(
          item, of: Self.what, name: "sources", known: Self.sourceKeys,
          planned: ["weighting", "weight"], example: Self.example)
      else { continue }
      let id = sourceID(fields, lines: &lines)
      if let entry = fields["sessions"] {
        if let read = sessionSource(fields, entry, id: id) { sessionSources.append(read) }
        continue
      }
      if let entry = fields["withdrawn"] {
        reader.report(.onlyForSessions("withdrawn", at: reader.place(entry.line)))
      }
      guard let read = source(fields, id: id) else { continue }
      let path = read.source.export.path
      if let first = exports[path], let file = fields["file"] {
        reader.report(.sameExport(path, first: first, at: reader.place(file.value.line)))
      }
      exports[path] = exports[path] ?? read.source.source.id
      out.append(read)
    }
    return out
  }

  /// Tells which exports the sources name; what is wrong with them is said when they are read.
  func tellExports(_ fields: Fields) {
    var quiet = self
    for item in fields["sources"]?.value.items ?? [] {
      let fields = quiet.reader.fields(
        item, of: Self.what, name: "sources", known: Self.sourceKeys, example: Self.example)
      guard let fields, let path = quiet.reader.text(fields["file"]) else { continue }
      named(
        NamedExport(
          path: FileReading.path(path, from: folder), delimiter: quiet.delimiter(fields),
          encoding: quiet.reader.text(fields["encoding"]),
          sheet: quiet.reader.text(fields["sheet"])))
    }
  }

  private mutating func sourceID(_ fields: Fields, lines: inout [String: Int]) -> String? {
    guard let entry = reader.required("id", in: fields, example: "id: online"),
      let text = reader.text(entry)
    else { return nil }
    if let first = lines[text] {
      reader.report(
        .duplicateID(
          text, of: Bilingual(fr: "la source", en: "the source"), firstLine: first,
          at: reader.place(entry.value.line)))
      return nil
    }
    lines[text] = entry.value.line
    declaredSourceIDs.append(text)
    return reader.id(text, .source, line: entry.value.line)
  }

  /// Sheets of sessions: nothing is asked of them but where they are.
  private mutating func sessionSource(
    _ fields: Fields, _ entry: YAMLEntry, id: String?
  ) -> SessionSource? {
    for other in fields.all where !Self.sessionKeys.contains(other.key) {
      reader.report(.notForSessions(other.key, at: reader.place(other.line)))
    }
    let label = reader.bilingual(fields["label"])
    let sampling = reader.word(
      fields["sampling"], among: SamplingKind.allCases.map(\.rawValue)
    ).flatMap(SamplingKind.init)
    let source = id.map {
      Source(
        id: $0, label: label ?? Bilingual($0), mode: reader.text(fields["mode"]),
        sampling: sampling ?? .workshop, collected: reader.bilingual(fields["collected"]),
        population: reader.bilingual(fields["population"]))
    }
    var withdrawn: [String: SourceLocation] = [:]
    for id in reader.texts(fields["withdrawn"]) ?? [] {
      withdrawn[id.text] = reader.place(id.line)
    }
    let patterns = (reader.texts(entry) ?? []).map { pattern in
      SessionSource.Pattern(
        path: FileReading.path(pattern.text, from: folder), location: reader.place(pattern.line))
    }
    for pattern in patterns {
      let folder = pattern.path.lastIndex(of: "/").map { pattern.path[..<$0] } ?? ""
      if folder.contains("*") {
        reader.report(.starInFolder(pattern.path, at: pattern.location))
      }
    }
    guard let source, !patterns.isEmpty else { return nil }
    return SessionSource(source: source, sheets: patterns, withdrawn: withdrawn)
  }

  private mutating func source(_ fields: Fields, id: String?) -> ReadSource? {
    let label = reader.bilingual(fields["label"])
    let sampling = reader.word(
      fields["sampling"], among: SamplingKind.allCases.map(\.rawValue)
    ).flatMap(SamplingKind.init)
    let mode = reader.text(fields["mode"])
    let collected = reader.bilingual(fields["collected"])
    let population = reader.bilingual(fields["population"])
    let delimiter = delimiter(fields)
    let form = reader.form(fields)
    let encoding = reader.text(fields["encoding"])
    // A workshop's sessions are refused above; asking for a questionnaire would mislead.
    let isSurvey = !fields.hasPlanned
    let questionnaireEntry =
      isSurvey
      ? reader.required("questionnaire", in: fields, example: "questionnaire: online.yaml")
      : fields["questionnaire"]
    let fileEntry =
      isSurvey
      ? reader.required("file", in: fields, example: "file: online.csv") : fields["file"]
    let export = reader.text(fileEntry)
    guard let questionnaireEntry, let name = reader.text(questionnaireEntry) else { return nil }
    let path = FileReading.path(name, from: folder)
    guard let reading = questionnaire(path, namedIn: questionnaireEntry), let id, let export,
      let questionnaire = reading.questionnaire
    else { return nil }
    var source = ProjectSource(
      source: Source(
        id: id, label: label ?? Bilingual(id), mode: mode, sampling: sampling ?? .unknown,
        collected: collected, population: population),
      questionnairePath: path, questionnaire: questionnaire,
      export: NamedExport(
        path: FileReading.path(export, from: folder), delimiter: delimiter, encoding: encoding,
        sheet: reader.text(fields["sheet"])),
      exportLocation: reader.place(fields.line(of: "file")), form: form,
      encodingLocation: encoding == nil ? nil : reader.place(fields.line(of: "encoding")))
    if let corrections = reader.text(fields["corrections"]) {
      source.correctionsPath = FileReading.path(corrections, from: folder)
      source.correctionsLocation = reader.place(fields.line(of: "corrections"))
    }
    return ReadSource(source: source, questionIDs: reading.questionIDs)
  }

  private mutating func questionnaire(
    _ path: String, namedIn entry: YAMLEntry
  ) -> QuestionnaireReading? {
    if let known = readings[path] { return known }
    guard let bytes = bytes(of: path, namedIn: entry) else { return nil }
    let reading = QuestionnaireReading.read(bytes, file: path)
    readings[path] = reading
    for file in reading.files where !definitions.contains(where: { $0.path == file.path }) {
      definitions.append(file)
    }
    fileProblems += reading.problems
    return reading
  }

  private mutating func delimiter(_ fields: Fields) -> UInt8? {
    guard let entry = fields["delimiter"] else { return nil }
    // A tab is white space only, and yet an answer.
    if entry.value.text == "\t" { return 0x09 }
    guard let text = reader.text(entry) else { return nil }
    switch text {
    case "tab", "\\t": return 0x09
    case ",", ";", "|", ":": return text.utf8.first
    default:
      reader.report(.badDelimiter(text, at: reader.place(entry.value.line)))
      return nil
    }
  }
}
