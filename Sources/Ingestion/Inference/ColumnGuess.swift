internal import SurveyModel

/// What the answers of one column look like, without a questionnaire.
struct ColumnGuess {
  var type: ResponseType
  /// What a questionnaire would most likely declare, where that is more than can be counted by.
  var likely: ResponseType
  var evidence: [Bilingual]
  var openPoints: [OpenPoint] = []
  /// How many records give each option.
  var counts: [Int] = []
  /// Said to the user: something was guessed and can be settled.
  var split: SplitGuess?

  /// A closed question shows at most this many different answers.
  static let mostOptions = 300
  /// A column of whole numbers with at most this many different values is shown value by value.
  static let mostSteps = 21
  /// A scale of words has at most this many steps.
  static let mostLabels = 12

  init(_ type: ResponseType, fr: String, en: String) {
    self.type = type
    likely = type
    evidence = [Bilingual(fr: fr, en: en)]
  }

  /// A column without any answer.
  init(empty: Void) { self.init(.ignored, fr: "aucune réponse", en: "no answer") }

  static func of(
    _ column: EncodedColumn, _ layout: ExportLayout, splitting: SplitChoice
  ) -> ColumnGuess {
    let values = column.answers(without: layout.missing)
    let filled = values.reduce(0) { $0 + $1.count }
    let texts = values.map { $0.value.text }
    guard !values.isEmpty else {
      return ColumnGuess(empty: ())
    }
    let signs = texts.map(PersonalSigns.init)
    if let kind = PersonalPattern.most(of: texts, signs) {
      return ColumnGuess(.personalData, fr: kind.label.fr, en: kind.label.en)
    }
    // Somebody left an address among the answers: none of them is listed.
    if zip(texts, signs).contains(where: PersonalMask.finds) { return ofTexts(values, filled) }
    if case .on(let separator) = splitting,
      texts.contains(where: { SplitGuess.split($0, separator).count > 1 })
    {
      return ColumnGuess(split: SplitGuess(column, on: separator), column)
    }
    if column.column.role == .otherText {
      return ColumnGuess(
        .openText, fr: "ce qui est précisé à côté des options", en: "what was typed beside options")
    }
    if column.column.role == .comment {
      return ColumnGuess(
        .openText, fr: "ce qui est écrit à propos d'une réponse",
        en: "what was written on an answer")
    }
    if texts.allSatisfy(looksLikeDate) { return ofDates(texts) }
    if let first = texts.first, first.utf8.contains(where: { (48...57).contains($0) }),
      let guess = ofSeparatedNumbers(values, texts)
    {
      return guess
    }
    if let numbers = allNumbers(texts) {
      return ofNumbers(values, numbers, heading: column.column.heading)
    }
    if splitting == .guess, let split = SplitGuess(column), split.options.count > 1 {
      return ColumnGuess(split: split, column)
    }
    let isFree = asksForWords(column.column.heading, values, filled)
    var guess =
      isClosed(values, filled) && !isFree ? ofOptions(values, filled) : ofTexts(values, filled)
    if let numbers = ofNumbersAndWords(values, filled, heading: column.column.heading) {
      guess.likely = numbers.likely
      guess.openPoints = numbers.points
      guess.evidence.append(
        Bilingual(fr: "des nombres, à quelques mots près", en: "numbers, but for a few words"))
    }
    if isFree { return guess }
    guess.lookForSplit(values, column, layout, splitting)
    return guess
  }

  private static func isClosed(_ values: [CountedValue], _ filled: Int) -> Bool {
    let repeats = Double(filled) / Double(values.count)
    return
      (values.count <= 12 && repeats >= 1.5
      && values.allSatisfy { $0.value.text.count <= 120 })
      || (values.count <= mostOptions && repeats >= 3)
  }

  private static func ofDates(_ texts: [String]) -> ColumnGuess {
    let order = provenDateOrder(texts)
    var guess = ColumnGuess(.date(order), fr: "\(texts.count) dates", en: "\(texts.count) dates")
    if let order {
      guess.evidence.append(
        Bilingual(fr: "ordre prouvé : \(order.rawValue)", en: "proven order: \(order.rawValue)"))
    } else {
      guess.openPoints = [.dateOrder(examples: Array(texts.prefix(3)))]
    }
    return guess
  }

