internal import SurveyModel

/// What happened to the values of one column between the survey tool and here.
struct ColumnAccidents {
  private let column: EncodedColumn
  private let file: String
  private let missing: [MissingValue]

  /// - Parameter missing: texts that stand for a missing answer, and are no accident.
  init(_ column: EncodedColumn, missing: [MissingValue], file: String) {
    self.column = column
    self.file = file
    self.missing = missing
  }

  /// Distinct values of a kind, how many records hold them, and the first place.
  struct Finding {
    var texts: [String] = []
    var count = 0
    var first: SourceLocation?

    mutating func add(_ answer: CountedValue, _ place: SourceLocation) {
      texts.append(trimmedText(answer.value.text))
      count += answer.count
      if first == nil { first = place }
    }
  }

  /// - Parameters:
  ///   - isNumber: the column holds quantities, and is read as such.
  ///   - isTicks: `VRAI` and `FAUX` are expected there.
  func problems(isNumber: Bool, isTicks: Bool) -> [Problem] {
    let answers = column.answers(without: missing)
    var found: [SpreadsheetAccident: Finding] = [:]
    var percent = Finding()
    var plain = Finding()
    var grouped = Finding()
    for answer in answers {
      let place = location(answer.value)
      if let accident = SpreadsheetAccident(answer.value.text) {
        found[accident, default: Finding()].add(answer, place)
      } else if isNumber, readNumber(answer.value.text) != nil {
        let text = trimmedText(answer.value.text)
        if text.hasSuffix("%") { percent.add(answer, place) } else { plain.add(answer, place) }
        if text.unicodeScalars.dropLast(2).contains(where: Self.isGroupBlank) {
          grouped.add(answer, place)
        }
      }
    }
    if isTicks { found[.truth] = nil }
    let heading = PersonalMask.masked(column.column.heading)
    var problems = SpreadsheetAccident.allCases.compactMap { kind in
      found[kind].map { Problem.accident(kind, heading, $0) }
    }
    if let zeros = lostZeros(answers) { problems.append(.lostZeros(heading, zeros)) }
    if percent.count > 0 { problems.append(.percentSigns(heading, percent, beside: plain)) }
    if grouped.count > 0 { problems.append(.thousands(heading, grouped)) }
    if isNumber {
      let format = NumberFormat(answers.lazy.map(\.value.text))
      if format.isMixed { problems.append(.mixedDecimals(heading, file, column.column.position)) }
    }
    return problems
  }

  private func location(_ value: DistinctValue) -> SourceLocation {
    SourceLocation(
      file: file, line: value.line, record: value.record, column: column.column.position + 1)
  }

  private static func isGroupBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
  }

  private static let postcodeWords: Set<String> = [
    "postal", "postale", "postcode", "zip", "insee", "cp", "zipcode",
  ]

  /// Numbers of four digits where all others have five, or under a heading that asks for a
  /// postcode: `01000` became `1000`.
  private func lostZeros(_ answers: [CountedValue]) -> Finding? {
    let words = foldedPlace(column.column.heading).split(separator: " ").map(String.init)
    let isAsked = !Self.postcodeWords.isDisjoint(with: words)
    var short = Finding()
    var long = 0
    var others = 0
    for answer in answers {
      let text = trimmedText(answer.value.text)
      let isDigits = text.utf8.allSatisfy { (48...57).contains($0) }
      switch (isDigits, text.utf8.count) {
      case (true, 5): long += answer.count
      case (true, 4) where text.utf8.first != UInt8(ascii: "0"):
        short.add(answer, location(answer.value))
      default: others += answer.count
      }
    }
    guard short.count > 0, others * 10 <= short.count + long, isAsked || long >= 3 * short.count
    else { return nil }
    return short
  }
}
