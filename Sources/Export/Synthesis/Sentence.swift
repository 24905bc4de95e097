import SurveyModel
import Tabulation

/// A sentence of the synthesis: words, and numbers that each stand in a table.
struct Sentence: Sendable {
  enum Piece: Sendable {
    case words(String)
    /// A number as it is printed, with its place in `cells.csv`.
    case number(String, Place)
  }

  /// The record of `cells.csv` that holds the number.
  struct Place: Sendable, Hashable {
    var table: String
    var row: String
    var column: String
    var source: String
    var measure: String
  }

  var pieces: [Piece] = []

  /// The tables that it rests on, each once.
  var tables: [String] {
    var out: [String] = []
    for case .number(_, let place) in pieces where !out.contains(place.table) {
      out.append(place.table)
    }
    return out
  }

  mutating func say(_ words: String) { pieces.append(.words(words)) }
  mutating func say(_ number: Cited) { pieces.append(.number(number.text, number.place)) }

  /// A rank, with the word of a tie.
  mutating func say(rank: Cited, in language: Language) {
    say(rank)
    if rank.isTied { say(language == .french ? " ex æquo" : " (tied)") }
  }
}

/// A number of a table that may be said.
struct Cited: Sendable {
  var text: String
  var place: Sentence.Place
  /// Of a rank: another theme has it too.
  var isTied = false
  /// The whole number, where it is one.
  var whole: Int?
  /// The percentage in full.
  var real: Double?
}

/// A table whose numbers can be cited: those that are hidden are `nil`, and so is the sentence.
struct CitedTable: Sendable {
  let table: Table
  private let figures: TableFigures
  private let language: Language

  init(_ publishable: PublishableTable, _ language: Language) {
    table = publishable.table
    figures = Export.figures(of: publishable)
    self.language = language
  }

  func base(_ column: Int) -> Cited? { cited(figures.columns[column].base, row: "", column) }

  func count(_ row: Int, _ column: Int) -> Cited? {
    figures.entries[row][column].count.flatMap { cited($0, row: table.rowName(row), column) }
  }

  func rank(_ row: Int, _ column: Int) -> Cited? {
    figures.entries[row][column].rank.flatMap { cited($0, row: table.rowName(row), column) }
  }

  /// The share that is drawn: weighted where there are weights.
  func share(_ row: Int, _ column: Int) -> Cited? {
    figures.entries[row][column].shares.first.flatMap {
      cited($0.drawn, row: table.rowName(row), column)
    }
  }

  private func cited(_ figure: Figure, row: String, _ column: Int) -> Cited? {
    guard figure.status == .shown, let text = figure.label(language) else { return nil }
    var whole: Int?
    if case .whole(let value) = figure.quantity { whole = value }
    return Cited(
      text: figure.measure == .rank ? text.replacing("=", with: "") : text,
      place: Sentence.Place(
        table: table.id.path, row: row, column: table.columnName(column),
        source: table.banner[column].source, measure: figure.measure.word),
      isTied: figure.isTied, whole: whole, real: figure.real)
  }
}
