import SurveyModel

/// Reads `margins.csv`: `question,option,count,share`, a line a category of the population.
///
/// What the lines mean depends on the questionnaire that they are held against: `MarginResolver`.
struct MarginList {
  static let headings = ["question", "option", "count", "share"]
  /// Written in place of a number: nothing is known, the category keeps its share of the sample.
  static let keep = "keep"

  /// A line, as it is written.
  struct Line {
    var questions: [String]
    /// For each question, the texts of its options that are taken together; as one text where it
    /// names a single option.
    var option: String
    var unit: MarginTargets.Unit
    /// `nil`: `keep`.
    var target: Double?
    var place: SourceLocation
  }

  private(set) var lines: [Line] = []
  private(set) var problems: [Problem] = []

  init(bytes: [UInt8], file: String) {
    let list = HeadedList(
      bytes: bytes, file: file, known: Self.headings, required: ["question", "option"])
    problems = list.problems
    guard list.isUsable else { return }
    if list.headings.isDisjoint(with: ["count", "share"]) {
      problems.append(
        .missingHeading(
          "count", known: Self.headings, at: SourceLocation(file: file, line: 1)))
      return
    }
    for row in list.rows { read(row) }
  }

  private mutating func read(_ row: HeadedList.Row) {
    for heading in ["question", "option"] where row[heading].isEmpty {
      problems.append(.emptyValue(heading, at: row.place))
    }
    if let todo = Self.headings.first(where: { isTodo(row[$0]) }) {
      problems.append(.todo(todo, choices: [], at: row.place))
      return
    }
    let count = row["count"]
    let share = row["share"]
    guard count.isEmpty != share.isEmpty else {
      problems.append(.countOrShare(hasBoth: !count.isEmpty, at: row.place))
      return
    }
    guard !row["question"].isEmpty, !row["option"].isEmpty else { return }
    let unit: MarginTargets.Unit = count.isEmpty ? .share : .count
    let text = count.isEmpty ? share : count
    let target = Self.number(text)
    if target == nil, text != Self.keep {
      problems.append(.badTarget(text, at: row.place))
      return
    }
    lines.append(
      Line(
        questions: Self.parts(row["question"], at: "*"), option: row["option"], unit: unit,
        target: target, place: row.place))
  }

  /// The parts of a text around a sign, without the spaces beside it.
  static func parts(_ text: String, at sign: Character) -> [String] {
    text.split(separator: sign, omittingEmptySubsequences: false).map {
      var part = $0
      while part.first?.isWhitespace == true { part = part.dropFirst() }
      while part.last?.isWhitespace == true { part = part.dropLast() }
      return String(part)
    }
  }

  /// Digits with at most one decimal point or comma.
  static func number(_ text: String) -> Double? {
    let plain = text.replacing(",", with: ".")
    let halves = plain.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count <= 2, !halves.contains(""),
      halves.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }
}
