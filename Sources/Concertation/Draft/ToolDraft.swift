internal import Ingestion
internal import SurveyModel

/// A tool's questionnaire as our YAML: what the tool knows is filled in, what a person must declare is
/// `TODO` under a remark with the choices.
struct ToolDraft {
  private let questionnaire: ToolQuestionnaire
  private let file: String
  private let language: Language
  private var writer = DraftWriter()
  private var ids: Set<String> = []

  init(_ questionnaire: ToolQuestionnaire, file: String, in language: Language) {
    self.questionnaire = questionnaire
    self.file = file
    self.language = language
  }

  /// Scalars of the written draft that wait for an answer.
  var todoCount: Int { writer.todoCount }

  /// The whole file.
  mutating func yaml() -> String {
    writer.line("title: " + DraftWriter.quoted(questionnaire.title))
    writer.line("")
    writer.line("questions:")
    for question in questionnaire.questions {
      write(question)
      writer.line("")
    }
    let body = writer
    writer = DraftWriter()
    let count = questionnaire.questions.count
    let tool = questionnaire.tool[language]
    writer.remark(
      said(
        "Ébauche tirée de \(file) par « concertation draft » : \(tool), \(count) questions.",
        "Draft made from \(file) by “concertation draft”: \(tool), \(count) questions."))
    for remark in questionnaire.remarks { writer.remark(remark[language]) }
    writer.remark(
      body.todoCount == 0
        ? said(
          "Rien ne reste à déclarer ; à relire.", "Nothing is left to declare; to be read over.")
        : said(
          "Reste à déclarer : \(body.todoCount) TODO.", "Left to declare: \(body.todoCount) TODO."))
    writer.line("")
    for line in body.lines { writer.line(line) }
    return writer.text
  }

  private func said(_ fr: String, _ en: String) -> String { language == .french ? fr : en }

  private mutating func write(_ question: ToolQuestion) {
    var question = question
    let needsList: Bool =
      switch question.kind {
      case .single, .scale: question.options.filter { !$0.isMissing }.count < 2
      case .multiple, .ranking: question.options.isEmpty
      default: false
      }
    if needsList {
      question.kind = .open
      question.layout = nil
      question.columns = Array(question.columns.prefix(1))
      question.remarks.append(
        Bilingual(
          fr: "La liste de choix manque dans le fichier de l'outil : lue comme un texte.",
          en: "The list of choices is missing from the tool's file: read as a text."))
    }
    writer.line("- id: " + id(question.code), indent: 2)
    writer.line("text: " + bilingual(question.text), indent: 4)
    writeColumns(question)
    for remark in question.remarks { writer.remark(remark[language], indent: 4) }
    switch question.kind {
    case .single: type("single")
    case .multiple: type("multiple")
    case .scale, .range: type("scale")
    case .number: type("number")
    case .date: type("date")
    case .ranking: type("ranking")
    case .open: type("open")
    case .personal: type("personal-data")
    case .ignored: type("ignored")
    }
    if let layout = question.layout { writer.line("layout: " + layout, indent: 4) }
    if let separator = question.separator {
      writer.line("separator: " + DraftWriter.quoted(separator), indent: 4)
    }
    if question.kind == .ranking, question.layout == "ranks", !question.columns.isEmpty {
      writer.line("depth: \(question.columns.count)", indent: 4)
    }
    switch question.kind {
    case .single, .multiple, .scale, .ranking: writeOptions(question)
    default: break
    }
    writeOpenPoints(question)
  }

  private mutating func type(_ word: String) { writer.line("type: " + word, indent: 4) }

  private mutating func writeColumns(_ question: ToolQuestion) {
    if question.columns.isEmpty {
      writer.remark(
        said(
          "L'intitulé de la colonne dans l'export, ou \"#12\" pour la douzième",
          "The column's heading in the export, or \"#12\" for the twelfth"), indent: 4)
      writer.line("column: TODO", indent: 4)
    } else if question.columns.count == 1, question.layout != "columns", question.layout != "ranks"
    {
      writer.line("column: " + DraftWriter.quoted(question.columns[0]), indent: 4)
    } else {
      writer.line("columns:", indent: 4)
      for name in question.columns { writer.line("- " + DraftWriter.quoted(name), indent: 6) }
    }
  }

