internal import SurveyModel

/// Gathers the orders of a ranking question, a distinct row of cells at a time.
struct RankBuilder {
  let question: Question
  let list: CodeList
  private let answerCount: Int
  private(set) var depth: Int
  var notes = ReadingNotes()
  private var others = OtherCounts()
  private var combinations = Numbering<RankColumn.Combination>()

  init(_ question: Question, _ ranking: RankingQuestion, depth: Int) {
    self.question = question
    list = ranking.list
    answerCount = ranking.list.answers.count
    self.depth = depth
  }

  var optionCount: Int { answerCount + (list.allowsOther ? 1 : 0) }

  /// A text outside the list: "other" where the question allows it, else listed as invalid.
  mutating func unlisted(_ text: String, count: Int, at location: SourceLocation) -> Int? {
    if list.allowsOther {
      others.add(text, count)
      return answerCount
    }
    if count > 0 { notes.addInvalid(text, count: count, at: location) }
    return nil
  }

  /// Codes of a column that holds items: the item, else `optionCount + reason`.
  mutating func itemMeanings(_ column: EncodedColumn, _ context: DecodingContext) -> [Int] {
    let reader = ListReader(
      list: list, missing: question.missing, fallback: context.layout.missing)
    var others = self.others
    let table = column.meanings(question, optionCount: optionCount, context, &notes) {
      value, count in
      let found = reader.read(value.text)
      guard found.reading == .unknown, list.allowsOther else { return found }
      others.add(value.text, count)
      return (.option(answerCount), false)
    }
    self.others = others
    return table
  }

  /// Codes of a column that holds ranks: the rank from 0, else `depth + reason`.
  mutating func rankMeanings(_ column: EncodedColumn, _ context: DecodingContext) -> [Int] {
    let depth = self.depth
    let reader = ValueReader(question, context) { text in
      guard let number = readNumber(text), number == number.rounded(),
        1...Double(depth) ~= number
      else { return nil }
      return Int(number) - 1
    }
    return column.meanings(question, optionCount: depth, context, &notes, read: reader.read)
  }

  /// The code of one order.
  ///
  /// - Parameters:
  ///   - places: the item at each rank, from the first; none where the rank was left out. An item
  ///     named twice keeps its best rank, and is counted as a clash.
  ///   - isClash: a second item at one rank was left out, which is one, too.
  ///   - missing: the reasons that its empty cells give, used when no item is left.
  mutating func code(
    of places: [Int?], isClash: Bool = false, missing: [MissingReason], count: Int
  ) -> Int {
    var order = places
    var isClash = isClash
    var seen = [Bool](repeating: false, count: optionCount)
    for (rank, item) in places.enumerated() {
      guard let item else { continue }
      if seen[item] { (order[rank], isClash) = (nil, true) }
      seen[item] = true
    }
    if isClash { notes.rankClashes += count }
    while order.last == .some(nil) { order.removeLast() }
    depth = max(depth, order.count)
    let reason = missing.first { $0 == .invalid } ?? missing.first ?? .noAnswer
    return combinations.number(of: order.isEmpty ? .missing(reason) : .ranked(order))
  }

  func finish(codes: Codes) -> DecodedQuestion {
    var notes = notes
    notes.masked += others.masked
    return DecodedQuestion(
      answers: .ranks(
        RankColumn(
          codes: codes, combinations: combinations.keys, optionCount: optionCount, depth: depth,
          otherTexts: others.sorted)),
      notes: notes)
  }
}
