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
    String(decoding: bytes(of: tables, in: language), as: UTF8.self)
  }

  public func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
    let language = form == .french ? .french : language
    let isWeighted = tables.contains { $0.table.isWeighted }
    let isInferred = tables.contains { $0.table.isInferred }
    let columns = TidyColumn.allCases.filter {
      (isWeighted || !$0.isForWeights) && (isInferred || !$0.isForInference)
    }
    var writer = CSVWriter(form)
    writer.record(columns.map { .text($0.heading(form)) })
    for table in tables {
      TidyRecords(table, language, form).write(columns, to: &writer)
    }
    return writer.bytes
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

  /// A value for every column, written or not.
  private struct Record {
    var values = [CSVValue](repeating: .empty, count: TidyColumn.allCases.count)
    subscript(column: TidyColumn) -> CSVValue? {
      get { values[column.rawValue] }
      set { values[column.rawValue] = newValue ?? .empty }
    }

    mutating func put(_ body: (inout Record) -> Void) { body(&self) }

    func write(_ columns: [TidyColumn], to writer: inout CSVWriter) {
      for column in columns { writer.append(values[column.rawValue]) }
      writer.endRecord()
    }

    /// The same record with its texts as they are written.
    func ready(_ writer: CSVWriter) -> Record {
      Record(values: values.map { writer.ready($0) })
    }
  }

  func write(_ columns: [TidyColumn], to writer: inout CSVWriter) {
    let table = publishable.table
    let shared = tableRecord
    let perColumn = table.banner.indices.map { columnRecord($0, shared).ready(writer) }
    var records = perColumn
    let shareWords = Dictionary(
      uniqueKeysWithValues: table.shareKinds.map {
        ($0, writer.ready(.text(word(Wording.of($0), $0.rawValue))))
      })
    for row in table.stub.indices {
      let stub = table.stub[row]
      let kind = writer.ready(.text(word(Wording.kind(stub.kind), stub.kind.word)))
      let missing = stub.missingReason.map { writer.ready(.text(word($0.label, $0.word))) }
      let code = stub.code.map { writer.ready(.text($0)) }
      let label = writer.ready(.text(stub.label[language]))
      for column in table.banner.indices {
        let entry = figures.entries[row][column]
        // In place: to copy a record for every cell of the table would cost more than to write it.
        records[column].put { record in
          record[.rowKind] = kind
          record[.rowCode] = code
          record[.rowLabel] = label
          record[.missing] = missing
          record[.reason] = table.reason(row, column).map { .text($0[language]) }
          record[.n] = cell(entry.count)
          record[.weightedN] = cell(entry.weightedCount)
          record[.value] = cell(entry.value)
          record[.rank] = cell(entry.rank)
          record[.rankBest] = cell(entry.rankRange?.low)
          record[.rankWorst] = cell(entry.rankRange?.high)
          record[.residual] = cell(entry.residual)
          record[.maximalDeviation] = cell(entry.maximalDeviation)
          record[.letters] =
            entry.letters.isEmpty ? nil : .text(entry.letters.joined(separator: " "))
          record[.low] = cell(entry.interval?.low)
          record[.high] = cell(entry.interval?.high)
          record[.tied] = entry.rank?.quantity == nil ? nil : flag(entry.rank?.isTied == true)
          for name in TidyColumn.ofShare { record[name] = perColumn[column][name] }
          if entry.shares.isEmpty { record.write(columns, to: &writer) }
          for (index, share) in entry.shares.enumerated() {
            record[.percent] = cell(share.percent)
            record[.weightedPercent] = cell(share.weighted)
            record[.percentOf] = shareWords[share.of]
            // Intervals, letters and residuals are of the first share.
            if index == 1 { for column in TidyColumn.ofFirstShare { record[column] = nil } }
            fillBase(&record, index, of: table.cells[row][column], table.banner[column])
            record.write(columns, to: &writer)
          }
        }
      }
    }
  }

  private var tableRecord: Record {
    let table = publishable.table
    var record = Record()
    record[.edition] = .text(publishable.edition.mark[language])
    record[.table] = .text(table.id.path)
    let kind = table.kind.rawValue
    record[.kind] = .text(form == .french ? Wording.french(kind) : kind)
    record[.question] = table.question.map { .text($0.id) }
    record[.questionText] = table.question.map { .text($0.text[language]) }
    record[.by] = table.by.map { .text($0.id) }
    return record
  }

  private func columnRecord(_ column: Int, _ shared: Record) -> Record {
    let table = publishable.table
    let item = table.banner[column]
    var record = shared
    record[.source] = .text(item.source)
    record[.sourceLabel] = .text(table.sourceLabel(item.source)[language])
    record[.quartier] = item.quartier.map { .text($0) }
    record[.groupCode] = item.code.map { .text($0) }
    record[.groupLabel] = table.isWhole(column) ? nil : .text(item.label[language])
    record[.groupLetter] = item.letter.map { .text($0) }
    record[.effectiveBase] = cell(figures.columns[column].effectiveBase)
    record[.designEffect] = cell(figures.columns[column].designEffect)
    record[.base] = item.base.protection == nil ? .whole(item.base.n) : nil
    record[.weightedBase] = item.base.weighted.map { .real($0) }
    record[.baseText] = .text(item.base.text[language])
    return record
  }

  private func fillBase(
    _ record: inout Record, _ index: Int, of cell: Cell, _ item: BannerItem
  ) {
    let share = cell.shares[index]
    if cell.protection == nil, share.protection == nil {
      record[.base] = .whole(share.denominator)
      record[.weightedBase] = share.weightedDenominator.map { .real($0) }
    } else if share.of != .respondents {
      // A withheld share says nothing of what it is of; its column's base says so itself.
      record[.base] = nil
      record[.weightedBase] = nil
    }
    switch share.of {
    case .respondents, .statements: break
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
