public import SurveyModel
public import Tabulation

/// Markdown with pipe tables, wide: answers down, groups across, count and percentage under each,
/// its base in the first line. A table over several sources has a section per quartier.
public struct MarkdownRenderer: TableFileRenderer {
  public init() {}

  public var fileExtension: String { "md" }

  public func render(_ tables: [PublishableTable], in language: Language) -> String {
    String(decoding: bytes(of: tables, in: language), as: UTF8.self)
  }

  public func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
    bytes(of: tables.map { TableLayout($0, language) })
  }

  func bytes(of layouts: [TableLayout]) -> [UInt8] {
    var out: [UInt8] = []
    for (index, layout) in layouts.enumerated() {
      if index > 0 { out.append(UInt8(ascii: "\n")) }
      MarkdownTable(layout).write(to: &out)
    }
    return layouts.first.map { Typography.set(out, $0.language) } ?? []
  }
}

private struct MarkdownTable {
  let layout: TableLayout
  var table: Table { layout.table }
  var language: Language { layout.language }

  init(_ layout: TableLayout) { self.layout = layout }

  func write(to out: inout [UInt8]) {
    out += "# \(MarkdownText.escaped(table.title[language]))\n\n".utf8
    out += "**\(MarkdownText.escaped(layout.edition.notice[language]))**\n\n".utf8
    for line in layout.headLines {
      let text = MarkdownText.escaped(line.word + Wording.colon[language] + line.text)
      out += "- \(text)\n".utf8
    }
    out.append(UInt8(ascii: "\n"))
    let sections = layout.groups.contains { $0.heading != nil }
    for group in sections ? layout.groups : [allColumns] {
      if let heading = group.heading {
        out += "## \(MarkdownText.escaped(heading))\n\n".utf8
      }
      write(group.columns, to: &out)
    }
    for line in layout.footLines { out += "\(MarkdownText.paragraph(line))\n\n".utf8 }
  }

  private var allColumns: TableLayout.ColumnGroup {
    TableLayout.ColumnGroup(heading: nil, columns: Array(table.banner.indices))
  }

  /// A section: these columns.
  private func write(_ columns: [Int], to out: inout [UInt8]) {
    let subcolumns = columns.map { layout.subcolumns(of: $0) }
    var headings = [table.stub.isEmpty ? "" : layout.stubHeading]
    var base = ["*" + Wording.base[language] + "*"]
    var weightedBase = ["*" + Wording.weightedBase[language] + "*"]
    var effectiveBase = ["*" + Wording.effectiveBase[language] + "*"]
    for (place, column) in columns.enumerated() {
      let name = columns.count == 1 && layout.groups.count == 1 ? "" : layout.heading(column)
      for subcolumn in subcolumns[place] {
        let heading = [MarkdownText.escaped(name), subcolumn.heading[language]]
        headings.append(heading.filter { !$0.isEmpty }.joined(separator: "<br>"))
        let figures = layout.figures.columns[column]
        base.append(layout.base(figures, under: subcolumn))
        weightedBase.append(layout.weightedBase(figures, under: subcolumn))
        effectiveBase.append(layout.effectiveBase(figures, under: subcolumn))
      }
    }
    // A table of values only has no body.
    if !layout.body.isEmpty || layout.statistics.isEmpty {
      var rows = [base]
      if layout.isWeighted { rows.append(weightedBase) }
      if layout.hasEffectiveBases { rows.append(effectiveBase) }
      out += MarkdownText.table(headings: headings, rows: rows).utf8
      for row in layout.body {
        let label = MarkdownText.escaped(table.stub[row].label[language])
        out += (table.stub[row].kind == .net ? "| **\(label)** |" : "| \(label) |").utf8
        for (place, column) in columns.enumerated() {
          for subcolumn in subcolumns[place] {
            out.append(UInt8(ascii: " "))
            layout.write(row, column, subcolumn, to: &out)
            out += " |".utf8
          }
        }
        out.append(UInt8(ascii: "\n"))
      }
      out.append(UInt8(ascii: "\n"))
    }
    out += simple(Wording.statistics, layout.statistics, columns).utf8
    out += simple(Wording.outsideBase, layout.missing, columns).utf8
  }

  /// A table with one number a column: means, or records without an answer.
  private func simple(_ title: Wording, _ rows: [Int], _ columns: [Int]) -> String {
    guard !rows.isEmpty else { return "" }
    let heading = title == .statistics ? Wording.value : Wording.count
    let isAlone = columns.count == 1 && layout.groups.count == 1
    let headings =
      [title[language]]
      + columns.map { isAlone ? heading[language] : MarkdownText.escaped(layout.heading($0)) }
    return MarkdownText.table(
      headings: headings,
      rows: rows.map { row in
        [MarkdownText.escaped(table.stub[row].label[language])]
          + columns.map { layout.single(row, $0) }
      }) + "\n"
  }
}
