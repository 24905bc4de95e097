internal import SurveyModel

/// Questions from the variables of an SPSS file. Sets of several answers are not in what readstat
/// gives: they are proposed, and said to be, where neighbouring variables share the start of their
/// names and hold nothing but 0 and 1.
struct SPSSQuestions {
  private let contents: SPSSFile.Contents

  init(_ contents: SPSSFile.Contents) { self.contents = contents }

  func questionnaire(title: String) -> ToolQuestionnaire {
    var out = ToolQuestionnaire(tool: Bilingual("SPSS (.sav)"), title: title)
    var index = 0
    let variables = contents.variables
    while index < variables.count {
      let end = endOfSet(index)
      if end - index >= 2 {
        out.questions.append(set(Array(variables[index..<end])))
        index = end
      } else {
        out.questions.append(question(variables[index]))
        index += 1
      }
    }
    out.remarks.append(
      Bilingual(
        fr: "Pour un export CSV dont les intitulés sont les noms des variables.",
        en: "For a CSV export whose headings are the names of variables."))
    return out
  }

  /// The stem of `Q5_2`, `q5m2`, `Q5.2`; `nil` without a number at the end.
  private func stem(_ name: String) -> Substring? {
    let stem = name.reversed().drop { $0.isNumber }.reversed()
    let text = String(stem)
    return text.count < name.count && !text.isEmpty ? name.prefix(text.count) : nil
  }

  private func isTick(_ variable: SPSSFile.Variable) -> Bool {
    guard !variable.isText, !variable.hasOthers else { return false }
    let codes = (contents.labels[variable.labels] ?? []).map(\.code)
    return variable.hasValues && codes.allSatisfy { $0 == "0" || $0 == "1" }
  }

  private func endOfSet(_ start: Int) -> Int {
    let variables = contents.variables
    guard isTick(variables[start]), let stem = stem(variables[start].name) else { return start + 1 }
    var end = start + 1
    while end < variables.count, isTick(variables[end]),
      self.stem(variables[end].name)?.lowercased() == stem.lowercased()
    {
      end += 1
    }
    return end
  }

  private func set(_ variables: [SPSSFile.Variable]) -> ToolQuestion {
    let labels = variables.map { $0.label.isEmpty ? $0.name : $0.label }
    let shared = sharedStart(labels)
    let stem = stem(variables[0].name).map(String.init) ?? variables[0].name
    let code = String(stem.reversed().drop { "_.-mM".contains($0) }.reversed())
    let wording = String(shared.reversed().drop { " :-–—[(".contains($0) }.reversed())
    var question = ToolQuestion(
      code.isEmpty ? stem : code, Bilingual(wording.isEmpty ? stem : wording), .multiple)
    question.layout = "columns"
    question.columns = variables.map(\.name)
    question.options = zip(variables, labels).map { variable, label in
      let rest = trimmedText(String(label.dropFirst(shared.count)))
      return ToolQuestion.Option(
        variable.name, Bilingual(String(rest.drop { " :-–—".contains($0) })))
    }
    question.remarks.append(
      Bilingual(
        fr:
          "Réponses multiples proposées : \(variables.count) colonnes de 0 et 1 au même début de nom ; "
          + "à confirmer.",
        en:
          "Several answers, proposed: \(variables.count) columns of 0 and 1 with the same start of "
          + "their names; to be confirmed."))
    return question
  }

  /// What all labels begin with, up to a blank or a sign.
  private func sharedStart(_ labels: [String]) -> String {
    var shared = labels[0]
    for label in labels.dropFirst() {
      while !label.hasPrefix(shared) { shared.removeLast() }
    }
    // An option's label may begin like another's: cut back to the sign between question and option.
    while let last = shared.last, !":-–—[(?".contains(last) && last != " " { shared.removeLast() }
    return labels.contains(shared) ? "" : shared
  }

  private func question(_ variable: SPSSFile.Variable) -> ToolQuestion {
    let labels = contents.labels[variable.labels] ?? []
    let text = Bilingual(variable.label.isEmpty ? variable.name : variable.label)
    var question = ToolQuestion(variable.name, text, .open)
    func isMissing(_ value: Double?) -> Bool {
      guard let value else { return false }
      return variable.missing.contains { $0.contains(value) }
    }
    let options = labels.sorted { ($0.value ?? 0, $0.code) < ($1.value ?? 0, $1.code) }.map {
      ToolQuestion.Option($0.code, Bilingual($0.label), isMissing: isMissing($0.value))
    }
    let answers = options.filter { !$0.isMissing }
    if variable.isDate {
      question.kind = .date
    } else if answers.count >= 2 {
      question.kind = variable.isOrdinal ? .scale : .single
      question.options = options
    } else if variable.isText {
      question.kind = .open
    } else {
      question.kind = .number
      let single = variable.missing.filter { $0.lowerBound == $0.upperBound }
      question.missing = single.map { StoredNumber.plain($0.lowerBound) }
      if single.count < variable.missing.count {
        question.remarks.append(
          Bilingual(
            fr: "Une plage de valeurs est déclarée manquante dans le fichier SPSS.",
            en: "A range of values is declared missing in the SPSS file."))
      }
    }
    return question
  }
}
