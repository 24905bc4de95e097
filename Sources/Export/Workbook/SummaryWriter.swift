import SurveyModel
import Tabulation

/// The first sheet: what comes first in each source, where the numbers come from, and every table with
/// its base and a link to where it stands.
struct SummaryWriter {
  let sheet: XLSXSheet
  let language: Language
  private var row = 3

  init(
    _ sheet: XLSXSheet, title: String, notice: String, language: Language,
    book: inout XLSXBook
  ) {
    self.sheet = sheet
    self.language = language
    sheet.setWidth(90, of: 0...0)
    sheet.setWidth(14, of: 1...2)
    sheet.write(title, at: XLSXBook.Place(row: 0, column: 0), book.format(.title))
    sheet.write(notice, at: XLSXBook.Place(row: 1, column: 0), book.format(.notice))
    sheet.freeze(XLSXBook.Place(row: 2, column: 0))
    sheet.setPrint(
      header: "&L\(title.replacing("&", with: "&&"))&R\(notice.replacing("&", with: "&&"))",
      footer: "&C&P / &N")
  }

  private func place(_ column: Int = 0) -> XLSXBook.Place {
    XLSXBook.Place(row: row, column: column)
  }

  private mutating func head(_ words: [Wording], to book: inout XLSXBook) {
    for (column, word) in words.enumerated() {
      sheet.write(word[language], at: place(column), book.format(column == 0 ? .stub : .column))
    }
    row += 1
  }

  /// The first three places of each source in the whole town.
  mutating func addPriorities(_ layout: TableLayout, to book: inout XLSXBook) {
    let block = WorkbookTable(layout)
    let columns = layout.table.banner.indices.filter { layout.table.isWhole($0) }
    let placed = columns.map { column in
      (column, layout.placed(column).filter { $0.place <= 3 })
    }.filter { !$0.1.isEmpty }
    guard !placed.isEmpty else { return }
    head([.firstPriorities, .percent, .rank], to: &book)
    for (column, rows) in placed {
      let source = layout.table.sourceLabel(layout.table.banner[column].source)[language]
      sheet.write(source, at: place(), book.format(.heading))
      row += 1
      for (line, _) in rows {
        sheet.write(
          layout.table.stub[line].label[language], at: place(), book.format(.label))
        let entry = layout.figures.entries[line][column]
        write(block.content(entry.shares.first?.drawn, or: Figure.hiddenMark), 1, to: &book)
        write(block.content(entry.rank, or: ""), 2, to: &book)
        row += 1
      }
    }
    row += 1
  }

  mutating func addSources(of tables: [Table], to book: inout XLSXBook) {
    var sources: [Source] = []
    for source in tables.lazy.flatMap(\.sources) {
      if !sources.contains(where: { $0.id == source.id }) { sources.append(source) }
    }
    guard !sources.isEmpty else { return }
    head([.sources], to: &book)
    for source in sources {
      sheet.write(source.described(in: language), at: place(), book.format(.label))
      row += 1
    }
    row += 1
  }

  mutating func beginTables(to book: inout XLSXBook) { head([.tables, .base], to: &book) }

  mutating func addHeading(_ name: String, to book: inout XLSXBook) {
    sheet.write(name, at: place(), book.format(.heading))
    row += 1
  }

  mutating func add(
    _ layout: TableLayout, sheet name: String, row target: Int, to book: inout XLSXBook
  ) {
    sheet.link(
      layout.table.title[language], to: name, row: target, at: place(), book.format(.link))
    // Over several sources there is no one base.
    if !layout.table.isAcrossSources, let base = layout.figures.columns.first?.base {
      write(WorkbookTable(layout).content(base, or: Figure.hiddenMark), 1, to: &book)
    }
    row += 1
  }

  func finish() { sheet.setPages(across: 1, rows: []) }

  private func write(
    _ content: WorkbookTable.Content, _ column: Int, to book: inout XLSXBook
  ) {
    switch content {
    case .number(let value, let format):
      sheet.write(
        value, at: place(column),
        book.format(XLSXBook.Style(numberFormat: format, isRight: true)))
    case .text(let text): sheet.write(text, at: place(column), book.format(.body))
    case .nothing: break
    }
  }
}
