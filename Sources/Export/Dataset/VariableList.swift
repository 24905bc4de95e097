import SurveyModel

/// The variables of a survey as SPSS has them: one a question, one an option where several may be
/// chosen, one a rank where items are ranked.
struct VariableList {
  private(set) var list: [SPSSFile.Variable] = []
  private(set) var sets: [ResponseSet] = []

  struct ResponseSet {
    enum Kind { case ticks, ranks }
    var name: String
    var label: String
    var kind: Kind
    var variables: [String]
  }

  /// Missing answers are -1 ... -5, in the order of the reasons.
  static func code(_ reason: MissingReason) -> Double { -1 - Double(reason.rawValue) }
  private static let missingCodes = -Double(MissingReason.allCases.count)...(-1.0)

  /// A number without decimals.
  private static let whole = "F8.0"

  private let language: Language
  private var names = VariableNames()

  init(_ dataset: Dataset, _ language: Language) {
    self.language = language
    for (index, question) in dataset.questionnaire.questions.enumerated() {
      add(question, dataset.answers[index], dataset.quartiers)
    }
    if let weights = dataset.weights {
      list.append(
        SPSSFile.Variable(
          name: names.name(for: language == .french ? "poids" : "weight"),
          label: Bilingual(fr: "Poids", en: "Weight")[language], measure: .scale, isWeight: true,
          values: weights))
    }
  }

  private mutating func add(_ question: Question, _ answers: Answers, _ quartiers: [Quartier]) {
    let label = (question.label ?? question.text)[language]
    switch answers {
    case .codes(let column):
      addCodes(question, column, label, Self.options(question, quartiers, language))
    case .texts(let column):
      let written = Bilingual(fr: "Réponse rédigée", en: "Written answer")[language]
      addCodes(question, column, label, [(1, written)])
    case .sets(let column):
      addSet(question, column, label, Self.options(question, quartiers, language).map(\.label))
    case .ranks(let column):
      addRanks(question, column, label, Self.options(question, quartiers, language))
    case .numbers(let column): addNumbers(question, column, label)
    case .omitted: break
    }
  }

  /// Options with the number under which the file keeps them: their place, or the number itself.
  private static func options(
    _ question: Question, _ quartiers: [Quartier], _ language: Language
  ) -> [(value: Double, label: String)] {
    func numbered(_ labels: [String]) -> [(value: Double, label: String)] {
      labels.enumerated().map { (Double($0.offset + 1), $0.element) }
    }
    func list(_ list: CodeList) -> [(value: Double, label: String)] {
      let other = Bilingual(fr: "Autre", en: "Other")[language]
      return numbered(list.answers.map { $0.label[language] } + (list.allowsOther ? [other] : []))
    }
    switch question.type {
    case .single(let codes): return list(codes)
    case .multiple(let choice): return list(choice.list)
    case .scale(let scale): return list(scale.list)
    case .ranking(let ranking): return list(ranking.list)
    case .numericScale(let scale): return scale.range.map { (Double($0), String($0)) }
    case .quartier: return numbered(quartiers.map(\.name))
    case .openText: return numbered([""])
    case .number, .date, .personalData, .ignored: return []
    }
  }

  private func reasons(_ present: Set<Int>) -> [(value: Double, label: String)] {
    MissingReason.allCases.reversed().filter { present.contains($0.rawValue) }.map {
      (Self.code($0), $0.label[language])
    }
  }

  private mutating func addCodes(
    _ question: Question, _ column: CodeColumn, _ label: String,
    _ options: [(value: Double, label: String)]
  ) {
    var present: Set<Int> = []
    let table = (0..<column.stateCount).map { code -> Double in
      column.missingReason(of: code).map(Self.code)
        ?? (code < options.count ? options[code].value : .nan)
    }
    let codes = column.codes.toArray()
    for code in Set(codes) {
      if let reason = column.missingReason(of: code) { present.insert(reason.rawValue) }
    }
    let measure: SPSSFile.Measure =
      switch question.type {
      case .scale: .ordinal
      case .numericScale: .scale
      default: .nominal
      }
    list.append(
      SPSSFile.Variable(
        name: names.name(for: question.id), label: label, measure: measure, format: Self.whole,
        valueLabels: reasons(present) + (measure == .scale ? [] : options),
        missing: present.isEmpty ? nil : Self.missingCodes, values: codes.map { table[$0] }))
  }