  private mutating func writeOptions(_ question: ToolQuestion) {
    writer.line("options:", indent: 4)
    var codes: Set<String> = []
    var labels: Set<String> = []
    for option in question.options {
      var code = option.code.split { $0.isWhitespace }.joined(separator: "-")
      if code.isEmpty { code = "option" }
      if code == "other", question.allowsOther { code = "other-option" }
      while !codes.insert(code).inserted { code += "-2" }
      var label = option.label
      if label.fr.isEmpty { label = Bilingual(option.code) }
      // A label means one option only.
      if !labels.insert(foldedLabel(label.fr)).inserted {
        label = Bilingual(fr: "\(label.fr) (\(code))", en: "\(label.en) (\(code))")
      }
      let also = code == option.code ? "" : ", also: [\(DraftWriter.quoted(option.code))]"
      let missing = option.isMissing ? ", missing: TODO" : ""
      let value =
        also.isEmpty && missing.isEmpty
        ? bilingual(label) : "{ label: \(bilingual(label))\(also)\(missing) }"
      if option.isMissing {
        writer.remark(
          said(
            "Déclarée manquante : no-answer, not-displayed, does-not-know ou refused",
            "Declared missing: no-answer, not-displayed, does-not-know or refused"), indent: 6)
      }
      writer.line("\(DraftWriter.quoted(code)): \(value)", indent: 6)
    }
    if question.allowsOther { writer.line("other: true", indent: 4) }
  }

  private mutating func writeOpenPoints(_ question: ToolQuestion) {
    switch question.kind {
    case .range(let range):
      writer.line("range: \(range.lowerBound)..\(range.upperBound)", indent: 4)
      todo("best", direction(String(range.lowerBound), String(range.upperBound)))
    case .scale:
      let steps = question.options.filter { !$0.isMissing }
      todo("best", direction(steps.first?.code ?? "", steps.last?.code ?? ""))
    case .multiple where question.layout != "mentions":
      todo(
        "blank",
        said(
          "Rien de coché : no-answer, not-displayed ou not-ticked",
          "Nothing ticked: no-answer, not-displayed or not-ticked"))
    default: break
    }
    guard !question.missing.isEmpty else { return }
    writer.line("missing:", indent: 4)
    writer.remark(
      said(
        "Déclarées manquantes : no-answer, not-displayed, does-not-know ou refused",
        "Declared missing: no-answer, not-displayed, does-not-know or refused"), indent: 6)
    for code in question.missing { writer.line("\(DraftWriter.quoted(code)): TODO", indent: 6) }
  }

  private mutating func todo(_ key: String, _ remark: String) {
    writer.remark(remark, indent: 4)
    writer.line("\(key): TODO", indent: 4)
  }

  private func direction(_ first: String, _ last: String) -> String {
    said(
      "Le meilleur bout de l'échelle : \(first), \(last) ou none",
      "The good end of the scale: \(first), \(last) or none")
  }

  private func bilingual(_ text: Bilingual) -> String {
    text.fr == text.en
      ? DraftWriter.quoted(text.fr)
      : "{ fr: \(DraftWriter.quoted(text.fr)), en: \(DraftWriter.quoted(text.en)) }"
  }

  /// `Q1[SQ001]` as `q1-sq001`, once only.
  private mutating func id(_ code: String) -> String {
    var name = ""
    for scalar in foldedPlace(code).unicodeScalars {
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, !name.hasSuffix("-") {
        name += "-"
      }
    }
    name = String(name.prefix(56))
    while name.hasSuffix("-") { name.removeLast() }
    if name.isEmpty { name = "question" }
    var candidate = name.replacing("-by-", with: "-")
    var number = 2
    while !ids.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
