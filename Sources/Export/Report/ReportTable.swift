import SurveyModel
import Tabulation

/// A table of the report: answers down, groups across, their numbers under each; the base in the
/// first row, statistics and records outside the base in rows of their own.
///
/// Each number says which figure it is: `data-t` (table) on the table, `data-r` (row), `data-c`
/// (source and column) and `data-m` (measure), as `cells.csv` names them.
struct ReportTable {
  let layout: TableLayout
  let columns: [Int]
  /// What the page's filter looks at, and the name of a column's figures: one entry a column.
  private let groups: [[UInt8]]
  private let names: [[UInt8]]
  var table: Table { layout.table }
  var language: Language { layout.language }

  /// - Parameter columns: those to print; all without it.
  init(_ layout: TableLayout, columns: [Int]? = nil) {
    self.layout = layout
    self.columns = columns ?? Array(layout.table.banner.indices)
    let table = layout.table
    groups = table.banner.map { item in
      var page = HTMLWriter(layout.language, reserving: 0)
      if let quartier = item.quartier { page.attribute("data-quartier", quartier) }
      if table.isAcrossSources { page.attribute("data-source", item.source) }
      return page.bytes
    }
    names = table.banner.indices.map { column in
      var page = HTMLWriter(layout.language, reserving: 0)
      page.attribute("data-c", table.banner[column].source + ":" + table.columnName(column))
      return page.bytes
    }
  }

  func write(to page: inout HTMLWriter, caption: String) {
    let subcolumns = layout.subcolumns
    page.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\"")
    page.attribute("aria-label", Typography.set(caption, language))
    page.raw("><table")
    page.attribute("data-t", table.id.path)
    page.raw(">\n")
    page.element("caption", caption)
    writeHead(&page, subcolumns)
    page.raw("<tbody>\n")
    writeBases(&page, subcolumns)
    for row in layout.body { writeRow(&page, row, subcolumns) }
    page.raw("</tbody>\n")
    writeSingles(&page, .statistics, layout.statistics, span: subcolumns.count)
    writeSingles(&page, .outsideBase, layout.missing, span: subcolumns.count)
    page.raw("</table></div>\n")
  }

  // MARK: headings

  /// A column that stands alone needs no name.
  private var isSingle: Bool { columns.count == 1 && table.banner.count == 1 }

  private func writeHead(_ page: inout HTMLWriter, _ subcolumns: [TableLayout.Subcolumn]) {
    let isOnlyShare = layout.shareKinds.count == 1
    page.raw("<thead>\n<tr><th scope=\"col\"")
    if !isSingle { page.raw(" rowspan=\"2\"") }
    page.raw(">")
    page.text(layout.stubHeading)
    page.raw("</th>")
    if !isSingle {
      for column in columns {
        page.raw("<th scope=\"colgroup\" class=\"g\" colspan=\"\(subcolumns.count)\"")
        writeGroup(&page, column)
        page.raw(">")
        page.text(layout.heading(column))
        page.raw("</th>")
      }
      page.raw("</tr>\n<tr>")
    }
    for column in columns {
      for (index, subcolumn) in subcolumns.enumerated() {
        page.raw(index == 0 ? "<th scope=\"col\" class=\"g\"" : "<th scope=\"col\"")
        writeGroup(&page, column)
        page.raw(">")
        page.text(
          isSingle ? subcolumn.heading : subcolumn.shortHeading(isOnlyShare: isOnlyShare))
        page.raw("</th>")
      }
    }
    page.raw("</tr>\n</thead>\n")
  }

  private func writeBases(_ page: inout HTMLWriter, _ subcolumns: [TableLayout.Subcolumn]) {
    func write(_ heading: Wording, _ text: (TableFigures.Column, TableLayout.Subcolumn) -> String) {
      page.raw("<tr class=\"base\"><th scope=\"row\">")
      page.text(heading.text)
      page.raw("</th>")
      for column in columns {
        for (index, subcolumn) in subcolumns.enumerated() {
          let number = text(layout.figures.columns[column], subcolumn)
          let measure = number.isEmpty ? nil : layout.baseMeasure(heading, subcolumn)
          cell(&page, number, column, measure, isFirst: index == 0)
        }
      }
      page.raw("</tr>\n")
    }
    write(.base) { layout.base($0, under: $1) }
    if layout.isWeighted { write(.weightedBase) { layout.weightedBase($0, under: $1) } }
  }

  // MARK: rows

  private func writeRow(
    _ page: inout HTMLWriter, _ row: Int, _ subcolumns: [TableLayout.Subcolumn]
  ) {
    page.raw(table.stub[row].kind == .net ? "<tr class=\"net\"" : "<tr")
    page.attribute("data-r", table.rowName(row))
    page.raw("><th scope=\"row\">")
    page.text(table.stub[row].label)
    page.raw("</th>")
    for column in columns {
      let isLacking = subcolumns.allSatisfy { layout.figure(row, column, $0) == nil }
      for (index, subcolumn) in subcolumns.enumerated() {
        let figure = layout.figure(row, column, subcolumn)
        let mark = isLacking && index == 0 ? layout.mark(row, column) : nil
        cell(
          &page, mark ?? layout.text(row, column, subcolumn), column,
          figure?.quantity == nil ? nil : figure?.measure, isFirst: index == 0)
      }
    }
    page.raw("</tr>\n")
  }

  /// Rows with one number a column.
  private func writeSingles(
    _ page: inout HTMLWriter, _ heading: Wording, _ rows: [Int], span: Int
  ) {
    guard !rows.isEmpty else { return }
    page.raw("<tbody>\n<tr class=\"part\"><th scope=\"rowgroup\" colspan=\"")
    page.raw("\(1 + columns.count * span)\">")
    page.text(heading.text)
    page.raw("</th></tr>\n")
    for row in rows {
      page.raw("<tr")
      page.attribute("data-r", table.rowName(row))
      page.raw("><th scope=\"row\">")
      page.text(table.stub[row].label)
      page.raw("</th>")
      for column in columns {
        let entry = layout.figures.entries[row][column]
        let figure = entry.value ?? entry.count
        cell(
          &page, layout.single(row, column), column,
          figure?.quantity == nil ? nil : figure?.measure, isFirst: true, span: span)
      }
      page.raw("</tr>\n")
    }
    page.raw("</tbody>\n")
  }

  private func cell(
    _ page: inout HTMLWriter, _ text: String, _ column: Int, _ measure: Figure.Measure?,
    isFirst: Bool, span: Int = 1
  ) {
    page.raw(isFirst ? "<td class=\"g\"" : "<td")
    if span > 1 { page.raw(" colspan=\"\(span)\"") }
    writeGroup(&page, column)
    if let measure {
      page.append(names[column])
      page.raw(" data-m=\"")
      page.raw(measure.word)
      page.raw("\"")
    }
    page.raw(">")
    page.text(text)
    page.raw("</td>")
  }

  private func writeGroup(_ page: inout HTMLWriter, _ column: Int) {
    page.append(groups[column])
  }
}

extension TableLayout {
  /// What a number in a row of bases measures.
  fileprivate func baseMeasure(
    _ heading: Wording, _ subcolumn: Subcolumn
  ) -> Figure.Measure {
    switch subcolumn {
    case .percent(.mentions): .mentions
    case .weightedPercent(.mentions): .weightedMentions
    default: heading == .weightedBase ? .weightedBase : .base
    }
  }
}
