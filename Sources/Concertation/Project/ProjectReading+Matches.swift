internal import Definitions
internal import Export
internal import SurveyModel

extension ProjectReading {
  /// Writes every text that names no quartier of the list, with how often it is met and, where one is
  /// near, a proposal: `value,quartier,source,n,proposal`. A person fills in the column `quartier`.
  ///
  /// - Returns: how many lines there are to confirm.
  /// - Throws: `Stop` with exit code 4; a file that exists is never touched.
  public func writeMatches(to path: String) throws(Stop) -> Int {
    let names = QuartierNames(project.quartiers)
    var writer = CSVWriter(.international)
    writer.record(["value", "quartier", "source", "n", "proposal"].map { .text($0) })
    var count = 0
    for survey in surveys {
      let dataset = survey.dataset
      for (question, states) in zip(dataset.questionnaire.questions, dataset.states)
      where question.type == .quartier {
        let lines = states.invalid.map { value in
          (value, names.proposal(for: value.text).map { project.quartiers[$0].code } ?? "")
        }
        // Those with a proposal first, each part from the most frequent down.
        let sorted = lines.filter { !$0.1.isEmpty } + lines.filter { $0.1.isEmpty }
        for (value, proposal) in sorted {
          count += 1
          writer.record([
            .text(value.text), .empty, .text(dataset.source.id), .whole(value.count),
            .text(proposal),
          ])
        }
      }
    }
    try NewFile.write(writer.text, to: path, option: "--write-matches")
    return count
  }
}
