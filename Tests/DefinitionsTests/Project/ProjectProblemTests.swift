import Definitions
import SurveyModel
import Testing

@Suite struct ProjectProblemTests {
  @Test(arguments: badProjects + badThemes + badWords + badQuartiers + badWeightings)
  func `mistakes are reported in their file and line`(bad: BadProject) throws {
    let (loaded, marked, files) = try load(bad)
    for (name, text) in marked {
      expect(loaded.problems, match: text, file: files.path(name))
    }
    let places = Set(loaded.problems.compactMap { $0.location?.file })
    #expect(
      places.isSubset(of: Set((Array(goodProject.keys) + Array(bad.files.keys)).map(files.path))))
  }

  @Test func `without a project file nothing else is said`() throws {
    let files = try TemporaryProject([:])
    let loaded = ProjectLoader.load(path: files.folder)
    #expect(loaded.problems.map(\.code) == ["missing-file"])
    #expect(loaded.problems[0].location?.file == files.path("concertation.yaml"))
  }

  @Test func `Windows text is refused with a word`() throws {
    let files = try TemporaryProject(goodProject)
    try files.write(Array("code,name\na,Cit".utf8) + [0xE9, 0x0A], to: "quartiers.csv")
    let problems = ProjectLoader.load(path: files.folder).problems
    #expect(problems.map(\.code) == ["not-utf8"])
    #expect(problems.first?.location?.line == 2)
    expectBothLanguages(problems)
  }

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `lists of any spreadsheet`(lineEnd: String, mark: String) throws {
    let files = try TemporaryProject(goodProject)
    let lines = [
      "Code ; NAME;population;;", "a;\"La \"\"Conte\"\"; Nord\";12;;", ";;;;", "b; B ;;;",
    ]
    let text = mark + lines.joined(separator: lineEnd)
    try files.write(Array(text.utf8), to: "quartiers.csv")
    let loaded = ProjectLoader.load(path: files.folder)
    #expect(loaded.problems == [])
    #expect(
      loaded.value?.quartiers == [
        Quartier(code: "a", name: "La \"Conte\"; Nord", population: 12),
        Quartier(code: "b", name: "B"),
      ])
  }

  @Test(arguments: badCodes)
  func `lists of codes`(bad: BadProject) throws {
    let texts = bad.files.compactMapValues { $0.map { MarkedText($0).text } }
    let files = try TemporaryProject(texts)
    let loaded = QuestionnaireLoader.load(path: files.path("q.yaml"))
    let marked = MarkedText(try #require(bad.files["codes.csv"] ?? nil))
    expect(
      loaded.problems.filter { $0.location?.file == files.path("codes.csv") }, match: marked,
      file: files.path("codes.csv"))
  }

  @Test func `a list of codes as Excel saves it`() throws {
    let files = try TemporaryProject([
      "q.yaml": """
      codes: codes.csv
      questions:
        - { id: a, text: A, column: Q1, type: single }
        - { id: b, text: B, column: Q2, type: single, options: { yes: Très, no: Pas du tout } }
        - { id: c, text: C, column: Q3, type: single, options: { 1: 1, 2: 2 } }
      """
    ])
    let text =
      "question;code;libell\u{E9};missing\r\nQ1;1;Propret\u{E9};\r\n;9;NSP;does-not-know\r\n"
      + "Q2;1;Tr\u{E8}s;\r\n;2;Pas du tout;\r\nQ3;1;Oui;\r\n;2;Non;\r\n"
    try files.write(text.unicodeScalars.map { UInt8($0.value) }, to: "codes.csv")
    let loaded = QuestionnaireLoader.load(path: files.path("q.yaml"))
    #expect(loaded.problems.map(\.code) == ["read-as-windows-1252"])
    let lists = try #require(loaded.value).questions.map { $0.type.codeList?.options ?? [] }
    #expect(lists[0].map(\.label.fr) == ["Propreté", "NSP"])
    #expect(lists[0].map(\.missing) == [nil, .doesNotKnow])
    #expect(lists[1].map(\.aliases) == [["1"], ["2"]])
    #expect(lists[2].map(\.label.fr) == ["Oui", "Non"])
  }

  /// Every code of the list can be met, and no other is.
  @Test func `the list of codes is complete`() throws {
    var met: Set<String> = []
    for bad in badShapes + badQuestions + badRoutings {
      let bytes = MarkedText(bad.text).bytes
      met.formUnion(QuestionnaireLoader.load(bytes: bytes, file: "q").problems.map(\.code))
    }
    for hostile in hostileFiles {
      met.formUnion(QuestionnaireLoader.load(bytes: hostile.bytes, file: "q").problems.map(\.code))
    }
    for bad in badProjects + badThemes + badWords + badQuartiers + badWeightings {
      met.formUnion(try load(bad).0.problems.map(\.code))
    }
    for bad in badCodes {
      let files = try TemporaryProject(
        bad.files.compactMapValues { $0.map { MarkedText($0).text } })
      met.formUnion(QuestionnaireLoader.load(path: files.path("q.yaml")).problems.map(\.code))
    }
    let windows = try TemporaryProject(["q.yaml": "codes: c.csv\nquestions: []"])
    try windows.write(Array("question,code,label\na,b,".utf8) + [0xE9], to: "c.csv")
    met.formUnion(QuestionnaireLoader.load(path: windows.path("q.yaml")).problems.map(\.code))
    met.formUnion(QuestionnaireLoader.load(path: "/dev/zero").problems.map(\.code))
    #expect(met == Set(DefinitionCode.allCases.map(\.rawValue)))
  }

  private func load(
    _ bad: BadProject
  ) throws -> (Loaded<Project>, [String: MarkedText], TemporaryProject) {
    var texts = goodProject
    var marked: [String: MarkedText] = [:]
    for (name, text) in bad.files {
      texts[name] = text.map { MarkedText($0).text }
      if let text { marked[name] = MarkedText(text) }
    }
    let files = try TemporaryProject(texts)
    return (ProjectLoader.load(path: files.folder), marked, files)
  }
}