  private mutating func addSet(
    _ question: Question, _ column: SetColumn, _ label: String, _ options: [String]
  ) {
    let codes = column.codes.toArray()
    var present: Set<Int> = []
    for case .missing(let reason) in column.combinations { present.insert(reason.rawValue) }
    let set = names.name(for: question.id)
    let answers = [
      Bilingual(fr: "non cité", en: "not named")[language],
      Bilingual(fr: "cité", en: "named")[language],
    ]
    var made: [String] = []
    for option in 0..<column.optionCount {
      let table = column.combinations.map { combination -> Double in
        switch combination {
        case .chosen(let chosen): chosen.contains(option) ? 1 : 0
        case .missing(let reason): Self.code(reason)
        }
      }
      let name = names.name(for: "\(set)_\(option + 1)")
      made.append(name)
      let text = option < options.count ? options[option] : String(option + 1)
      list.append(
        SPSSFile.Variable(
          name: name, label: "\(text) — \(label)", measure: .nominal, format: Self.whole,
          valueLabels: reasons(present) + [(0, answers[0]), (1, answers[1])],
          missing: present.isEmpty ? nil : Self.missingCodes, values: codes.map { table[$0] }))
    }
    sets.append(ResponseSet(name: set, label: label, kind: .ticks, variables: made))
  }

  private mutating func addRanks(
    _ question: Question, _ column: RankColumn, _ label: String,
    _ options: [(value: Double, label: String)]
  ) {
    let codes = column.codes.toArray()
    var present: Set<Int> = []
    for case .missing(let reason) in column.combinations { present.insert(reason.rawValue) }
    let set = names.name(for: question.id)
    var made: [String] = []
    for rank in 0..<column.depth {
      let table = column.combinations.map { combination -> Double in
        switch combination {
        case .ranked(let items):
          rank < items.count ? items[rank].map { Double($0 + 1) } ?? .nan : .nan
        case .missing(let reason): Self.code(reason)
        }
      }
      let name = names.name(for: "\(set)_\(rank + 1)")
      made.append(name)
      let place = Bilingual(fr: "rang \(rank + 1)", en: "rank \(rank + 1)")[language]
      list.append(
        SPSSFile.Variable(
          name: name, label: "\(label) — \(place)", measure: .nominal, format: Self.whole,
          valueLabels: reasons(present) + options,
          missing: present.isEmpty ? nil : Self.missingCodes, values: codes.map { table[$0] }))
    }
    // A set of one variable is none.
    if made.count > 1 {
      sets.append(ResponseSet(name: set, label: label, kind: .ranks, variables: made))
    }
  }

  private mutating func addNumbers(_ question: Question, _ column: NumberColumn, _ label: String) {
    let isDate = if case .date = question.type { true } else { false }
    let count = column.values.count
    // Where numbers may be negative, missing answers have no number.
    let keepsReasons = !isDate && column.values.allSatisfy { $0 >= 0 }
    let codes = column.codes.toArray()
    var present: Set<Int> = []
    let table = (0..<(count + MissingReason.allCases.count)).map { code -> Double in
      if code < count { return isDate ? Self.seconds(column.values[code]) : column.values[code] }
      guard keepsReasons, let reason = MissingReason(rawValue: code - count) else { return .nan }
      return Self.code(reason)
    }
    if keepsReasons { for code in Set(codes) where code >= count { present.insert(code - count) } }
    list.append(
      SPSSFile.Variable(
        name: names.name(for: question.id), label: label, measure: .scale,
        format: isDate ? "EDATE10" : nil, valueLabels: reasons(present),
        missing: present.isEmpty ? nil : Self.missingCodes, values: codes.map { table[$0] }))
  }

  /// SPSS counts seconds from 14 October 1582.
  private static func seconds(_ days: Double) -> Double { (days + 141_428) * 86_400 }
}

/// Names of variables that SPSS takes: a letter first, then letters, digits and `_`, 60 at most, no
/// reserved word, unique whatever their case.
struct VariableNames {
  private var taken: Set<String> = [
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
  ]

  mutating func name(for id: String) -> String {
    var base = String(FileName.safe(id).map { $0.isLetter || $0.isNumber ? $0 : "_" }.prefix(48))
    if base.first?.isLetter != true { base = "q" + base }
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)_v\(number)"
      number += 1
    }
    return name
  }
}
