public import SurveyModel
public import Tabulation

/// `report.xlsx`: the tables of an edition as a workbook, with charts that the spreadsheet draws from
/// the cells.
///
/// A sheet that lists the tables; the priorities; for each source its questions, the same by
/// quartier, and its themes. The bytes depend on the tables and the language only.
public struct ReportWorkbook: Sendable {
  let layouts: [TableLayout]
  let language: Language
  let title: String
  let colours: ThemeColours

  /// - Parameter colours: of the themes; without it, by the tables.
  /// - Precondition: all tables are of one edition.
  public init(
    of tables: [PublishableTable], in language: Language, title: Bilingual,
    colours: ThemeColours? = nil
  ) {
    self.init(
      of: tables.map { TableLayout($0, language) }, in: language, title: title,
      colours: colours ?? ThemeColours(of: tables))
  }

  init(
    of layouts: [TableLayout], in language: Language, title: Bilingual, colours: ThemeColours
  ) {
    self.layouts = layouts
    self.language = language
    self.title = title[language]
    self.colours = colours
  }

  /// Whether the library that writes workbooks is on this machine.
  public static var isAvailable: Bool { XLSXBook.isAvailable }
  /// The file in which it is looked for.
  public static var libraryName: String { XLSXBook.libraryName }

  /// - Returns: `nil` where the library is absent, or there is no table.
  public func file() -> ResultFile? {
    guard let edition = layouts.first?.edition,
      var book = XLSXBook(title: title, comments: edition.notice[language], in: language)
    else { return nil }
    write(to: &book, edition)
    return book.close().map { ResultFile(path: edition.rawValue + "/report.xlsx", bytes: $0) }
  }

  /// Tables that stand on one sheet.
  private struct Part {
    var name: String
    var title: String
    var layouts: [TableLayout]
  }

  private var parts: [Part] {
    var parts: [Part] = []
    func add(_ title: String, name: String? = nil, _ layouts: [TableLayout]) {
      if !layouts.isEmpty {
        parts.append(Part(name: name ?? title, title: title, layouts: layouts))
      }
    }
    let across = layouts.filter { $0.table.id.source == nil }
    add(Wording.prioritySheet[language], across.filter { $0.table.kind == .priorities })
    add(Wording.besideSheet[language], across.filter { $0.table.kind != .priorities })
    var sources: [String] = []
    for layout in layouts {
      if let id = layout.table.id.source, !sources.contains(id) { sources.append(id) }
    }
    for id in sources {
      let own = layouts.filter { $0.table.id.source == id }
      let label = own.lazy.compactMap { layout in
        layout.table.sources.first { $0.id == id }?.label[language]
      }.first
      // Tables that are of no source alone compare the quartiers.
      guard let label else {
        add(Wording.profileSheet[language], own)
        continue
      }
      add(label, own.filter { $0.table.kind == .distribution || $0.table.kind == .contributions })
      for (kind, word) in [
        (Table.Kind.crossTabulation, Wording.byGroup), (.themes, Wording.themes),
      ] {
        let title = "\(label) – \(word[language])"
        // The word stays whole, the label gives way.
        let room = SheetNames.limit - word[language].count - 3
        let short = label.count > room ? label.prefix(room - 1) + "…" : label[...]
        add(
          title, name: "\(short) – \(word[language])", own.filter { $0.table.kind == kind })
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
    if let priorities = layouts.first(where: { $0.table.kind == .priorities }) {
      list.addPriorities(priorities, to: &book)
    }
    list.addSources(of: layouts.map(\.table), to: &book)
    list.beginTables(to: &book)
    for part in parts {
      guard let sheet = book.sheet(names.name(for: part.name)) else { continue }
      let beside = part.layouts.map { WorkbookTable($0) }.filter { !$0.isStacked }.map(\.lastColumn)
      var writer = SheetWriter(
        sheet, title: part.title, notice: notice, colours: colours,
        chartColumn: (beside.max() ?? 0) + 1, book: &book)
      list.addHeading(part.title, to: &book)
      for layout in part.layouts {
        let row = writer.add(layout, to: &book)
        list.add(layout, sheet: sheet.name, row: row, to: &book)
      }
      writer.finish()
    }
    list.finish()
  }
}
