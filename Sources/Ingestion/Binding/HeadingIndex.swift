internal import SurveyModel

/// Finds the columns of an export by code, heading or common heading, trimmed, case ignored.
struct HeadingIndex {
  let layout: ExportLayout
  private var byHeading: [String: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]
  private var byQuestion: [String: [Int]] = [:]
  private var byNumber: [String: [Int]] = [:]

  init(_ layout: ExportLayout) {
    self.layout = layout
    for column in layout.columns {
      byHeading[foldedLabel(column.heading), default: []].append(column.position)
      if let code = column.code {
        byCode[foldedLabel(code), default: []].append(column.position)
      }
      if column.item != nil, column.role != .comment {
        byQuestion[foldedLabel(column.question), default: []].append(column.position)
      }
    }
    for block in Self.numberedBlocks(layout) {
      byNumber[foldedLabel(block.name)] = block.positions
    }
  }

  /// `Q5_1, Q5_2, Q5_3`: the columns that `Q5` means where nothing else is called that.
  private static func numberedBlocks(
    _ layout: ExportLayout
  ) -> [(name: String, positions: [Int])] {
    var blocks: [(name: String, positions: [Int])] = []
    for column in layout.columns {
      guard let parts = splitNumbered(trimmedText(column.code ?? column.heading)) else { continue }
      if let last = blocks.last, last.name == parts.question,
        parts.number == last.positions.count + 1
      {
        blocks[blocks.count - 1].positions.append(column.position)
      } else if parts.number == 1 {
        blocks.append((parts.question, [column.position]))
      }
    }
    return blocks.filter { $0.positions.count > 1 }
  }

  /// The columns that a name means: those with this code, else this heading, else the block with
  /// this common heading or number; else the column at a place (`#12`).
  func columns(named name: String) -> [Int] {
    let key = foldedLabel(name)
    if key.isEmpty { return [] }
    return byCode[key] ?? byHeading[key] ?? byQuestion[key] ?? byNumber[key] ?? place(key)
  }

  private func place(_ key: String) -> [Int] {
    guard key.hasPrefix("#"), let number = Int(key.dropFirst()),
      layout.columns.indices.contains(number - 1)
    else { return [] }
    return [number - 1]
  }

  /// Headings that somebody may have meant.
  func suggestion(for name: String) -> String? {
    nearest(to: name, among: layout.columns.flatMap { [$0.heading, $0.question] })
  }
}

extension ExportLayout {
  /// Names by which a definition can call columns of this export.
  public func columnNames() -> ColumnNames { ColumnNames(index: HeadingIndex(self)) }
}

/// Finds for each column a name that means it and no other.
public struct ColumnNames: Sendable {
  let index: HeadingIndex

  /// The columns that a name means.
  public func columns(named name: String) -> [Int] { index.columns(named: name) }

  /// The column's code, else its heading, else its place (`#12`).
  public func name(of position: Int) -> String {
    let column = index.layout.columns[position]
    for name in [column.code, trimmedText(column.heading)].compactMap({ $0 })
    where index.columns(named: name) == [position] {
      return name
    }
    return "#\(position + 1)"
  }
}
