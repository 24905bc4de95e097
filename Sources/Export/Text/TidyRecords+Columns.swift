import SurveyModel
import Tabulation

extension TidyRecords {
  /// What a share is over: the cells `base`, `base_weighted`, `base_text`.
  struct ShareBase {
    var base: Int?
    var weighted: Double?
    var text: ReadyCells
  }

  /// What every record of a column says.
  struct Column {
    /// From `edition` to `group_label`.
    var start: ReadyCells
    var base: ShareBase
    /// What shares of mentions are over, in words.
    var mentions: ReadyCells
    var letter: ReadyCells
    /// `base_effective` and `design_effect`.
    var effective: ReadyCells
  }

  func columns(_ writer: CSVWriter) -> [Column] {
    let kind = table.kind.rawValue
    let start = writer.ready([
      .text(layout.edition.mark[language]), .text(table.id.path),
      .text(form == .french ? Wording.french(kind) : kind),
    ])
    let question = writer.ready([
      text(table.question?.id), text(table.question?.text[language]), text(table.by?.id),
    ])
    return table.banner.indices.map { index in
      let item = table.banner[index]
      let source = writer.ready([
        .text(item.source), .text(table.sourceLabel(item.source)[language]),
      ])
      let group = writer.ready([
        text(item.quartier), text(item.code),
        text(table.isWhole(index) ? nil : item.label[language]),
      ])
      return column(index, startingWith: writer.joined([start, source, question, group]), writer)
    }
  }

  private func column(
    _ index: Int, startingWith start: ReadyCells, _ writer: CSVWriter
  ) -> Column {
    let item = table.banner[index]
    let figures = layout.figures.columns[index]
    let mentions = item.mentions?.text ?? Wording.ofMentions.text
    return Column(
      start: start,
      base: ShareBase(
        base: item.base.protection == nil ? item.base.n : nil, weighted: item.base.weighted,
        text: writer.ready([.text(item.base.text[language])])),
      mentions: writer.ready([.text(mentions[language])]),
      letter: writer.ready([text(item.letter)]),
      effective: writer.ready([
        figures.effectiveBase?.cell ?? .empty, figures.designEffect?.cell ?? .empty,
      ]))
  }
}
