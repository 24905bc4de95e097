public import SurveyModel
public import Tabulation

/// Tidy CSV: one record per row of the table × column × kind of percentage.
///
/// The international form speaks to programs: its headings and code words are fixed, its labels
/// are in the language asked for. The French form speaks to people: it has the same columns in the
/// same order and is French throughout, whatever the language. The columns for weights are
/// there only when one of the tables has weights.
public struct CSVRenderer: TableRenderer {
  public let form: CSVForm

  public init(_ form: CSVForm) { self.form = form }

  public var fileExtension: String { form.rawValue }

  public func render(_ tables: [PublishableTable], in language: Language) -> String {
    let language = form == .french ? .french : language
    let isWeighted = tables.contains { $0.table.isWeighted }
    let columns = TidyColumn.allCases.filter { isWeighted || !$0.isForWeights }
    var writer = CSVWriter(form)
    writer.record(columns.map { .text($0.heading(form)) })
    for table in tables {
      let records = TidyRecords(table, language, form)
      for record in records.all {
        writer.record(columns.map { record[$0] ?? .empty })
      }
    }
    return writer.text
  }
}

/// A table as tidy records.
private struct TidyRecords {
  let publishable: PublishableTable
  let figures: TableFigures
  let language: Language
  let form: CSVForm

  init(_ publishable: PublishableTable, _ language: Language, _ form: CSVForm) {
    self.publishable = publishable
    figures = Export.figures(of: publishable)
    self.language = language
    self.form = form
  }

  typealias Record = [TidyColumn: CSVValue]

  var all: [Record] {
    let table = publishable.table
    var records: [Record] = []
    for row in table.stub.indices {
      for column in table.banner.indices {
        let entry = figures.entries[row][column]
        var record = common(row, column)
        record[.n] = cell(entry.count)
        record[.weightedN] = cell(entry.weightedCount)
        record[.value] = cell(entry.value)
        record[.rank] = cell(entry.rank)
        record[.tied] = entry.rank?.quantity == nil ? nil : flag(entry.rank?.isTied == true)
        if entry.shares.isEmpty {
          records.append(record)
        }
        for (index, share) in entry.shares.enumerated() {
          record[.percent] = cell(share.percent)
          record[.weightedPercent] = cell(share.weighted)
          record[.percentOf] = .text(word(Wording.of(share.of), share.of.rawValue))
          fillBase(&record, table.cells[row][column].shares[index], table.banner[column])
          records.append(record)
        }
      }
    }
    return records
  }

  private func common(_ row: Int, _ column: Int) -> Record {
    let table = publishable.table
    let stub = table.stub[row]
    let item = table.banner[column]
    var record: Record = [:]
    record[.edition] = .text(publishable.edition.mark[language])
    record[.table] = .text(table.id.path)
    let kind = table.kind.rawValue
    record[.kind] = .text(form == .french ? Wording.french(kind) : kind)
    record[.source] = .text(item.source)
    record[.sourceLabel] = .text(table.sourceLabel(item.source)[language])
    record[.question] = table.question.map { .text($0.id) }
    record[.questionText] = table.question.map { .text($0.text[language]) }
    record[.by] = table.by.map { .text($0.id) }
    record[.quartier] = item.quartier.map { .text($0) }
    record[.groupCode] = item.code.map { .text($0) }
    record[.groupLabel] = table.isWhole(column) ? nil : .text(item.label[language])
    record[.rowKind] = .text(word(Wording.kind(stub.kind), stub.kind.word))
    record[.rowCode] = stub.code.map { .text($0) }
    record[.rowLabel] = .text(stub.label[language])
    record[.base] = .whole(item.base.n)
    record[.weightedBase] = item.base.weighted.map { .real($0) }
    record[.baseText] = .text(item.base.text[language])
    record[.missing] = stub.missingReason.map { .text(word($0.label, $0.word)) }
    record[.reason] = table.reason(row, column).map { .text($0[language]) }
    return record
  }

  private func fillBase(_ record: inout Record, _ share: Share, _ item: BannerItem) {
    record[.base] = .whole(share.denominator)
    record[.weightedBase] = share.weightedDenominator.map { .real($0) }
    switch share.of {
    case .respondents: break
    case .mentions:
      let text = item.mentions?.text ?? Wording.ofMentions.text
      record[.baseText] = .text(text[language])
    case .row, .total: record[.baseText] = .text(Wording.percent(of: share.of)[language])
    }
  }

  private func cell(_ figure: Figure?) -> CSVValue? {
    guard let figure else { return nil }
    if case .whole(let value) = figure.quantity { return .whole(value) }
    return figure.real.map { .real($0) }
  }

  private func word(_ french: Wording, _ code: String) -> String {
    word(french.text, code)
  }

  private func word(_ french: Bilingual, _ code: String) -> String {
    form == .french ? french.fr : code
  }

  private func flag(_ value: Bool) -> CSVValue {
    .text(form == .french ? (value ? Wording.yes : .no).text.fr : value ? "true" : "false")
  }
}

extension StubItem.Kind {
  /// The word in JSON and CSV.
  var word: String {
    switch self {
    case .option: "option"
    case .other: "other"
    case .theme: "theme"
    case .net: "net"
    case .statistic: "statistic"
    case .missing: "missing"
    }
  }
}
