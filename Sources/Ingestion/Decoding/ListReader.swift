internal import SurveyModel

/// What one text means to a code list.
enum Reading: Hashable {
  case option(Int)
  case missing(MissingReason)
  case unknown
}

/// Finds texts in a code list: labels in both languages, other spellings, codes; first to the
/// letter, then with case, spaces and apostrophes folded.
struct ListReader {
  private var exact: [String: Reading] = [:]
  private var folded: [String: Reading] = [:]
  /// No text that is much longer than those of the list is looked up: to hash it would cost more
  /// than all else. An accent written apart makes a text up to three times as long.
  private var longestExact = 0
  private var longestFolded = 0
  let optionCount: Int

  /// - Parameters:
  ///   - missing: texts that stand for a missing answer, which win over options.
  ///   - fallback: texts of the dialect that do, unless an option or the question says otherwise.
  init(list: CodeList, missing: [MissingValue], fallback: [MissingValue] = []) {
    optionCount = list.answers.count
    let expected = missing.count + 4 * list.options.count + fallback.count
    exact.reserveCapacity(expected)
    folded.reserveCapacity(expected)
    for value in missing { add(value.text, .missing(value.reason)) }
    var readings: [Reading] = []
    var answers = 0
    for option in list.options {
      readings.append(option.missing.map { .missing($0) } ?? .option(answers))
      if option.missing == nil { answers += 1 }
    }
    for (option, reading) in zip(list.options, readings) {
      add(option.label.fr, reading)
      add(option.label.en, reading)
      for alias in option.aliases { add(alias, reading) }
    }
    for (option, reading) in zip(list.options, readings) { add(option.code, reading) }
    for value in fallback { add(value.text, .missing(value.reason)) }
  }

  private mutating func add(_ text: String, _ reading: Reading) {
    // The label of one language often stands for both.
    if exact[text] != nil { return }
    exact[text] = reading
    let key = foldedLabel(text)
    if folded[key] == nil { folded[key] = reading }
    longestExact = max(longestExact, 3 * text.utf8.count)
    longestFolded = max(longestFolded, 3 * key.utf8.count)
  }

  /// Every text that the list knows, as written and folded.
  var texts: [String] { Array(exact.keys) + Array(folded.keys) }

  /// - Returns: the meaning, and whether folding was needed to find it.
  func read(_ text: String) -> (reading: Reading, folded: Bool) {
    if text.utf8.count <= longestExact, let reading = exact[text] { return (reading, false) }
    if exact.isEmpty { return (.unknown, false) }
    let key = foldedLabel(text)
    if key.utf8.count <= longestFolded, let reading = folded[key] { return (reading, true) }
    return (.unknown, false)
  }
}
