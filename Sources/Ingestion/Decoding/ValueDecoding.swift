internal import SurveyModel

/// The part that all decoders share: empty cells, texts that stand for a missing answer, and texts
/// that the question does not know are treated alike, whatever the type.
extension EncodedColumn {
  /// What each code of this column means: `0..<optionCount` an answer,
  /// `optionCount + reason.rawValue` a missing one.
  ///
  /// - Parameter read: what a text that is not blank means, given how many records hold it.
  /// - Complexity: O(distinct texts).
  func meanings(
    _ question: Question, optionCount: Int, _ context: DecodingContext, _ notes: inout ReadingNotes,
    read: (DistinctValue, Int) -> (reading: Reading, folded: Bool)
  ) -> [Int] {
    var table: [Int] = []
    table.reserveCapacity(counts.count)
    for code in counts.indices {
      let count = counts[code]
      guard let value = text(of: code) else {
        let reason = context.emptyReason(question, code: min(code, 1))
        notes.blank(reason, count: count)
        table.append(optionCount + reason.rawValue)
        continue
      }
      let (reading, folded) = read(value, count)
      if folded { notes.folded += count }
      switch reading {
      case .option(let index):
        table.append(index)
      case .missing(let reason):
        notes.missing(reason, text: value.text, count: count)
        table.append(optionCount + reason.rawValue)
      case .unknown:
        if count > 0 {
          notes.addInvalid(value.text, count: count, at: context.location(of: value, in: column))
        }
        table.append(optionCount + MissingReason.invalid.rawValue)
      }
    }
    return table
  }
}

/// Reads texts of a question without a code list: first those that stand for a missing answer.
struct ValueReader {
  private let missing: ListReader
  private let answer: (String) -> Int?

  /// - Parameter answer: the answer's index; `nil` where the text is none.
  init(_ question: Question, _ context: DecodingContext, answer: @escaping (String) -> Int?) {
    missing = ListReader(
      list: CodeList([]), missing: question.missing, fallback: context.layout.missing)
    self.answer = answer
  }

  func read(_ value: DistinctValue, _ count: Int) -> (reading: Reading, folded: Bool) {
    let known = missing.read(value.text)
    if known.reading != .unknown { return (known.reading, false) }
    return (answer(value.text).map { .option($0) } ?? .unknown, false)
  }
}
