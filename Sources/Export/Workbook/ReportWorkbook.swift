public import SurveyModel
public import Tabulation

/// `report.xlsx`: the tables of an edition as a workbook, with charts that the spreadsheet draws from
/// the cells.
///
/// A sheet that lists the tables; the priorities; for each source its questions, the same by
/// quartier, and its themes. The bytes depend on the tables and the language only.
public struct ReportWorkbook: Sendable {
  let tables: [PublishableTable]
  let language: Language
  let title: String

  /// - Precondition: all tables are of one edition.
  public init(of tables: [PublishableTable], in language: Language, title: Bilingual) {
    self.tables = tables
    self.language = language
    self.title = title[language]
  }

  /// Whether the library that writes workbooks is on this machine.
  public static var isAvailable: Bool { XLSXBook.isAvailable }
  /// The file in which it is looked for.
  public static var libraryName: String { XLSXBook.libraryName }

  /// - Returns: `nil` where the library is absent, or there is no table.
  public func file() -> ResultFile? {
    guard let edition = tables.first?.edition,
      var book = XLSXBook(title: title, subject: "", comments: edition.notice[language])
    else { return nil }
    write(to: &book, edition)
    return book.close().map { ResultFile(path: edition.rawValue + "/report.xlsx", bytes: $0) }
  }

  /// Tables that stand on one sheet.
  private struct Part {
    var name: String
    var tables: [PublishableTable]
  }

  private var parts: [Part] {
    var parts: [Part] = []
    func add(_ name: String, _ tables: [PublishableTable]) {
      if !tables.isEmpty { parts.append(Part(name: name, tables: tables)) }
    }
    let across = tables.filter { $0.table.id.source == nil }
    for table in across { add(table.table.title[language], [table]) }
    var sources: [String] = []
    for table in tables {
      if let id = table.table.id.source, !sources.contains(id) { sources.append(id) }
    }
    for id in sources {
      let own = tables.filter { $0.table.id.source == id }
      let label = own.first?.table.sourceLabel(id)[language] ?? id
      add(label, own.filter { $0.table.kind == .distribution })
      for (kind, word) in [
        (Table.Kind.crossTabulation, Wording.byGroup), (.themes, Wording.themes),
      ] {
        // The word stays whole, the label gives way.
        let room = SheetNames.limit - word[language].count - 3
        add(
          "\(label.prefix(room)) – \(word[language])", own.filter { $0.table.kind == kind })
      }
    }
    return parts
  }

  private func write(to book: inout XLSXBook, _ edition: Edition) {
    var names = SheetNames()
    let notice = edition.notice[language]
    let summaryName = names.name(for: Wording.summary[language])
    guard let summary = book.sheet(summaryName) else { return }
    var list = SummaryWriter(
      summary, title: title, notice: notice, language: language, book: &book)
    for part in parts {
      guard let sheet = book.sheet(names.name(for: part.name)) else { continue }
      var writer = SheetWriter(
        sheet, title: part.name, notice: notice, language: language, book: &book)
      list.addHeading(part.name, to: &book)
      for table in part.tables {
        let layout = TableLayout(table, language)
        let row = writer.add(layout, to: &book)
        list.add(layout, sheet: sheet.name, row: row, to: &book)
      }
    }
  }
}

/// The first sheet: every table with its base, and where it stands.
private struct SummaryWriter {
  let sheet: XLSXSheet
  let language: Language
  private var row = 4

  init(
    _ sheet: XLSXSheet, title: String, notice: String, language: Language,
    book: inout XLSXBook
  ) {
    self.sheet = sheet
    self.language = language
    sheet.setWidth(90, of: 0...0)
    sheet.setWidth(12, of: 1...1)
    sheet.write(title, at: XLSXBook.Place(row: 0, column: 0), book.format(.title))
    sheet.write(notice, at: XLSXBook.Place(row: 1, column: 0), book.format(.notice))
    sheet.write(
      Wording.tables[language], at: XLSXBook.Place(row: 3, column: 0), book.format(.stub))
    sheet.write(
      Wording.base[language], at: XLSXBook.Place(row: 3, column: 1), book.format(.column))
    sheet.freeze(XLSXBook.Place(row: 4, column: 0))
    sheet.setPrint(
      header: "&L\(title.replacing("&", with: "&&"))&R\(notice.replacing("&", with: "&&"))",
      footer: "&C&P / &N")
  }

  mutating func addHeading(_ name: String, to book: inout XLSXBook) {
    sheet.write(name, at: XLSXBook.Place(row: row, column: 0), book.format(.heading))
    row += 1
  }

  mutating func add(
    _ layout: TableLayout, sheet name: String, row target: Int, to book: inout XLSXBook
  ) {
    sheet.link(
      layout.table.title[language], to: name, row: target,
      at: XLSXBook.Place(row: row, column: 0), book.format(.link))
    // Over several sources there is no one base.
    if !layout.table.isAcrossSources, let base = layout.figures.columns.first?.base {
      let content = WorkbookTable(layout).content(base, or: Figure.hiddenMark)
      switch content {
      case .number(let value, let format):
        sheet.write(
          value, at: XLSXBook.Place(row: row, column: 1),
          book.format(XLSXBook.Style(numberFormat: format, isRight: true)))
      case .text(let text):
        sheet.write(text, at: XLSXBook.Place(row: row, column: 1), book.format(.body))
      case .nothing: break
      }
    }
    row += 1
  }
}
