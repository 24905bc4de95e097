public import SurveyModel
public import Tabulation

/// `cells.csv`: every number that an edition prints, one record each.
///
/// Columns: table, row, column, source, measure, value, base, status, printed, edition. `row` is
/// empty for the bases of a column, `column` for the whole; `value` is the number in full,
/// `printed` the number as files for people show it, in plain form (decimal point, no spaces). Both
/// are empty unless `status` is `shown`.
public func cellsFile(of tables: [PublishableTable], in language: Language) -> String {
  String(decoding: cellsBytes(of: tables, in: language), as: UTF8.self)
}

/// The same as UTF-8.
func cellsBytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
  var writer = CSVWriter(.international)
  writer.record(
    [
      "table", "row", "column", "source", "measure", "value", "base", "status", "printed",
      "edition",
    ].map { .text($0) })
  // Words that come in every record are made ready once.
  var measures: [Figure.Measure: CSVValue] = [:]
  let statuses = Dictionary(
    uniqueKeysWithValues: Figure.Status.allCases.map { ($0, writer.ready(.text($0.rawValue))) })
  for publishable in tables {
    let table = publishable.table
    let figures = figures(of: publishable)
    let path = writer.ready(.text(table.id.path))
    let edition = writer.ready(.text(publishable.edition.mark[language]))
    let columns = table.banner.indices.map { writer.ready(.text(table.columnName($0))) }
    let sources = table.banner.map { writer.ready(.text($0.source)) }
    func write(_ figure: Figure, row: CSVValue, column: CSVValue, source: CSVValue) {
      let measure = measures[figure.measure] ?? writer.ready(.text(figure.measure.word))
      measures[figure.measure] = measure
      writer.append(path)
      writer.append(row)
      writer.append(column)
      writer.append(source)
      writer.append(measure)
      writer.append(full(figure))
      writer.append(figure.base.map { .whole($0) } ?? .empty)
      writer.append(statuses[figure.status] ?? .empty)
      writer.append(plain: figure.text(.plain) ?? "")
      writer.append(edition)
      writer.endRecord()
    }
    for (column, heading) in figures.columns.enumerated() {
      for figure in heading.all {
        write(figure, row: .empty, column: columns[column], source: sources[column])
      }
    }
    for (row, entries) in figures.entries.enumerated() {
      let name = writer.ready(.text(table.rowName(row)))
      for (column, entry) in entries.enumerated() {
        for figure in entry.all {
          write(figure, row: name, column: columns[column], source: sources[column])
        }
      }
    }
    // A test is about all columns of one source.
    for test in figures.tests {
      let row = test.test.row.map { CSVValue.text($0) } ?? .empty
      for figure in test.all { write(figure, row: row, column: .empty, source: sources[0]) }
    }
  }
  return writer.bytes
}

private func full(_ figure: Figure) -> CSVValue {
  if case .whole(let value) = figure.quantity { return .whole(value) }
  return figure.real.map { .real($0) } ?? .empty
}
