internal import Ingestion
internal import SurveyModel

/// The questionnaire that an export shows, as YAML: what the data prove is filled in, what must be
/// declared is `TODO` under a remark with the choices. No value of a column with personal data or
/// free text is in it.
public struct QuestionnaireDraft: Sendable {
  public let yaml: String
  public let questionCount: Int
  /// Scalars that wait for an answer: the steps that are left.
  public let todoCount: Int

  init(_ inspection: ExportInspection, title: String, in language: Language) {
    var build = DraftBuild(inspection, language)
    build.write(title: title)
    yaml = build.writer.text
    questionCount = build.questions.count
    todoCount = build.writer.todoCount
  }
}

/// Writes a draft, question by question.
struct DraftBuild {
  let inspection: ExportInspection
  let words: DraftWords
  let questions: [DraftQuestion]
  var writer = DraftWriter()
  var anchors = DraftAnchors()
  private let names: ColumnNames
  private var taken: Set<String> = []

  init(_ inspection: ExportInspection, _ language: Language) {
    self.inspection = inspection
    words = DraftWords(language: language)
    names = inspection.layout.columnNames()
    let place = inspection.placeCandidates.first { inspection.questions[$0].isSurelyPlace }
    var questions: [DraftQuestion] = []
    for (index, question) in inspection.questions.enumerated() {
      let id = Self.id(of: question, inspection.layout, &taken)
      questions.append(
        DraftQuestion(question, id: id, isPlace: index == place, inspection, names))
    }
    self.questions = questions
    for question in questions {
      for key in question.sharedKeys { anchors.note(key) }
    }
  }

  /// A short name: the tool's code where there is one, else the first words of the heading.
  private static func id(
    of question: InferredQuestion, _ layout: ExportLayout, _ taken: inout Set<String>
  ) -> String {
    let column = layout.columns[question.positions[0]]
    if question.positions.count == 1, let code = column.code, code.utf8.count <= 40 {
      return free(name(of: code), &taken)
    }
    var text = question.question.text.fr
    if question.block != nil, let item = column.item { text = "\(column.question) \(item)" }
    let words = foldedPlace(text).split(separator: " ")
    let isRow = question.block != nil
    let kept = isRow ? words.prefix(4) + words.dropFirst(4).suffix(4) : words.prefix(7)
    return free(name(of: kept.joined(separator: " ")), &taken)
  }

  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }

  private static func name(of text: String) -> String {
    var out = ""
    for scalar in foldedPlace(text).unicodeScalars {
      if scalar == " " {
        if !out.isEmpty, !out.hasSuffix("-") { out += "-" }
      } else if scalar.isASCII, out.utf8.count < 56 {
        out.unicodeScalars.append(scalar)
      }
    }
    while out.hasSuffix("-") { out.removeLast() }
    // `--by-` joins the names of two questions in file names.
    out = out.replacing("--", with: "-")
    return out.isEmpty ? "question" : out
  }

  mutating func write(title: String) {
    writer.line("title: " + DraftWriter.quoted(title))
    writer.line("")
    writeUnfinished()
    writer.line("questions:")
    for question in questions where !isEmptyAndNameless(question) {
      write(question)
      writer.line("")
    }
    writePersonal()
    let body = writer
    writer = DraftWriter()
    for line in words.head(inspection, todos: body.todoCount) { writer.remark(line) }
    writer.line("")
    for line in body.lines { writer.line(line) }
  }

  /// Records that are not finished count, unless somebody takes the remark signs away.
  private mutating func writeUnfinished() {
    guard !inspection.unfinished.isEmpty else { return }
    writer.remark(words.unfinished)
    writer.line("# exclude:")
    for mark in inspection.unfinished {
      let column = DraftWriter.quoted(names.name(of: mark.position))
      let values = mark.values.map(DraftWriter.quoted).joined(separator: ", ")
      let reason = DraftWriter.quoted(words.unfinishedReason)
      writer.line(
        "#   - { column: \(column), values: [\(values)], reason: \(reason) }   # \(mark.count)")
    }
    writer.line("")
  }

  /// The trail of a spreadsheet.
  private func isEmptyAndNameless(_ question: DraftQuestion) -> Bool {
    let column = inspection.layout.columns[question.inferred.positions[0]]
    return question.type == .ignored && column.role == .nameless
  }

  private mutating func writePersonal() {
    for index in inspection.personal {
      let column = inspection.columns[index]
      writer.line("- id: " + Self.free("personal-\(index + 1)", &taken), indent: 2)
      let name = names.name(of: index)
      if name != column.column.heading, column.column.role != .nameless {
        writer.line("text: " + DraftWriter.quoted(column.column.heading), indent: 4)
      }
      writer.line("column: " + DraftWriter.quoted(name), indent: 4)
      writer.remark(words.said(column.personal), indent: 4)
      writer.line("type: personal-data", indent: 4)
      writer.line("")
    }
  }
}
