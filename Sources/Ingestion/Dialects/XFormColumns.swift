internal import SurveyModel

/// Columns of the tools that are made on XLSForm: questions in groups, and several answers either
/// in one cell, or in columns `question/option` of 1 and 0, or in both.
struct XFormColumns {
  private(set) var columns: [ExportColumn]
  /// Questions whose one cell repeats what their columns say.
  private(set) var repeated: [String] = []

  /// - Parameter role: what a heading is to the tool; `nil`: as any other heading.
  init(_ head: HeadRecords, headerRecords: Int, role: (String) -> ExportColumn.Role?) {
    let headings = head.texts(0).map(trimmedText)
    columns = headings.enumerated().map { position, heading in
      ExportColumn(
        position: position, heading: heading, code: heading,
        role: role(heading) ?? roleOfHeading(heading))
    }
    let parts = headings.map(Self.split)
    let isTicks = headings.indices.map { position in
      parts[position] != nil && columns[position].role != .metadata
        && head.column(position, from: headerRecords).allSatisfy {
          ["", "0", "1", "0.0", "1.0", "true", "false", "n/a"].contains(foldedLabel($0.text))
        }
    }
    for position in headings.indices where isTicks[position] {
      guard let own = parts[position] else { continue }
      // A lone column of 1 and 0 in a group is a question of its own.
      let block = headings.indices.filter { isTicks[$0] && parts[$0]?.parent == own.parent }
      let summary = headings.firstIndex(of: own.parent)
      guard block.count > 1, summary != nil || !Self.isGroup(own.parent, headings, isTicks) else {
        continue
      }
      columns[position].question = own.parent
      columns[position].item = own.item
      if columns[position].role == .personal { columns[position].role = .answer }
      if let summary, columns[summary].role == .answer {
        columns[summary].role = .metadata
        repeated.append(own.parent)
      }
    }
    // `question_other` holds what was typed for the option "other" of its question.
    let questions = Set(columns.filter { $0.item != nil }.map(\.question) + headings)
    for position in headings.indices where columns[position].role == .answer {
      if headings[position].hasSuffix("_other"),
        questions.contains(String(headings[position].dropLast(6)))
      {
        columns[position].role = .comment
      }
    }
  }

  /// `group/question/option` → (`group/question`, `option`).
  private static func split(_ heading: String) -> (parent: String, item: String)? {
    guard let slash = heading.lastIndex(of: "/"), slash > heading.startIndex else { return nil }
    let item = heading[heading.index(after: slash)...]
    return item.isEmpty ? nil : (String(heading[..<slash]), String(item))
  }

  /// Whether questions with other answers than 1 and 0 stand under the same path.
  private static func isGroup(_ path: String, _ headings: [String], _ isTicks: [Bool]) -> Bool {
    headings.indices.contains { position in
      !isTicks[position] && Self.split(headings[position])?.parent == path
    }
  }

  var evidence: [Bilingual] {
    guard !repeated.isEmpty else { return [] }
    return [
      Bilingual(
        fr:
          "\(repeated.count) question(s) à choix multiples en colonnes 1/0 : la cellule qui les résume n'est pas lue",
        en:
          "\(repeated.count) multiple choice question(s) in 1/0 columns: the cell that sums them up is not read"
      )
    ]
  }
}
