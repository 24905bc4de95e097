public import SurveyModel
public import Tabulation

/// `cells.csv`: every number that an edition prints, one record each.
///
/// Columns: table, row, column, source, measure, value, base, status, printed, edition. `row` is
/// empty for the bases of a column, `column` for the whole; `value` is the number in full,
/// `printed` the number as files for people show it, in plain form (decimal point, no spaces). Both
/// are empty unless `status` is `shown`.
public func cellsFile(of tables: [PublishableTable], in language: Language) -> String {
  String(decoding: cellsBytes(of: tables.map { TableLayout($0, language) }), as: UTF8.self)
}

/// The same as UTF-8.
func cellsBytes(of layouts: [TableLayout]) -> [UInt8] {
  var records = CellRecords()
  for layout in layouts { records.append(layout) }
  return records.writer.bytes
}

/// The records of several tables. What comes in many of them is made once.
private struct CellRecords {
  var writer = CSVWriter(.international)
  private var measures: [(measure: Figure.Measure, cell: ReadyCells)] = []
  private let statuses: [(status: Figure.Status, cell: ReadyCells)]
  private var edition = ReadyCells.empty

  init() {
    let writer = CSVWriter(.international)
    statuses = Figure.Status.allCases.map { ($0, writer.ready([.text($0.rawValue)])) }
    self.writer.record(
      [
        "table", "row", "column", "source", "measure", "value", "base", "status", "printed",
        "edition",
      ].map { .text($0) })
  }

  mutating func append(_ layout: TableLayout) {
    let table = layout.published.table
    edition = writer.ready([.text(layout.edition.mark[layout.language])])
    let path = CSVValue.text(table.id.path)
    let columns = table.banner.indices.map {
      writer.ready([.text(table.columnName($0)), .text(table.banner[$0].source)])
    }
    let bases = writer.ready([path, .empty])
    for (column, heading) in layout.figures.columns.enumerated() {
      for figure in heading.all { append(figure, bases, columns[column]) }
    }
    for (row, entries) in layout.figures.entries.enumerated() {
      let name = writer.ready([path, .text(table.rowName(row))])
      for column in entries.indices {
        entries[column].visit { append($0, name, columns[column]) }
      }
    }
    // A test is about all columns of one source.
    for test in layout.figures.tests {
      let row = writer.ready([path, test.test.row.map { .text($0) } ?? .empty])
      let source = writer.ready([.empty, .text(table.banner[0].source)])
      for figure in test.all { append(figure, row, source) }
    }
  }

  private mutating func append(_ figure: Figure, _ row: ReadyCells, _ column: ReadyCells) {
    writer.append(row)
    writer.append(column)
    if let known = measures.first(where: { $0.measure == figure.measure }) {
      writer.append(known.cell)
    } else {
      let cell = writer.ready([.text(figure.measure.word)])
      measures.append((figure.measure, cell))
      writer.append(cell)
    }
    writer.append(figure)
    writer.append(figure.base)
    writer.append(statuses.first { $0.status == figure.status }?.cell ?? .empty)
    writer.append(printed: figure)
    writer.append(edition)
    writer.endRecord()
  }
}
