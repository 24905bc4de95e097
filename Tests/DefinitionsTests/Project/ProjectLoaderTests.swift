import Definitions
import SurveyModel
import Testing

@Suite struct ProjectLoaderTests {
  @Test func `a good project has no problems`() throws {
    let files = try TemporaryProject(goodProject)
    let loaded = ProjectLoader.load(path: files.folder + "/")
    #expect(loaded.problems == [])
    let project = try #require(loaded.value)
    #expect(project.file == files.path("concertation.yaml"))
    #expect(project.title == Bilingual("Concertation du contrat de ville"))
    #expect(project.language == .english)
    #expect(project.minimumBase == 7)
    #expect(project.publication == PublicationThresholds(base: 10, cell: 4))
    #expect(project.stateFolder == files.path(".concertation"))
    #expect(
      project.quartiers == [
        Quartier(
          code: "QP011001", name: "La Conte – Ozanam", aliases: ["Ozanam", "Laconte"],
          population: 2300),
        Quartier(code: "QP011002", name: "Le Viguier, Saint-Jacques"),
        Quartier(code: "bastide", name: "Bastide Pont-Vieux"),
      ])
    #expect(project.codebook.themes.map(\.id) == ["security", "tranquillity", "health"])
    #expect(project.codebook.groups.map(\.themes) == [["security", "tranquillity"]])
    #expect(
      project.definitions.map(\.path)
        == ["concertation.yaml", "quartiers.csv", "themes.yaml", "online.yaml"].map(files.path))
    #expect(project.definitions[3].bytes == Array(goodQuestionnaire.utf8))
  }

  @Test func `sources say how they are read`() throws {
    let files = try TemporaryProject(goodProject)
    let project = try #require(ProjectLoader.load(path: files.path("concertation.yaml")).value)
    let online = project.sources[0]
    #expect(
      online.source
        == Source(
          id: "online", label: Bilingual("online"), mode: "online", sampling: .volunteer,
          collected: Bilingual("2023")))
    #expect(online.export.path == files.path("../x/online.csv"))
    #expect(online.askedIn == ["insecurity"])
    #expect(online.export.delimiter == nil && online.export.encoding == nil)
    let phone = project.sources[1]
    #expect(phone.source.label.en == "Phone")
    #expect(phone.source.sampling == .unknown)
    #expect(phone.export.delimiter == UInt8(ascii: ";") && phone.export.encoding == "windows-1252")
    #expect(phone.askedIn == [])
    #expect(phone.questionnaire == online.questionnaire)
    #expect(phone.exportLocation == SourceLocation(file: project.file, line: 10))
  }

  /// What opens them meanwhile finds them again by all that is said of them. A source that cannot be
  /// read is passed over, and what is wrong with it is said once.
  @Test func `exports are told as the sources have them`() throws {
    let files = try TemporaryProject(goodProject)
    var told: [NamedExport] = []
    let loaded = ProjectLoader.load(path: files.folder) { told.append($0) }
    #expect(try #require(loaded.value).sources.map(\.export) == told)
    var broken = goodProject
    broken["concertation.yaml"]?.replace("file: ../x/online.csv", with: "fil: ../x/online.csv")
    let other = try TemporaryProject(broken)
    let quiet = ProjectLoader.load(path: other.folder)
    var rest: [NamedExport] = []
    #expect(ProjectLoader.load(path: other.folder) { rest.append($0) }.problems == quiet.problems)
    #expect(rest.map(\.delimiter) == Array(told.dropFirst()).map(\.delimiter))
  }

  @Test func `when and whom in two languages`() throws {
    func load(_ words: String) throws -> Loaded<Project> {
      var files = goodProject
      files["concertation.yaml"]?.replace("collected: 2023", with: words)
      let project = try TemporaryProject(files)
      defer { withExtendedLifetime(project) {} }
      return ProjectLoader.load(path: project.path("concertation.yaml"))
    }
    let loaded = try load("collected: { fr: mai 2023, en: May 2023 }, population: { fr: a, en: b }")
    let project = try #require(loaded.value)
    #expect(project.sources[0].source.collected == Bilingual(fr: "mai 2023", en: "May 2023"))
    #expect(project.sources[0].source.population == Bilingual(fr: "a", en: "b"))
    let half = try load("collected: { fr: mai 2023 }")
    let problem = try #require(half.problems.first)
    #expect(problem.location?.line != nil && problem.message.en.contains("en"))
  }
}
