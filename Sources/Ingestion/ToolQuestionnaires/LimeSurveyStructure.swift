internal import SurveyModel

/// The structure of a survey of LimeSurvey (`.lss`): tables of rows of named fields.
struct LimeSurveyStructure {
  private let tables: [String: [[String: String]]]
  /// Texts by id and language, where they stand in tables of their own (LimeSurvey 4 and later).
  private let language: String

  static func questionnaire(
    path: String, title: String
  ) throws(ToolQuestionnaireFailure) -> ToolQuestionnaire {
    let bytes: [UInt8]
    do throws(ReadFailure) {
      let source = try ByteSource(path: path)
      bytes = try source.bytes(at: 0, count: min(source.size, 64 << 20))
    } catch {
      throw .reading(error)
    }
    let sink = TableSink()
    do throws(XMLFault) {
      try XMLReader.read(bytes, into: sink)
    } catch {
      throw .problem(
        .damagedQuestionnaire(
          path, line: error.line,
          Bilingual(fr: "le fichier .lss est mal formé", en: "the .lss file is not well formed")))
    }
    let structure = LimeSurveyStructure(tables: sink.tables)
    guard sink.tables["questions"] != nil else {
      throw .problem(
        .damagedQuestionnaire(
          path, line: nil,
          Bilingual(fr: "aucune question dans ce fichier", en: "no question in this file")))
    }
    return structure.questionnaire(title: title)
  }

  init(tables: [String: [[String: String]]]) {
    self.tables = tables
    language = tables["surveys"]?.first?["language"] ?? ""
  }

  private func rows(_ table: String) -> [[String: String]] { tables[table] ?? [] }

  /// Rows of the survey's own language: older versions repeat each question once a language.
  private func own(_ rows: [[String: String]]) -> [[String: String]] {
    let matching = rows.filter { ($0["language"] ?? language) == language }
    return matching.isEmpty ? rows : matching
  }

  private func text(
    _ row: [String: String], _ field: String, of id: String, in table: String
  ) -> String {
    let texts = rows(table).filter { $0[id] == row[id] }
    let text = own(texts).first?[field] ?? row[field] ?? ""
    return MarkupText.plain(text)
  }

  func questionnaire(title: String) -> ToolQuestionnaire {
    let settings = own(
      rows("surveys_languagesettings").map { row in
        var row = row
        row["language"] = row["surveyls_language"]
        return row
      })
    let own = settings.first?["surveyls_title"].map(MarkupText.plain) ?? ""
    var out = ToolQuestionnaire(
      tool: Bilingual("LimeSurvey"), title: own.isEmpty ? title : own)
    let groups = Dictionary(
      rows("groups").map { ($0["gid"] ?? "", Int($0["group_order"] ?? "") ?? 0) },
      uniquingKeysWith: { first, _ in first })
    let parents = self.own(rows("questions")).filter { ($0["parent_qid"] ?? "0") == "0" }
    let ordered = parents.enumerated().sorted { a, b in
      key(a.element, groups) == key(b.element, groups)
        ? a.offset < b.offset : key(a.element, groups) < key(b.element, groups)
    }
    for (_, row) in ordered { out.questions += questions(row) }
    out.remarks.append(
      Bilingual(
        fr: "Pour un export de LimeSurvey dont les intitulés sont les codes des questions.",
        en: "For an export of LimeSurvey whose headings are the codes of questions."))
    return out
  }

  private func key(_ row: [String: String], _ groups: [String: Int]) -> Int {
    (groups[row["gid"] ?? ""] ?? 0) * 100_000 + (Int(row["question_order"] ?? "") ?? 0)
  }

  /// Sub-questions of one scale, in order: their codes and texts.
  private func parts(_ row: [String: String], scale: String = "0") -> [ToolQuestion.Option] {
    let children = (rows("subquestions") + rows("questions")).filter {
      $0["parent_qid"] == row["qid"] && ($0["scale_id"] ?? "0") == scale
    }
    var seen: Set<String> = []
    return own(children).sorted { order($0, "question_order") < order($1, "question_order") }
      .filter { seen.insert($0["title"] ?? "").inserted }
      .map { part in
        ToolQuestion.Option(
          part["title"] ?? "", Bilingual(text(part, "question", of: "qid", in: "question_l10ns")))
      }
  }

  private func answers(_ row: [String: String], scale: String = "0") -> [ToolQuestion.Option] {
    let all = rows("answers").filter {
      $0["qid"] == row["qid"] && ($0["scale_id"] ?? "0") == scale
    }
    var seen: Set<String> = []
    return own(all).sorted { order($0, "sortorder") < order($1, "sortorder") }
      .filter { seen.insert($0["code"] ?? "").inserted }
      .map { answer in
        ToolQuestion.Option(
          answer["code"] ?? "", Bilingual(text(answer, "answer", of: "aid", in: "answer_l10ns")))
      }
  }

  private func order(_ row: [String: String], _ field: String) -> Int { Int(row[field] ?? "") ?? 0 }

