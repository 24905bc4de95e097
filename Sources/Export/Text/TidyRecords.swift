import SurveyModel
import Tabulation

/// A table as tidy records, their cells in the order of `TidyColumn`.
///
/// What a record says of its table, its column and its row is made once, for it comes in hundreds of
/// them.
struct TidyRecords {
  let layout: TableLayout
  let table: Table
  let language: Language
  let form: CSVForm
  private let isWeighted: Bool
  private let isInferred: Bool

  /// - Parameters:
  ///   - isWeighted: some table of the file has weights.
  ///   - isInferred: some table of the file has intervals.
  init(_ layout: TableLayout, _ form: CSVForm, isWeighted: Bool, isInferred: Bool) {
    self.layout = layout
    table = layout.published.table
    language = form == .french ? .french : layout.language
    self.form = form
    self.isWeighted = isWeighted
    self.isInferred = isInferred
  }

  func write(to writer: inout CSVWriter) {
    let columns = columns(writer)
    let shares = layout.shareKinds.map { kind in
      (kind: kind, word: writer.ready([.text(word(Wording.of(kind), kind.rawValue))]))
    }
    let flags = [false, true].map { writer.ready([flag($0)]) }
    let rowBase = writer.ready([.text(Wording.percent(of: .row)[language])])
    let totalBase = writer.ready([.text(Wording.percent(of: .total)[language])])
    for row in table.stub.indices {
      let stub = table.stub[row]
      let start = writer.ready([
        .text(word(Wording.kind(stub.kind), stub.kind.word)),
        stub.code.map { .text($0) } ?? .empty, .text(stub.label[language]),
      ])
      let missing =
        stub.missingReason.map { writer.ready([.text(word($0.label, $0.word))]) } ?? .empty
      for index in columns.indices {
        let entry = layout.figures.entries[row][index]
        let reason = table.reason(row, index).map { writer.ready([.text($0[language])]) }
        let rankCells = entry.rank.flatMap { $0.quantity == nil ? nil : flags[$0.isTied ? 1 : 0] }

        func write(
          _ share: TableFigures.ShareFigures?, of word: ReadyCells, _ base: ShareBase,
          isFirst: Bool
        ) {
          writer.append(columns[index].start)
          writer.append(start)
          writer.append(entry.count)
          if isWeighted { writer.append(entry.weightedCount) }
          writer.append(share?.percent)
          if isWeighted { writer.append(share?.weighted) }
          writer.append(word)
          writer.append(base.base)
          if isWeighted { writer.append(base.weighted) }
          writer.append(base.text)
          writer.append(entry.value)
          writer.append(entry.rank)
          writer.append(rankCells ?? .empty)
          writer.append(missing)
          writer.append(reason ?? .empty)
          if isInferred { writeInference(isFirst ? entry : nil, columns[index], to: &writer) }
          writer.endRecord()
        }

        // Where a share has no base of its own to tell, that of its column stands.
        var base = columns[index].base
        if entry.shares.isEmpty { write(nil, of: .empty, base, isFirst: true) }
        for (place, share) in entry.shares.enumerated() {
          let cellShare = table.cells[row][index].shares[place]
          if table.cells[row][index].protection == nil, cellShare.protection == nil {
            base.base = cellShare.denominator
            base.weighted = cellShare.weightedDenominator
          } else if share.of != .respondents {
            // A withheld share says nothing of what it is of; its column's base says so itself.
            base.base = nil
            base.weighted = nil
          }
          switch share.of {
          case .respondents, .statements: break
          case .mentions: base.text = columns[index].mentions
          case .row: base.text = rowBase
          case .total: base.text = totalBase
          }
          let word = shares.first { $0.kind == share.of }?.word ?? .empty
          write(share, of: word, base, isFirst: place == 0)
        }
      }
    }
  }

  /// - Parameter entry: `nil` beside a second percentage: intervals, letters and residuals are of
  ///   the first.
  private func writeInference(
    _ entry: TableFigures.Entry?, _ column: Column, to writer: inout CSVWriter
  ) {
    writer.append(entry?.interval?.low)
    writer.append(entry?.interval?.high)
    writer.append(entry?.rankRange?.low)
    writer.append(entry?.rankRange?.high)
    writer.append(column.letter)
    let letters = entry?.letters ?? []
    writer.append(letters.isEmpty ? .empty : .text(letters.joined(separator: " ")))
    writer.append(entry?.residual)
    writer.append(entry?.maximalDeviation)
    writer.append(column.effective)
  }

  func text(_ text: String?) -> CSVValue { text.map { .text($0) } ?? .empty }

  private func word(_ french: Wording, _ code: String) -> String { word(french.text, code) }

  private func word(_ french: Bilingual, _ code: String) -> String {
    form == .french ? french.fr : code
  }

  private func flag(_ value: Bool) -> CSVValue {
    .text(form == .french ? (value ? Wording.yes : .no).text.fr : value ? "true" : "false")
  }
}
