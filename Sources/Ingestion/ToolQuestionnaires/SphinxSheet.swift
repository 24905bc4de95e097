internal import SurveyModel

/// The sheet `information` of an export of Le Sphinx: its variables, their types and options.
struct SphinxSheet {
  private struct Variable {
    var name: String
    var type: String
    var options: [String]
  }
  private let variables: [Variable]
  private let title: String

  private static let types: Set<String> = ["FU", "FM", "FE", "OT", "ON", "OC", "OD"]

  /// - Returns: `nil` where no record describes a variable (`V1. name`, type, options).
  init?(_ rows: [[String]]) {
    var variables: [Variable] = []
    var title = ""
    for row in rows {
      if let place = row.firstIndex(where: { foldedLabel($0) == "nom" }), place + 1 < row.count {
        title = trimmedText(row[place + 1])
      }
      guard let place = row.firstIndex(where: { Self.types.contains(trimmedText($0)) }), place > 0,
        let name = Self.variable(row[place - 1])
      else { continue }
      let list = place + 1 < row.count ? row[place + 1] : ""
      variables.append(
        Variable(
          name: name, type: trimmedText(row[place]),
          options: Self.options(list)))
    }
    if variables.isEmpty { return nil }
    self.variables = variables
    self.title = title
  }

  /// The name behind `V12. `.
  private static func variable(_ text: String) -> String? {
    let text = trimmedText(text)
    guard text.hasPrefix("V"), let dot = text.firstIndex(of: "."),
      Int(text[text.index(after: text.startIndex)..<dot]) != nil
    else { return nil }
    return trimmedText(String(text[text.index(after: dot)...]))
  }

  private static func options(_ list: String) -> [String] {
    var out: [String] = []
    var current: [Substring] = []
    // " ; " separates; a semicolon without blanks belongs to a label.
    for part in list.split(separator: " ", omittingEmptySubsequences: false) {
      if part == ";" {
        out.append(current.joined(separator: " "))
        current = []
      } else {
        current.append(part)
      }
    }
    out.append(current.joined(separator: " "))
    return out.map(trimmedText).filter { !$0.isEmpty }
  }

  /// Variables that the tool writes itself.
  private static let system: Set<String> = [
    "CLE", "DATE_SAISIE", "DATE_ENREG", "DATE_MODIF", "TEMPS_SAISIE", "ORIGINE_SAISIE",
    "LANG_SAISIE", "APPAREIL_SAISIE", "PROGRESSION", "DERNIERE_QUESTION_SAISIE",
  ]

  /// - Parameter headings: of the data sheet, whose columns follow the variables in order; `nil`: a
  ///   person must name the columns.
  func questionnaire(headings: [String]?) -> ToolQuestionnaire {
    var out = ToolQuestionnaire(tool: Bilingual("Le Sphinx"), title: title)
    var columns = headings.map { Columns($0) }
    for variable in variables {
      let isMultiple = variable.type == "FM"
      let found = columns?.next(isMultiple: isMultiple) ?? []
      if Self.system.contains(variable.name) { continue }
      let heading = found.first.map { headings?[$0] ?? "" }
      let wording = isMultiple ? heading.map(Self.withoutNumber) : heading
      var question = ToolQuestion(
        variable.name, Bilingual(wording.map(trimmedText) ?? variable.name.spaced), kind(variable))
      question.options = variable.options.enumerated().map {
        ToolQuestion.Option("o\($0.offset + 1)", Bilingual($0.element))
      }
      question.columns = found.map { "#\($0 + 1)" }
      if isMultiple { question.layout = "mentions" }
      out.questions.append(question)
    }
    if headings == nil {
      out.remarks.append(
        Bilingual(
          fr:
            "La feuille « information » ne dit pas les intitulés des colonnes : nommez-les, ou donnez "
            + "le classeur entier.",
          en:
            "The sheet “information” does not tell the headings of the columns: name them, or give "
            + "the whole workbook."))
    }
    return out
  }

  private func kind(_ variable: Variable) -> ToolQuestion.Kind {
    switch variable.type {
    case "FU": .single
    case "FM": .multiple
    case "FE": .scale
    case "ON": .number
    case "OD": .date
    case "OC": .ignored
    default: .open
    }
  }

  /// `Question_1` names the first of several columns.
  private static func withoutNumber(_ heading: String) -> String {
    heading.hasSuffix("_1") ? String(heading.dropLast(2)) : heading
  }

  /// The columns of the data sheet, taken from the left.
  private struct Columns {
    let headings: [String]
    var position: Int

    init(_ headings: [String]) {
      self.headings = headings
      // The number of the observation comes first, under an empty heading.
      position = headings.first.map { trimmedText($0).isEmpty } == true ? 1 : 0
    }

    /// One column, or for a multiple question `…_1`, `…_2` as far as they go.
    mutating func next(isMultiple: Bool) -> [Int] {
      guard position < headings.count else { return [] }
      let first = position
      position += 1
      guard isMultiple, headings[first].hasSuffix("_1") else { return [first] }
      let stem = headings[first].dropLast(2)
      var number = 2
      while position < headings.count, headings[position] == stem + "_\(number)" {
        position += 1
        number += 1
      }
      return Array(first..<position)
    }
  }
}

extension String {
  fileprivate var spaced: String { replacing("_", with: " ") }
}