  private func questions(_ row: [String: String]) -> [ToolQuestion] {
    let code = row["title"] ?? "Q\(row["qid"] ?? "")"
    let wording = text(row, "question", of: "qid", in: "question_l10ns")
    let type = row["type"] ?? ""
    var question = ToolQuestion(code, Bilingual(wording.isEmpty ? code : wording), .open)
    question.allowsOther = row["other"] == "Y"
    let relevance = (row["relevance"] ?? "1").trimmingBlankEnds
    if relevance != "1", !relevance.isEmpty {
      question.remarks.append(
        Bilingual(
          fr: "Condition dans LimeSurvey : \(relevance)",
          en: "Condition in LimeSurvey: \(relevance)"))
    }
    switch type {
    case "L", "!", "O":
      question.kind = .single
      question.options = answers(row)
      if type == "O" { return [question, comment(question, code + "[comment]")] }
      return question.allowsOther ? [question, otherText(question, code + "[other]")] : [question]
    case "Y":
      question.kind = .single
      question.options = Self.fixed([("Y", "Oui", "Yes"), ("N", "Non", "No")])
    case "G":
      question.kind = .single
      question.options = Self.fixed([("F", "Femme", "Female"), ("M", "Homme", "Male")])
    case "5": question.kind = .range(1...5)
    case "M", "P": return multiple(question, row, hasComments: type == "P")
    case "R":
      question.kind = .ranking
      question.options = answers(row)
      // Later versions keep the items as sub-questions.
      if question.options.isEmpty { question.options = parts(row) }
      question.layout = "ranks"
      question.columns = question.options.indices.map { "\(code)[\($0 + 1)]" }
    case "N": question.kind = .number
    case "D": question.kind = .date
    case "S", "T", "U": break
    case "A": return array(question, row, .range(1...5), [])
    case "B": return array(question, row, .range(1...10), [])
    case "C":
      return array(
        question, row, .single,
        Self.fixed([("Y", "Oui", "Yes"), ("U", "Incertain", "Uncertain"), ("N", "Non", "No")]))
    case "E":
      return array(
        question, row, .scale,
        Self.fixed([
          ("I", "Augmenter", "Increase"), ("S", "Sans changement", "Same"),
          ("D", "Diminuer", "Decrease"),
        ]))
    case "F", "H": return array(question, row, .scale, answers(row))
    case "1":
      return array(question, row, .scale, answers(row), suffix: "[1]")
        + array(question, row, .scale, answers(row, scale: "1"), suffix: "[2]")
    case "K": return array(question, row, .number, [])
    case "Q": return array(question, row, .open, [])
    case ";", ":":
      let columns = parts(row, scale: "1")
      return parts(row).flatMap { line in
        columns.map { column in
          part(
            question, "\(code)[\(line.code)_\(column.code)]",
            "\(line.label.fr) – \(column.label.fr)", type == ":" ? .number : .open, [])
        }
      }
    case "X": return []
    default:
      question.kind = .ignored
      question.remarks.append(
        Bilingual(fr: "Type « \(type) » de LimeSurvey", en: "Type “\(type)” of LimeSurvey"))
    }
    return [question]
  }

  private static func fixed(_ options: [(String, String, String)]) -> [ToolQuestion.Option] {
    options.map { ToolQuestion.Option($0.0, Bilingual(fr: $0.1, en: $0.2)) }
  }

  /// One question a line of an array.
  private func array(
    _ question: ToolQuestion, _ row: [String: String], _ kind: ToolQuestion.Kind,
    _ options: [ToolQuestion.Option], suffix: String = ""
  ) -> [ToolQuestion] {
    parts(row).map { line in
      part(question, "\(question.code)[\(line.code)]\(suffix)", line.label.fr, kind, options)
    }
  }

  private func part(
    _ question: ToolQuestion, _ column: String, _ label: String, _ kind: ToolQuestion.Kind,
    _ options: [ToolQuestion.Option]
  ) -> ToolQuestion {
    var part = ToolQuestion(
      column, Bilingual(label.isEmpty ? question.text.fr : "\(question.text.fr) [\(label)]"), kind)
    part.options = options
    part.remarks = question.remarks
    return part
  }

  private func multiple(
    _ question: ToolQuestion, _ row: [String: String], hasComments: Bool
  ) -> [ToolQuestion] {
    var question = question
    question.kind = .multiple
    question.options = parts(row)
    question.layout = "columns"
    let others = question.allowsOther ? ["\(question.code)[other]"] : []
    question.columns = question.options.map { "\(question.code)[\($0.code)]" } + others
    guard hasComments else { return [question] }
    return [question]
      + question.options.map { comment(question, "\(question.code)[\($0.code)comment]") }
  }

  private func comment(_ question: ToolQuestion, _ column: String) -> ToolQuestion {
    ToolQuestion(
      column,
      Bilingual(fr: "\(question.text.fr) – commentaire", en: "\(question.text.en) – comment"), .open
    )
  }

  private func otherText(_ question: ToolQuestion, _ column: String) -> ToolQuestion {
    ToolQuestion(
      column, Bilingual(fr: "\(question.text.fr) – autre", en: "\(question.text.en) – other"), .open
    )
  }
}

/// Gathers `<table><rows><row><field>`.
private final class TableSink: XMLSink {
  private(set) var tables: [String: [[String: String]]] = [:]
  private var path: [String] = []
  private var row: [String: String] = [:]
  private var bytes: [UInt8] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(name.string)
    if path.count == 4 { row = [:] }
    bytes.removeAll(keepingCapacity: true)
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if path.count >= 5 { self.bytes += bytes }
  }

  override func end(_ name: XMLName) {
    if path.count == 5, path[2] == "rows" {
      row[path[4]] = String(decoding: bytes, as: UTF8.self)
    } else if path.count == 4, path[2] == "rows", path[3] == "row" {
      tables[path[1], default: []].append(row)
    }
    path.removeLast()
    bytes.removeAll(keepingCapacity: true)
  }
}

extension String {
  fileprivate var trimmingBlankEnds: String { trimmedText(self) }
}
