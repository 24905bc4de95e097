public import SurveyModel
public import Tabulation

/// `residents/<quartier>.html`: a page in plain words for the people of each quartier, one sheet
/// when it is printed. Made of the public edition's figures only.
///
/// - Returns: nothing for another edition, and where no source asks for the quartier.
public func residentFiles(
  of tables: [PublishableTable], details: ReportDetails, in language: Language
) -> [ResultFile] {
  guard tables.allSatisfy({ $0.edition == .public }),
    let priorities = tables.first(where: { $0.table.kind == .priorities })
  else { return [] }
  let layout = TableLayout(priorities, language)
  let scales = tables.filter {
    $0.table.kind == .crossTabulation && $0.table.question?.type == "scale"
  }.map { TableLayout($0, language) }
  var questions: [String: Bilingual] = [:]
  for table in tables.map(\.table) where table.kind == .distribution {
    questions[table.id.path] = table.title
  }
  let colours = details.colours ?? ThemeColours(of: tables)
  var names = UniqueNames()
  var files: [ResultFile] = []
  for group in layout.groups {
    guard let quartier = layout.table.banner[group.columns[0]].quartier else { continue }
    var page = ResidentPage(
      quartier: quartier, columns: group.columns, layout: layout, scales: scales,
      questions: questions, colours: colours, title: details.title)
    let name = names.unique("residents/" + FileName.safe(quartier))
    files.append(ResultFile(path: name + ".html", bytes: page.write()))
  }
  return files
}

/// The page of one quartier.
struct ResidentPage {
  let quartier: String
  /// Its columns in the table of priorities, one a source.
  let columns: [Int]
  let layout: TableLayout
  let scales: [TableLayout]
  /// As they were asked, by the path of their table.
  let questions: [String: Bilingual]
  let colours: ThemeColours
  let title: Bilingual
  private var page: HTMLWriter
  var language: Language { layout.language }
  var table: Table { layout.table }

  /// The subjects that are listed for a source.
  static let most = 4
  /// Beside more sources than three a sheet of paper holds fewer.
  static let mostOfMany = 3
  static let mostOfTown = 3
  static let mostScales = 3
  /// The longest sentence, in words.
  static let longest = 20

  init(
    quartier: String, columns: [Int], layout: TableLayout, scales: [TableLayout],
    questions: [String: Bilingual], colours: ThemeColours, title: Bilingual
  ) {
    self.quartier = quartier
    self.columns = columns
    self.layout = layout
    self.scales = scales
    self.questions = questions
    self.colours = colours
    self.title = title
    page = HTMLWriter(layout.language, reserving: 8192)
  }

  mutating func write() -> [UInt8] {
    let name = table.banner[columns[0]].label[language]
    page.raw("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n")
    page.raw("<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<title>")
    page.text(ResidentWord.title[language] + " – " + name)
    page.raw("</title>\n<style>\n\(ResidentStyle.text)</style>\n</head>\n<body>\n<header>\n")
    page.element("p class=\"of\"", title)
    page.raw("<h1>")
    page.text(ResidentWord.title[language])
    page.raw("<br><span>")
    page.text(name)
    page.raw("</span></h1>\n")
    page.element("p", ResidentWord.lead.text)
    page.raw("</header>\n<main>\n")
    page.raw(columns.count > 1 ? "<div class=\"sources\">\n" : "<div>\n")
    for column in columns { writeSource(column) }
    page.raw("</div>\n")
    writeScales()
    writeTown()
    page.raw("</main>\n<footer>\n<p>")
    var words: [ResidentWord] = [.several]
    if !sources.allSatisfy({ $0.sampling == .random }) { words.append(.chosen) }
    if sources.contains(where: { $0.sampling == .random }) { words.append(.drawn) }
    if hidesSome { words.append(.hidden) }
    page.text(words.map { $0[language] }.joined(separator: " "))
    page.raw("</p>\n")
    page.element("p class=\"thanks\"", ResidentWord.thanks.text)
    page.raw("</footer>\n</body>\n</html>\n")
    return page.bytes
  }

  private var sources: [Source] {
    table.sources.filter { source in columns.contains { table.banner[$0].source == source.id } }
  }

  // MARK: subjects

  private mutating func writeSource(_ column: Int) {
    page.raw("<section>\n")
    page.element("h2", table.sourceLabel(table.banner[column].source))
    let base = layout.figures.columns[column].base
    let rows = listed(column)
    guard base.quantity != nil, !rows.isEmpty else {
      page.element("p", ResidentWord.tooFew[language] + " " + ResidentWord.protect[language])
      page.raw("</section>\n")
      return
    }
    page.raw("<p>")
    write(base, layout, nil, column)
    page.raw(" ")
    page.text((isSpoken(column) ? ResidentWord.remarks : .people).text)
    page.raw("</p>\n")
    let isWhole = layout.body.allSatisfy { row in
      layout.figures.entries[row][column].count?.status.isHidden != true
    }
    page.element(
      "p class=\"ask\"",
      (isWhole ? ResidentWord.cited : .citedSome)[language] + Wording.colon[language])
    page.raw("<ol>\n")
    let most = columns.count > 3 ? Self.mostOfMany : Self.most
    for row in rows.prefix(most) { writeSubject(row, column) }
    page.raw("</ol>\n</section>\n")
  }

  /// Sessions give remarks, which are no people.
  private func isSpoken(_ column: Int) -> Bool {
    layout.figures.entries.contains { row in row[column].shares.contains { $0.of == .statements } }
  }

