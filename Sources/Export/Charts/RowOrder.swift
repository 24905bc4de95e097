import SurveyModel
import Tabulation

extension TableLayout {
  /// The most frequent first, "other" behind; steps of a scale, numbers, dates and classes as they
  /// stand.
  func ranked(_ rows: [Int], _ column: Int) -> [Int] {
    guard !isOrdered else { return rows }
    return rows.sorted { a, b in
      let (first, second) = (sortKey(a, column), sortKey(b, column))
      return first != second ? first > second : a < b
    }
  }

  /// Answers as charts have them, then what takes several together; themes as they stand.
  var rowsInOrder: [Int] {
    guard table.kind == .distribution || table.kind == .crossTabulation else { return body }
    let whole = table.banner.indices.first { table.isWhole($0) } ?? 0
    let isNet = { (row: Int) in self.table.stub[row].kind == .net }
    return ranked(body.filter { !isNet($0) }, whole) + body.filter(isNet)
  }

  /// The answers have an order of their own.
  var isOrdered: Bool {
    ["scale", "number", "date"].contains(table.question?.type) || hasClasses
  }

  /// Classes of age or time: each answer names a number, none smaller than the one before.
  private var hasClasses: Bool {
    guard table.question?.type == "single" else { return false }
    let options = body.filter { table.stub[$0].kind == .option }
    let numbers = options.map { Self.number(in: table.stub[$0].label.fr) }
    guard numbers.count > 2, !numbers.contains(nil) else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $0 ?? 0 <= $1 ?? 0 }
      && Set(numbers).count > 1
  }

  /// The first whole number of a text.
  private static func number(in text: String) -> Int? {
    let digits = text.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    return Int(digits)
  }

  /// Nobody gave the answer, and that may be said.
  func isZero(_ row: Int, _ column: Int) -> Bool {
    figures.entries[row][column].count?.quantity == .whole(0)
  }

  private struct SortKey: Comparable {
    var isListed: Bool
    var share: Double
    static func < (a: Self, b: Self) -> Bool {
      a.isListed != b.isListed ? !a.isListed : a.share < b.share
    }
  }

  private func sortKey(_ row: Int, _ column: Int) -> SortKey {
    let share = figures.entries[row][column].shares.first?.drawn.real
    return SortKey(isListed: table.stub[row].kind != .other, share: share ?? -1)
  }
}