  private static func ofOptions(_ values: [CountedValue], _ filled: Int) -> ColumnGuess {
    let merged = mergedLabels(values)
    if merged.count <= mostLabels, let scale = ScaleGuess(merged.map(\.label)) {
      return ColumnGuess(scale, merged)
    }
    let times = Int((Double(filled) / Double(values.count)).rounded())
    var guess = ColumnGuess(
      .single(CodeList([])),
      fr: merged.count == 1
        ? "une seule réponse, \(filled) fois"
        : "\(merged.count) réponses différentes, chacune \(times) fois en moyenne",
      en: merged.count == 1
        ? "a single answer, \(filled) times"
        : "\(merged.count) different answers, each \(times) times on average")
    var labels = merged.map(\.label)
    if let bands = orderedBands(labels) {
      labels = bands
      guess.evidence.append(
        Bilingual(fr: "tranches, par ordre croissant", en: "bands, in ascending order"))
    }
    guess.setOptions(labels, merged)
    return guess
  }

  private static func ofTexts(_ values: [CountedValue], _ filled: Int) -> ColumnGuess {
    ColumnGuess(
      .openText, fr: "\(values.count) textes différents sur \(filled)",
      en: "\(values.count) different texts of \(filled)")
  }

  /// A scale of words.
  ///
  /// - Parameter all: the labels of all rows, in a grid.
  init(_ scale: ScaleGuess, _ merged: [LabelCount], all: [LabelCount]? = nil) {
    self.init(
      .ignored, fr: "libellés d'une échelle, dans son ordre",
      en: "labels of a scale, in its order")
    setOptions(scale.steps + scale.outside, merged)
    guard case .single(let list) = type else { return }
    type = .scale(OrdinalScale(list: list, best: nil))
    likely = type
    openPoints = [.scaleDirection(steps: scale.steps)]
    for label in scale.outside {
      let count = (all ?? merged).first { $0.label == label }?.count ?? 0
      openPoints.append(.beside(label: label, count: count))
    }
  }

  mutating func setOptions(_ labels: [String], _ merged: [LabelCount]) {
    let byLabel = Dictionary(merged.map { ($0.label, $0.count) }, uniquingKeysWith: +)
    counts = labels.map { byLabel[$0] ?? 0 }
    type = .single(CodeList(Self.options(labels)))
    likely = type
  }

  private static let freeWords: Set<String> = [
    "remarque", "remarques", "commentaire", "commentaires", "precisez", "preciser", "pourquoi",
    "suggestion", "suggestions", "observation", "observations", "expliquez", "comment", "comments",
    "specify", "why", "explain", "remarks", "verbatim",
  ]

  /// The heading asks for words of one's own, and the answers are not so few that they must be a
  /// list.
  private static func asksForWords(
    _ heading: String, _ values: [CountedValue], _ filled: Int
  ) -> Bool {
    let words = foldedPlace(heading).split(separator: " ").map(String.init)
    // "Comment" is a question word in French: "comment" alone is a heading in English.
    let named = words.filter { freeWords.contains($0) && ($0 != "comment" || words.count == 1) }
    return !named.isEmpty && filled < 8 * values.count
  }

  /// Cells with several answers that the rule of `SplitGuess` does not allow to count by.
  private mutating func lookForSplit(
    _ values: [CountedValue], _ column: EncodedColumn, _ layout: ExportLayout,
    _ splitting: SplitChoice
  ) {
    guard splitting == .guess, openPoints.isEmpty else { return }
    for separator in layout.separator.map({ [$0] }) ?? ["|", ";", ", "] {
      guard let split = LikelySplit(values, separator: separator) else { continue }
      let list = CodeList(
        Self.options(split.options.map(\.label)), allowsOther: split.hasOther)
      likely = .multiple(MultipleChoice(list: list, layout: .cell(separator: separator)))
      counts = split.options.map(\.count)
      openPoints = [.splitPoints(separator: separator, joined: split.joined)]
      askAboutBlanks(column)
      evidence.append(
        Bilingual(
          fr: "\(split.options.count) morceaux reviennent, séparés par \"\(separator)\"",
          en: "\(split.options.count) pieces recur, separated by \"\(separator)\""))
      return
    }
  }

  private init(split: SplitGuess, _ column: EncodedColumn) {
    type = .multiple(
      MultipleChoice(
        list: CodeList(Self.options(split.options)), layout: .cell(separator: split.separator)))
    likely = type
    counts = split.counts
    evidence = [
      Bilingual(
        fr: "plusieurs réponses séparées par \"\(split.separator)\"",
        en: "several answers separated by \"\(split.separator)\"")
    ]
    openPoints = [.splitPoints(separator: split.separator, joined: split.joined)]
    self.split = split
    askAboutBlanks(column)
  }

  private mutating func askAboutBlanks(_ column: EncodedColumn) {
    let blank = column.blankCount
    if blank > 0 { openPoints.append(.nothingChosen(count: blank)) }
  }
}
