internal import Definitions
internal import SurveyModel

/// The project in a questionnaire's folder: a questionnaire alone names neither the list of
/// quartiers nor how its people were found.
struct SiblingProject {
  private let project: Project?

  init(questionnaire path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    project = ProjectLoader.load(path: folder + ProjectLoader.fileName).partial
  }

  /// Empty without a project: names are then taken as typed.
  var quartiers: [Quartier] { project?.quartiers ?? [] }

  /// The source whose export this file is, with how it is weighted; `nil` where the project does not
  /// name it.
  func source(of file: String) -> ProjectSource? {
    let wanted = ProjectPaths.inMessages(file)
    return project?.sources.first { ProjectPaths.inMessages($0.export.path) == wanted }
  }
}
