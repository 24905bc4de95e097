internal import Definitions
internal import Export
internal import Ingestion
internal import SurveyModel
internal import ThemeCoding

/// The answers that a report may quote, chosen by rule; for the working edition, where the project
/// asks for them.
struct VerbatimFiles {
  private let project: Project
  private var verbatims: [Verbatim] = []
  private var questions: [(source: Bilingual, question: Bilingual)] = []
  private var quartiers: [Quartier] = []

  init(_ reading: ProjectReading) throws(Stop) {
    project = reading.project
    guard project.quotesAnswers else { return }
    quartiers = project.quartiers
    var chooser = VerbatimChooser(
      VerbatimChooser.Rules(base: project.publication.base, cell: project.publication.cell),
      placeNames: project.quartiers.flatMap { [$0.name] + $0.aliases } + [project.title.fr])
    for survey in reading.surveys {
      guard let original = survey.outcome.dataset else { continue }
      let coded = OpenCoding.questions(of: original).filter {
        survey.dataset.questionnaire.questions[$0].isCoded
      }
      let place = original.questionnaire.questions.firstIndex { $0.type == .quartier }
        .flatMap { index -> SurveyModel.CodeColumn? in
          if case .codes(let column) = original.answers[index] { column } else { nil }
        }
      var numbers: [Int: Int] = [:]
      for question in coded {
        numbers[question] = questions.count
        let asked = original.questionnaire.questions[question]
        questions.append((original.source.label, asked.label ?? asked.text))
      }
      do throws(ReadFailure) {
        try survey.outcome.forEachOpenAnswer(of: survey.input, questions: coded) { answer in
          guard case .sets(let column) = survey.dataset.answers[answer.question],
            case .chosen(let themes) = column.combinations[column.codes[answer.row]],
            let number = numbers[answer.question]
          else { return }
          let code = place.map { $0.codes[answer.row] }
          chooser.add(
            String(decoding: answer.text, as: UTF8.self), themes: themes,
            quartier: code.flatMap { $0 < place?.optionCount ?? 0 ? $0 : nil }, question: number)
        }
      } catch {
        throw Stop(error, name: survey.input.name)
      }
    }
    verbatims = chooser.chosen
  }

  /// None where the project does not ask for them, or nothing can be quoted.
  func files(in language: Language) -> [ResultFile] {
    guard !verbatims.isEmpty else { return [] }
    return CSVForm.allCases.map {
      ResultFile(path: "working/verbatims.\($0.rawValue)", bytes: csv($0, language))
    } + [
      ResultFile(
        path: "working/verbatims.md", text: MarkdownText.set(markdown(language), in: language))
    ]
  }

  private func csv(_ form: CSVForm, _ language: Language) -> [UInt8] {
    var csv = CSVWriter(form)
    let headings =
      form == .french
      ? ["thème", "libellé", "quartier", "source", "question", "texte"]
      : ["theme", "label", "quartier", "source", "question", "text"]
    csv.record(headings.map { .text($0) })
    for verbatim in verbatims {
      let theme = project.codebook.themes[verbatim.theme]
      let question = questions[verbatim.question]
      csv.record([
        .text(theme.id), .text(theme.label[language]),
        .text(verbatim.quartier.map { quartiers[$0].name } ?? ""),
        .text(question.source[language]), .text(question.question[language]),
        .text(verbatim.text),
      ])
    }
    return csv.bytes
  }

  private func markdown(_ language: Language) -> String {
    let french = language == .french
    let rules = project.publication
    var out = french ? "# Verbatims\n\n" : "# Verbatims\n\n"
    out +=
      french
      ? "**Édition de travail – ne pas diffuser**\n\n"
      : "**Working edition – not for release**\n\n"
    out +=
      french
      ? "Choisis par règle : de 40 à 240 signes, un ou deux thèmes, sans chiffre, nom ni situation personnelle ; le quartier n'est nommé qu'à partir de \(rules.base) réponses, dont \(rules.cell) sur le thème. À relire avant tout usage.\n"
      : "Chosen by rule: 40 to 240 characters, one or two themes, no figure, name or personal situation; the quartier is named from \(rules.base) answers on, \(rules.cell) of them on the theme. To be read before any use.\n"
    var last: Int?
    for verbatim in verbatims {
      if verbatim.theme != last {
        out +=
          "\n## \(MarkdownText.escaped(project.codebook.themes[verbatim.theme].label[language]))\n\n"
        last = verbatim.theme
      }
      let place = verbatim.quartier.map { quartiers[$0].name + ", " } ?? ""
      let source = MarkdownText.escaped(place + questions[verbatim.question].source[language])
      let text = MarkdownText.escaped(verbatim.text)
      out += "- \(french ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”") – \(source)\n"
    }
    return out
  }
}
