internal import SurveyModel

/// How a reader wants a table of one question: the order of its rows, how many of them, and what
/// its percentages are of. Counts and bases stay what they are.
public struct TableArrangement: Sendable, Hashable {
  public enum Order: String, Sendable, CaseIterable {
    /// The most frequent first; equal ones in the order of the questionnaire.
    case count
    /// In the order of the alphabet, accents and case ignored.
    case label
    case questionnaire
  }

  public enum Percent: String, Sendable, CaseIterable {
    /// Of the row's people, over all columns.
    case row
    /// Of the people of the column who answered.
    case column
    /// Of everybody in the table.
    case total
  }

  public var order: Order
  /// The most frequent rows only, with those that equal the last of them.
  public var top: Int?
  public var percent: Percent

  public init(order: Order = .questionnaire, top: Int? = nil, percent: Percent = .column) {
    self.order = order
    self.top = top
    self.percent = percent
  }
}

extension Table {
  /// The same numbers, arranged. Answers typed as "other" stay behind the options; boxes,
  /// statistics and missing answers stay behind the answers, and all of them are kept.
  public func arranged(_ arrangement: TableArrangement) -> Table {
    var table = self
    table.setPercent(arrangement.percent)
    let answers = stub.indices.filter { stub[$0].isAnswer }
    var kept = arrangement.order.sorted(answers, of: self)
    if let top = arrangement.top, top < kept.count {
      let counts = kept.map(wholeCount).sorted(by: >)
      let least = top > 0 ? max(counts[top - 1], 1) : .max
      let chosen = kept.filter { wholeCount($0) >= least }
      if chosen.count < kept.count {
        table.notes.insert(Self.topNote(chosen.count, of: kept.count), at: 0)
        kept = chosen
      }
    }
    // The places of the answers are filled anew, what stands between them stays.
    let rest = stub.indices.filter { !stub[$0].isAnswer }
    let order = kept + rest
    table.stub = order.map { table.stub[$0] }
    table.cells = order.map { table.cells[$0] }
    return table
  }

  func wholeCount(_ row: Int) -> Int { cells[row].first?.count ?? 0 }

  private static func topNote(_ shown: Int, of all: Int) -> Bilingual {
    Bilingual(
      fr:
        "Les \(shown) modalités les plus citées sur \(all) ; les bases et les pourcentages portent sur toutes.",
      en:
        "The \(shown) most frequent of \(all) categories; bases and percentages are of all of them."
    )
  }
}

extension TableArrangement.Order {
  fileprivate func sorted(_ rows: [Int], of table: Table) -> [Int] {
    let others = rows.filter { table.stub[$0].kind == .other }
    let options = rows.filter { table.stub[$0].kind != .other }
    switch self {
    case .questionnaire: return rows
    case .count:
      return options.sorted { (table.wholeCount($1), $0) < (table.wholeCount($0), $1) } + others
    case .label:
      let keys = Dictionary(
        uniqueKeysWithValues: options.map { ($0, foldedPlace(table.stub[$0].label.fr)) })
      return options.sorted { (keys[$0] ?? "", $0) < (keys[$1] ?? "", $1) } + others
    }
  }
}

extension StubItem {
  /// An answer, a step, an item or a theme: what can be put in order.
  fileprivate var isAnswer: Bool {
    switch kind {
    case .option, .other, .theme: true
    case .net, .statistic, .missing: false
    }
  }
}
