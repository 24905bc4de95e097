internal import Definitions
internal import SurveyModel

/// The list of quartiers beside a questionnaire: the one of the project file in its folder.
///
/// A questionnaire alone does not name the list; without one the names are taken as typed.
enum SiblingQuartiers {
  static func load(questionnaire path: String) -> [Quartier] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return ProjectLoader.load(path: folder + ProjectLoader.fileName).partial?.quartiers ?? []
  }
}
