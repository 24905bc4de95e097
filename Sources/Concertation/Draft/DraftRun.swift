internal import Ingestion
public import SurveyModel

/// Our YAML from the questionnaire of a survey tool.
public struct DraftRun: Sendable {
  public let yaml: String
  public let questionCount: Int
  /// Scalars that wait for an answer.
  public let todoCount: Int

  /// - Parameters:
  ///   - file: a LimeSurvey `.lss`, an XLSForm, an information sheet of Le Sphinx, a `.sav`.
  ///   - choices: the sheet `choices` of an XLSForm, when `file` is its sheet `survey` as CSV.
  /// - Throws: `Stop` with exit code 3 when it cannot be read.
  public init(
    file: String, choices: String? = nil, in language: Language
  ) throws(Stop) {
    let questionnaire: ToolQuestionnaire
    do throws(ToolQuestionnaireFailure) {
      questionnaire = try ToolQuestionnaireReader.read(path: file, choices: choices)
    } catch {
      switch error {
      case .reading(let failure): throw Stop(failure, name: file)
      case .problem(let problem): throw Stop(.input, problem)
      }
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    var draft = ToolDraft(questionnaire, file: name, in: language)
    yaml = draft.yaml()
    questionCount = questionnaire.questions.count
    todoCount = draft.todoCount
  }

  /// Writes the draft as a new file. A file that exists is never touched.
  ///
  /// - Throws: `Stop` with exit code 4.
  public func write(to path: String) throws(Stop) {
    try NewFile.write(yaml, to: path, option: "--out")
  }
}
