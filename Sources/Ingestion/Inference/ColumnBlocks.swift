internal import SurveyModel

/// Which neighbouring columns answer one question: those under one heading, those that share the
/// beginning of their name and hold ticks (`source_journal, source_radio`), and numbered ones.
enum ColumnBlocks {
  static func of(_ columns: [EncodedColumn], _ layout: ExportLayout) -> [[EncodedColumn]] {
    var blocks: [[EncodedColumn]] = []
    var start = 0
    while start < columns.count {
      let block =
        underOneHeading(columns[start...]) ?? sharingPrefix(columns[start...], layout)
        ?? numbered(columns[start...], layout) ?? [columns[start]]
      blocks.append(block)
      start += block.count
    }
    return blocks
  }

  private static func underOneHeading(_ columns: ArraySlice<EncodedColumn>) -> [EncodedColumn]? {
    guard let first = columns.first?.column, first.item != nil else { return nil }
    let block = columns.prefix { $0.column.item != nil && $0.column.question == first.question }
    return block.count > 1 ? Array(block) : nil
  }

  /// `prefix_item` over cells that all tick or do not.
  private static func sharingPrefix(
    _ columns: ArraySlice<EncodedColumn>, _ layout: ExportLayout
  ) -> [EncodedColumn]? {
    guard let first = columns.first, let prefix = splitPrefixed(first.column.heading)?.prefix
    else { return nil }
    let block = columns.prefix { column in
      splitPrefixed(column.column.heading)?.prefix == prefix && column.column.item == nil
        && isTicks(column, layout)
    }
    guard block.count > 1 else { return nil }
    return block.map { column in
      var column = column
      column.column.question = prefix
      column.column.item = splitPrefixed(column.column.heading)?.item
      return column
    }
  }

  private static let tickWords: Set<String> = [
    "y", "n", "yes", "no", "oui", "non", "0", "1", "x", "true", "false", "vrai", "faux",
  ]

  private static func isTicks(_ column: EncodedColumn, _ layout: ExportLayout) -> Bool {
    let texts = column.answers(without: layout.missing).map { foldedLabel($0.value.text) }
    return !texts.isEmpty && texts.allSatisfy(tickWords.contains)
  }

  /// `SUJET_1, SUJET_2`: labels filled from the left, some of them in more than one column.
  private static func numbered(
    _ columns: ArraySlice<EncodedColumn>, _ layout: ExportLayout
  ) -> [EncodedColumn]? {
    guard let first = columns.first, let parts = splitNumbered(trimmedText(first.column.heading)),
      parts.number == 1
    else { return nil }
    var block: [EncodedColumn] = []
    for column in columns {
      guard let next = splitNumbered(trimmedText(column.column.heading)),
        next.question == parts.question, next.number == block.count + 1, column.column.item == nil
      else { break }
      block.append(column)
    }
    guard block.count > 1, isFilledFromLeft(block), sharesLabels(block, layout) else { return nil }
    return block.map { column in
      var column = column
      column.column.question = trimmedText(parts.question)
      column.column.item = splitNumbered(trimmedText(column.column.heading)).map {
        String($0.number)
      }
      return column
    }
  }

  /// No record has an answer behind a blank.
  static func isFilledFromLeft(_ block: [EncodedColumn]) -> Bool {
    let filled = block.map { column in column.counts.indices.map { column.text(of: $0) != nil } }
    let joint = JointColumn(block, recordCount: block[0].codes.count)
    return joint.rows.allSatisfy { row in
      let cells = zip(filled, row).map { $0[$1] }
      return zip(cells, cells.dropFirst()).allSatisfy { $0 || !$1 }
    }
  }

  private static func sharesLabels(_ block: [EncodedColumn], _ layout: ExportLayout) -> Bool {
    var seen: Set<String> = []
    var isShared = false
    for column in block {
      for answer in column.answers(without: layout.missing) {
        let text = foldedLabel(answer.value.text)
        if readNumber(text) != nil || text.count > 80 { return false }
        if !seen.insert(text).inserted { isShared = true }
      }
    }
    return isShared && seen.count <= ColumnGuess.mostOptions
  }
}

/// `source_journal` → (`source`, `journal`).
func splitPrefixed(_ heading: String) -> (prefix: String, item: String)? {
  let trimmed = trimmedText(heading)
  guard let underscore = trimmed.firstIndex(of: "_"), underscore > trimmed.startIndex,
    !trimmed.contains(" ")
  else { return nil }
  let item = trimmed[trimmed.index(after: underscore)...]
  return item.isEmpty ? nil : (String(trimmed[..<underscore]), String(item))
}
