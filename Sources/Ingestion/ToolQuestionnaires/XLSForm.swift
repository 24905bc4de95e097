internal import SurveyModel

/// A form of KoboToolbox or ODK: the sheet `survey`, a line a question, and the sheet `choices`.
struct XLSForm {
  private let survey: Sheet
  private let choices: Sheet?

  /// A sheet whose first record names its columns.
  private struct Sheet {
    let headings: [String]
    let rows: [[String]]

    init?(_ rows: [[String]]) {
      guard let first = rows.first(where: { row in row.contains { !$0.isEmpty } }),
        let start = rows.firstIndex(of: first)
      else { return nil }
      headings = first.map { foldedLabel($0) }
      self.rows = Array(rows[(start + 1)...])
    }

    func cell(_ row: [String], _ heading: String) -> String {
      guard let index = headings.firstIndex(of: heading), index < row.count else { return "" }
      return trimmedText(row[index])
    }

    /// `label`, or `label::Français (fr)` and its like.
    func label(_ row: [String]) -> Bilingual? {
      var texts: [(language: String, text: String)] = []
      for (index, heading) in headings.enumerated() where index < row.count {
        let text = MarkupText.plain(row[index])
        guard !text.isEmpty else { continue }
        if heading == "label" { texts.append(("", text)) }
        if heading.hasPrefix("label:") { texts.append((String(heading.dropFirst(6)), text)) }
      }
      guard let first = texts.first?.text else { return nil }
      func text(_ words: [String]) -> String? {
        texts.first { entry in words.contains { entry.language.contains($0) } }?.text
      }
      let french = text(["fran", "(fr)", "french"])
      let english = text(["engl", "(en)", "angl"])
      return Bilingual(fr: french ?? english ?? first, en: english ?? french ?? first)
    }
  }

  /// - Returns: `nil` where the sheet is no `survey` of a form.
  init?(survey: [[String]], choices: [[String]]?) {
    guard let sheet = Sheet(survey), sheet.headings.contains("type"),
      sheet.headings.contains("name")
    else { return nil }
    self.survey = sheet
    self.choices = choices.flatMap(Sheet.init)
  }

  func questionnaire(title: String) -> ToolQuestionnaire {
    var out = ToolQuestionnaire(tool: Bilingual("XLSForm (KoboToolbox, ODK)"), title: title)
    var repeats = 0
    var leftOut = 0
    var conditions: [String] = []
    for row in survey.rows {
      let words = survey.cell(row, "type").lowercased().split(separator: " ").map(String.init)
      let type = words.joined(separator: " ")
      let condition = survey.cell(row, "relevant")
      switch type {
      case "": continue
      case "begin repeat", "begin_repeat": repeats += 1
      case "end repeat", "end_repeat": repeats = max(0, repeats - 1)
      case "begin group", "begin_group": conditions.append(condition)
      case "end group", "end_group": _ = conditions.popLast()
      case "note": continue
      default:
        if repeats > 0 {
          leftOut += 1
          continue
        }
        guard var question = question(row, words) else { continue }
        for text in conditions + [condition] where !text.isEmpty {
          question.remarks.append(
            Bilingual(
              fr: "Condition dans le formulaire : \(text)", en: "Condition in the form: \(text)"))
        }
        out.questions.append(question)
        let isOther = words.last == "or_other"
        if isOther { out.questions.append(otherText(question)) }
      }
    }
    out.remarks.append(
      Bilingual(
        fr: "Pour un export des valeurs XML (les codes) : les libellés joints par une espace ne se "
          + "séparent pas.",
        en: "For an export of XML values (the codes): labels joined by a blank cannot be split."))
    if leftOut > 0 {
      out.remarks.append(
        Bilingual(
          fr:
            "\(leftOut) question(s) de groupes répétés laissées de côté : elles sont dans un autre "
            + "fichier.",
          en: "\(leftOut) question(s) of repeated groups left out: they are in another file."))
    }
    return out
  }

  private func question(_ row: [String], _ words: [String]) -> ToolQuestion? {
    let name = survey.cell(row, "name")
    guard !name.isEmpty else { return nil }
    var question = ToolQuestion(name, survey.label(row) ?? Bilingual(name), .open)
    question.allowsOther = words.last == "or_other"
    switch words[0] {
    case "select_one", "select_one_from_file":
      question.kind = .single
      question.options = options(words)
      question.allowsOther = false
      if words.last == "or_other" {
        question.options.append(
          ToolQuestion.Option("other", Bilingual(fr: "Autre", en: "Other")))
      }
    case "select_multiple", "select_multiple_from_file":
      question.kind = .multiple
      question.layout = "cell"
      question.separator = " "
      question.options = options(words)
      question.allowsOther = false
      if words.last == "or_other" {
        question.options.append(
          ToolQuestion.Option("other", Bilingual(fr: "Autre", en: "Other")))
      }
    case "rank":
      question.kind = .ranking
      question.layout = "cell"
      question.separator = " "
      question.options = options(words)
    case "integer", "decimal": question.kind = .number
    case "range": question.kind = range(row) ?? .number
    case "date", "today": question.kind = words[0] == "date" ? .date : .ignored
    case "text": question.kind = .open
    case "geopoint", "geotrace", "geoshape", "phonenumber", "email", "username", "deviceid",
      "subscriberid", "simserial", "start-geopoint", "image", "audio", "video", "file":
      question.kind = .personal
    default:
      question.kind = .ignored
      question.remarks.append(
        Bilingual(fr: "Type « \(words[0]) » du formulaire", en: "Type “\(words[0])” of the form"))
    }
    return question
  }

  /// `start=0 end=10 step=1` in the column `parameters`.
  private func range(_ row: [String]) -> ToolQuestion.Kind? {
    var values: [String: Double] = [:]
    for pair in survey.cell(row, "parameters").split(whereSeparator: { " ,;".contains($0) }) {
      let parts = pair.split(separator: "=")
      if parts.count == 2 { values[parts[0].lowercased()] = Double(parts[1]) }
    }
    guard let start = values["start"].flatMap({ Int(exactly: $0) }),
      let end = values["end"].flatMap({ Int(exactly: $0) }), values["step"] ?? 1 == 1, start < end
    else { return nil }
    return .range(start...end)
  }

  private func options(_ words: [String]) -> [ToolQuestion.Option] {
    guard words.count > 1, let choices else { return [] }
    // Names of lists are written as in the sheet; the type was folded.
    return choices.rows.compactMap { row in
      let list = ["list_name", "list name"].map { choices.cell(row, $0) }.first { !$0.isEmpty }
      guard list?.lowercased() == words[1] else { return nil }
      let name = choices.cell(row, "name")
      let code = name.isEmpty ? choices.cell(row, "value") : name
      return code.isEmpty ? nil : ToolQuestion.Option(code, choices.label(row) ?? Bilingual(code))
    }
  }

  private func otherText(_ question: ToolQuestion) -> ToolQuestion {
    ToolQuestion(
      question.code + "_other",
      Bilingual(fr: "\(question.text.fr) – autre", en: "\(question.text.en) – other"), .open)
  }
}
