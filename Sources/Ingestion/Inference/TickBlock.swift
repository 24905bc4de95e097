internal import SurveyModel

/// What a block of tick boxes shows: how often each is ticked, and how many people tick none
/// though nothing says that they were not asked.
struct TickBlock {
  private(set) var counts: [Int] = []
  private(set) var nothingChosen = 0

  init(
    _ block: [EncodedColumn], _ choice: MultipleChoice, other: Int?, _ layout: ExportLayout
  ) {
    enum Mark { case ticked, open, absent }
    let absent = Set(layout.missing.map { foldedLabel($0.text) })
    var marks: [[Mark]] = []
    var option = 0
    for column in block {
      let isOther = column.column.role == .otherText
      let words = isOther ? nil : TickWords(choice: choice, option: choice.list.options[option])
      let own = column.counts.indices.map { code -> Mark in
        guard let value = column.text(of: code) else {
          return layout.unquotedEmptyIsNotDisplayed && code == 0 ? .absent : .open
        }
        if absent.contains(foldedLabel(value.text)) { return .absent }
        guard let words else { return .ticked }
        return words.isTicked(value.text) == true ? .ticked : .open
      }
      if !isOther {
        counts.append(zip(own, column.counts).reduce(0) { $1.0 == .ticked ? $0 + $1.1 : $0 })
        option += 1
      }
      marks.append(own)
    }
    let answers = block.indices.filter { block[$0].column.role != .otherText }
    let joint = JointColumn(block, recordCount: block[0].codes.count)
    for (row, count) in zip(joint.rows, joint.counts) {
      let cells = zip(marks, row).map { $0[$1] }
      if cells.contains(.ticked) { continue }
      // The column of typed text has no mark of its own for "not displayed".
      if answers.contains(where: { cells[$0] == .open }) { nothingChosen += count }
    }
  }
}