  /// Rows with a number that may be shown, the most cited first.
  private func listed(_ column: Int) -> [Int] {
    func count(_ row: Int) -> Int {
      if case .whole(let count) = layout.figures.entries[row][column].count?.quantity {
        return count
      }
      return 0
    }
    return layout.body.filter { count($0) > 0 }.sorted { (count($1), $0) < (count($0), $1) }
  }

  private var hidesSome: Bool {
    columns.contains { column in
      layout.body.contains { layout.figures.entries[$0][column].count?.status.isHidden == true }
    }
  }

  private mutating func writeSubject(_ row: Int, _ column: Int) {
    let entry = layout.figures.entries[row][column]
    guard let count = entry.count else { return }
    page.raw("<li><strong>")
    page.text(table.stub[row].label)
    page.raw("</strong> ")
    if let share = entry.shares.first?.percent.real {
      let colour = colours[table.stub[row]].map { Paint.theme($0).paint.colour } ?? "#2b6a99"
      let width = RoundedNumber(share, decimals: 0).map { NumberStyle.plain.text($0) } ?? "0"
      page.raw("<span class=\"bar\" aria-hidden=\"true\">")
      page.raw("<i style=\"width:\(width)%;background:\(colour)\"></i></span>")
    }
    page.raw("<span>")
    write(count, layout, row, column)
    page.raw(" ")
    page.text((isSpoken(column) ? ResidentWord.remarksOf : .of).text)
    page.raw(" ")
    write(layout.figures.columns[column].base, layout, nil, column)
    page.raw("</span></li>\n")
  }

  /// A number of the edition, with which one it is.
  private mutating func write(
    _ figure: Figure, _ layout: TableLayout, _ row: Int?, _ column: Int
  ) {
    let table = layout.table
    page.raw("<b")
    page.attribute("data-t", table.id.path)
    page.attribute("data-r", row.map(table.rowName) ?? "")
    page.attribute("data-c", table.banner[column].source + ":" + table.columnName(column))
    page.raw(" data-m=\"\(figure.measure.word)\">")
    page.text(figure.label(language) ?? "")
    page.raw("</b>")
  }

  // MARK: scales, town

  /// How many gave one of the good answers, where the questionnaire says which those are.
  private mutating func writeScales() {
    var count = 0
    for layout in scales where count < (columns.count > 3 ? 1 : Self.mostScales) {
      if writeScale(layout) { count += 1 }
    }
  }

  /// - Returns: whether there was something to say.
  private mutating func writeScale(_ layout: TableLayout) -> Bool {
    let table = layout.table
    guard let column = table.banner.firstIndex(where: { $0.quartier == quartier }),
      let row = layout.body.first(where: { table.stub[$0].code == "top-box" }),
      let count = layout.figures.entries[row][column].count, count.quantity != nil,
      layout.figures.columns[column].base.quantity != nil, let question = question(of: table)
    else { return false }
    let answers = Self.answers(inBox: table.stub[row].label[language])
    let list = answers.map(quoted).joined(separator: " " + ResidentWord.or[language] + " ")
    // Five words stand around the answers.
    guard !answers.isEmpty, Self.words(list) + 6 <= Self.longest else { return false }
    page.raw("<section class=\"scale\">\n")
    page.element("h2", ResidentWord.feel[language] + Wording.colon[language] + quoted(question))
    page.raw("<p>")
    if columns.count > 1 {
      page.text(table.sourceLabel(table.banner[column].source)[language] + Wording.colon[language])
    }
    write(count, layout, row, column)
    page.raw(" ")
    page.text(ResidentWord.of.text)
    page.raw(" ")
    write(layout.figures.columns[column].base, layout, nil, column)
    page.raw(" ")
    page.text(ResidentWord.answer[language] + " " + list + ".")
    page.raw("</p>\n</section>\n")
    return true
  }

  /// As it was asked, or in short where it was asked at length.
  private func question(of table: Table) -> String? {
    let asked = TableID(source: table.id.source, name: table.id.name).path
    return [questions[asked], table.question?.text].compactMap { $0?[language] }
      .first { Self.words($0) <= Self.longest }
  }

  private func quoted(_ text: String) -> String {
    language == .french ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
  }

  /// The subjects of all, without numbers.
  private mutating func writeTown() {
    var lines: [String] = []
    for column in columns {
      let source = table.banner[column].source
      guard
        let whole = table.banner.indices.first(where: {
          table.isWhole($0) && table.banner[$0].source == source
        })
      else { continue }
      let names = listed(whole).prefix(Self.mostOfTown).map { table.stub[$0].label[language] }
      guard !names.isEmpty else { continue }
      let label = columns.count > 1 ? table.sourceLabel(source)[language] : ""
      let start = label.isEmpty ? "" : label + Wording.colon[language]
      lines.append(start + names.joined(separator: "\u{A0}· ") + ".")
    }
    guard !lines.isEmpty else { return }
    page.raw("<section class=\"town\">\n")
    page.element("h2", ResidentWord.town[language])
    page.element("p class=\"ask\"", ResidentWord.cited[language])
    page.raw("<ul>\n")
    for line in lines { page.element("li", line) }
    page.raw("</ul>\n</section>\n")
  }

  /// `Total favorable (Très bien + Plutôt bien)` gives the two answers.
  static func answers(inBox label: String) -> [String] {
    guard let open = label.firstIndex(of: "("), label.last == ")" else { return [] }
    let inside = String(label[label.index(after: open)...].dropLast())
    var answers: [String] = []
    var word = ""
    for part in inside.split(separator: " ", omittingEmptySubsequences: false) {
      if part == "+" {
        answers.append(word)
        word = ""
      } else {
        word += word.isEmpty ? part : " " + part
      }
    }
    return answers + [word]
  }

  static func words(_ text: String) -> Int {
    text.split { $0 == " " || $0 == "\u{A0}" }.count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
