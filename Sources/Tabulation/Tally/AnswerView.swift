internal import SurveyModel

/// The answers to one question as rows of a table see them: which rows each record counts in, or
/// why it counts in none.
///
/// Everything is said per distinct code, so a pass over the records touches small numbers only.
struct AnswerView {
  /// One code a record.
  let codes: Codes
  /// The rows that a code counts in, each once; empty for a missing answer, and for somebody who
  /// answered without choosing anything.
  let rows: [[Int]]
  /// Why a code is no answer; `nil` for an answer.
  let missing: [MissingReason?]
  let rowCount: Int

  init(codes: Codes, rows: [[Int]], missing: [MissingReason?], rowCount: Int) {
    self.codes = codes
    self.rows = rows
    self.missing = missing
    self.rowCount = rowCount
  }

  /// - Returns: `nil` for numbers and for questions of which nothing is kept.
  init?(_ answers: Answers) {
    switch answers {
    case .codes(let column), .texts(let column): self.init(column)
    case .sets(let column): self.init(column)
    case .ranks(let column): self.init(column, rank: nil)
    case .numbers, .omitted: return nil
    }
  }

  private init(_ column: CodeColumn) {
    let states = 0..<column.stateCount
    self.init(
      codes: column.codes, rows: states.map { $0 < column.optionCount ? [$0] : [] },
      missing: states.map(column.missingReason), rowCount: column.optionCount)
  }

  private init(_ column: SetColumn) {
    var rows: [[Int]] = []
    var missing: [MissingReason?] = []
    for combination in column.combinations {
      switch combination {
      case .chosen(let options):
        rows.append(options)
        missing.append(nil)
      case .missing(let reason):
        rows.append([])
        missing.append(reason)
      }
    }
    self.init(codes: column.codes, rows: rows, missing: missing, rowCount: column.optionCount)
  }

  /// - Parameter rank: the rank whose item counts, from 0; `nil`: items at any rank.
  init(_ column: RankColumn, rank: Int?) {
    var rows: [[Int]] = []
    var missing: [MissingReason?] = []
    rows.reserveCapacity(column.combinations.count)
    missing.reserveCapacity(column.combinations.count)
    let alone = (0..<column.optionCount).map { [$0] }
    for combination in column.combinations {
      switch combination {
      case .ranked(let items):
        if let rank {
          rows.append((rank < items.count ? items[rank] : nil).map { alone[$0] } ?? [])
        } else {
          rows.append(items.compactMap { $0 })
        }
        missing.append(nil)
      case .missing(let reason):
        rows.append([])
        missing.append(reason)
      }
    }
    self.init(codes: column.codes, rows: rows, missing: missing, rowCount: column.optionCount)
  }

  /// The same people, with rows replaced: each row counts in the new rows that `target` gives,
  /// once, however many of its old rows lead there.
  func regrouped(_ target: [[Int]], rowCount: Int) -> AnswerView {
    AnswerView(
      codes: codes, rows: rows.map { Set($0.flatMap { target[$0] }).sorted() }, missing: missing,
      rowCount: rowCount)
  }
}

/// Who is in which column of a table: the categories of the crossing question.
struct Grouping {
  /// One code a record.
  let codes: Codes
  /// The groups that a code belongs to; several where the crossing question allows several answers.
  let groups: [[Int]]
  let groupCount: Int

  init?(_ answers: Answers) {
    guard let view = AnswerView(answers) else { return nil }
    codes = view.codes
    groups = view.rows
    groupCount = view.rowCount
  }
}
