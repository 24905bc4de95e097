internal import SurveyModel

/// Items put in order, in any of the three layouts.
struct RankingDecoder {
  let question: Question
  let ranking: RankingQuestion

  /// A column per rank: the cell holds the item.
  func decode(ranks columns: [EncodedColumn], _ context: DecodingContext) -> DecodedQuestion {
    var builder = RankBuilder(question, ranking, depth: columns.count)
    let tables = columns.map { builder.itemMeanings($0, context) }
    let joint = JointColumn(columns, recordCount: context.recordCount)
    let table = zip(joint.rows, joint.counts).map { row, count -> Int in
      let meanings = zip(tables, row).map { $0[$1] }
      return builder.code(
        of: meanings.map { $0 < builder.optionCount ? $0 : nil },
        missing: meanings.compactMap { MissingReason(rawValue: $0 - builder.optionCount) },
        count: count)
    }
    return builder.finish(codes: joint.codes.mapped(through: table))
  }

  /// A column per item: the cell holds the rank. An item without a rank was not ranked.
  ///
  /// - Parameter columns: one an item, in order; `nil` where the export has none.
  func decode(items columns: [EncodedColumn?], _ context: DecodingContext) -> DecodedQuestion {
    let depth = ranking.depth ?? ranking.list.answers.count
    var builder = RankBuilder(question, ranking, depth: depth)
    let present = columns.enumerated().compactMap { index, column in column.map { (index, $0) } }
    let tables = present.map { builder.rankMeanings($0.1, context) }
    let joint = JointColumn(present.map(\.1), recordCount: context.recordCount)
    let table = zip(joint.rows, joint.counts).map { row, count -> Int in
      let meanings = zip(tables, row).map { $0[$1] }
      var order = [Int?](repeating: nil, count: depth)
      var isClash = false
      for (item, rank) in zip(present, meanings) where rank < depth {
        if order[rank] == nil { order[rank] = item.0 } else { isClash = true }
      }
      return builder.code(
        of: order, isClash: isClash,
        missing: meanings.compactMap { MissingReason(rawValue: $0 - depth) },
        count: count)
    }
    return builder.finish(codes: joint.codes.mapped(through: table))
  }

  /// One cell: the items in order.
  func decode(
    cell column: EncodedColumn, separator: String, _ context: DecodingContext
  ) -> DecodedQuestion {
    let reader = ListReader(
      list: ranking.list, missing: question.missing, fallback: context.layout.missing)
    let splitter = CellSplitter(separator: separator, reader)
    var builder = RankBuilder(
      question, ranking, depth: ranking.depth ?? ranking.list.answers.count)
    let table = column.counts.indices.map { code -> Int in
      let count = column.counts[code]
      guard let value = column.text(of: code) else {
        let reason = context.emptyReason(question, code: min(code, 1))
        builder.notes.blank(reason, count: count)
        return builder.code(of: [], missing: [reason], count: count)
      }
      var order: [Int?] = []
      var missing: [MissingReason] = []
      for part in splitter.split(value.text) {
        switch part {
        case .known(.option(let index), let folded):
          order.append(index)
          if folded { builder.notes.folded += count }
        case .known(.missing(let reason), _):
          missing.append(reason)
          builder.notes.missing(reason, text: value.text, count: count)
        case .known(.unknown, _):
          break
        case .unknown(let text):
          let place = context.location(of: value, in: column.column)
          if let index = builder.unlisted(text, count: count, at: place) {
            order.append(index)
          } else {
            missing.append(.invalid)
          }
        }
      }
      return builder.code(of: order, missing: missing, count: count)
    }
    return builder.finish(codes: column.codes.mapped(through: table))
  }
}
