internal import Ingestion
public import SurveyModel

extension InspectRun {
  /// The questionnaire that the export shows, with `TODO` where a person must declare.
  public func draft(in language: Language) -> QuestionnaireDraft {
    let name = inspection.name.split(separator: "/").last.map(String.init) ?? inspection.name
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return QuestionnaireDraft(inspection, title: stem.isEmpty ? name : stem, in: language)
  }
}

extension QuestionnaireDraft {
  /// Writes the draft as a new file. A file that exists is never touched.
  ///
  /// - Throws: `Stop` with exit code 4.
  public func write(to path: String) throws(Stop) {
    try NewFile.write(yaml, to: path, option: "--write-questionnaire")
  }
}
