import SurveyModel
import Tabulation

/// What renderers for people share: a table's figures, its rows by kind, its columns by group, and
/// the letters under which its reasons are explained.
struct TableLayout: Sendable {
  /// The table as data files hold it.
  let published: PublishableTable
  /// The table as people read it, dates in words.
  let table: Table
  let edition: Edition
  let figures: TableFigures
  let language: Language
  /// Options, themes and nets, in the order of the stub.
  let body: [Int]
  let statistics: [Int]
  /// Records outside the base.
  let missing: [Int]
  /// What the percentages are of, in the order of the cells.
  let shareKinds: [Share.Of]
  let isWeighted: Bool
  let isInferred: Bool
  let hasRanks: Bool
  let groups: [ColumnGroup]
  let subcolumns: [Subcolumn]
  /// Reasons why numbers are lacking, in the order of their letters.
  let reasons: [Bilingual]

  /// Columns under one heading: the sources of a quartier.
  struct ColumnGroup: Sendable, Hashable {
    /// `nil` where columns stand alone.
    var heading: String?
    var columns: [Int]
  }

  init(_ publishable: PublishableTable, _ language: Language) {
    let table = publishable.table.withDates(in: language)
    published = publishable
    self.table = table
    edition = publishable.edition
    figures = Export.figures(of: publishable)
    self.language = language
    body = table.stub.indices.filter { table.stub[$0].isInBody }
    statistics = table.stub.indices.filter { table.stub[$0].kind == .statistic }
    missing = table.stub.indices.filter { table.stub[$0].missingReason != nil }
    shareKinds = table.shareKinds
    isWeighted = table.isWeighted
    isInferred = table.isInferred
    hasRanks = table.hasRanks
    groups = Self.groups(of: table, language)
    subcolumns = Self.subcolumns(
      figures, shareKinds, hasRanks: hasRanks, isWeighted: isWeighted)
    var reasons: [Bilingual] = []
    for row in table.stub.indices {
      for column in table.banner.indices {
        if table.cells[row][column].protection == nil,
          let reason = table.reason(row, column), !reasons.contains(reason)
        {
          reasons.append(reason)
        }
      }
    }
    self.reasons = reasons
  }

  /// `(a)` where a number is lacking; empty where none is due.
  func mark(_ row: Int, _ column: Int) -> String {
    if table.cells[row][column].protection != nil { return Figure.hiddenMark }
    return table.reason(row, column).flatMap(reasons.firstIndex).map(Self.letter) ?? ""
  }

  /// `(a)`, `(b)`, … `(aa)`.
  static func letter(_ index: Int) -> String {
    var rest = index + 1
    var letters = ""
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
      rest /= 26
    }
    return "(\(letters))"
  }

  /// What stands over a column: the group's label, or the source within a quartier.
  func heading(_ column: Int) -> String {
    let item = table.banner[column]
    if table.isAcrossSources { return table.sourceLabel(item.source)[language] }
    let label = item.label[language]
    return item.letter.map { "\(label) (\($0))" } ?? label
  }

  private static func groups(of table: Table, _ language: Language) -> [ColumnGroup] {
    var keys: [String] = []
    var groups: [ColumnGroup] = []
    for (index, item) in table.banner.enumerated() {
      let isPart = item.quartier != nil || table.isAcrossSources
      let key = table.isWhole(index) ? "" : isPart ? "q\(item.code ?? "")" : "c\(index)"
      if let place = keys.firstIndex(of: key) {
        groups[place].columns.append(index)
      } else {
        keys.append(key)
        groups.append(
          ColumnGroup(heading: table.groupLabel(index)[language], columns: [index]))
      }
    }
    // Within one source, quartiers with a column each need no heading over it.
    if !table.isAcrossSources, groups.allSatisfy({ $0.columns.count == 1 }) {
      for index in groups.indices { groups[index].heading = nil }
    }
    return groups
  }
}

extension StubItem {
  /// A row whose cells are counts within the base.
  var isInBody: Bool { kind != .statistic && missingReason == nil }
}

extension Table {
  /// The rows of a date as people write them; data files keep the ISO form.
  fileprivate func withDates(in language: Language) -> Table {
    guard question?.type == "date" else { return self }
    var table = self
    for row in stub.indices where stub[row].kind == .option {
      guard let date = stub[row].code.flatMap(CalendarText.init(iso:)) else { continue }
      table.stub[row].label = Bilingual(date.text(language))
    }
    return table
  }

  var shareKinds: [Share.Of] {
    var kinds: [Share.Of] = []
    for row in cells {
      for cell in row {
        for share in cell.shares where !kinds.contains(share.of) { kinds.append(share.of) }
      }
    }
    return kinds
  }

  /// Some cell has a rank, or would have one if it could be shown.
  var hasRanks: Bool {
    cells.contains { $0.contains { $0.rank != nil || $0.withheld.contains(.rank) } }
  }

  /// Some number is withheld, and the mark needs its legend.
  var isProtected: Bool {
    banner.contains { $0.base.protection != nil || $0.mentions?.protection != nil }
      || cells.contains {
        $0.contains { cell in
          cell.protection != nil || !cell.withheld.isEmpty
            || cell.shares.contains { $0.protection != nil }
        }
      }
  }

  var isWeighted: Bool {
    banner.contains { $0.base.weighted != nil }
      || cells.contains { $0.contains { $0.weightedCount != nil } }
  }

  /// Some source allows intervals.
  var isInferred: Bool {
    !tests.isEmpty || banner.contains { $0.effective != nil }
      || cells.contains { $0.contains { $0.inference != nil } }
  }

  /// Sources stand side by side, so a column needs its quartier and its source.
  var isAcrossSources: Bool { kind == .priorities || kind == .pooled || sources.count > 1 }

  /// The column holds everybody of its source.
  func isWhole(_ column: Int) -> Bool {
    banner[column].isTotal
  }

  /// What a column holds: its own label; the town for the whole of a source among others.
  func groupLabel(_ column: Int) -> Bilingual {
    isAcrossSources && isWhole(column) ? Wording.town.text : banner[column].label
  }

  func sourceLabel(_ id: String) -> Bilingual {
    sources.first { $0.id == id }?.label ?? Bilingual(id)
  }

  /// Why a cell lacks a number: its own reason, or its column's when there is nothing to divide by.
  func reason(_ row: Int, _ column: Int) -> Bilingual? {
    // Asked of every cell several times, so the cell is not copied.
    if cells[row][column].protection != nil { return Wording.hidden.text }
    if let reason = cells[row][column].reason { return reason }
    let shares = cells[row][column].shares
    guard let empty = shares.first(where: { $0.denominator == 0 && $0.protection == nil })
    else { return nil }
    let item = banner[column]
    if empty.of == .mentions, let reason = item.mentions?.reason { return reason }
    return item.base.reason ?? Wording.emptyBase.text
  }

  /// A name for a row in data files: its code, else its label.
  func rowName(_ row: Int) -> String { stub[row].name }

  /// A name for a column in data files: its code, empty for the whole.
  func columnName(_ column: Int) -> String { banner[column].code ?? "" }
}
