import SurveyModel
import Tabulation

/// A table as it stands on a sheet. One column of answers: its measures side by side. Several: a block
/// a measure, below each other, which a page holds and a chart or a colour scale takes.
struct WorkbookTable {
  /// A number that a cell of the table has.
  enum Measure: Hashable {
    case subcolumn(TableLayout.Subcolumn)
    case low, high, residual
  }

  let layout: TableLayout
  /// Options in the order of charts, then what takes several together.
  let rows: [Int]
  private(set) var measures: [Measure]
  var table: Table { layout.table }
  var language: Language { layout.language }

  init(_ layout: TableLayout) {
    self.layout = layout
    rows = layout.rowsInOrder
    let hasResiduals = layout.figures.entries.contains { $0.contains { $0.residual != nil } }
    measures = layout.subcolumns.flatMap { subcolumn -> [Measure] in
      switch subcolumn {
      case .interval: [.low, .high]
      case .letters: (hasResiduals ? [.residual] : []) + [.subcolumn(.letters)]
      default: [.subcolumn(subcolumn)]
      }
    }
    // What charts draw is read first.
    if isStacked, let drawn { measures.insert(measures.remove(at: drawn), at: 0) }
  }

  /// Measures stand below each other.
  var isStacked: Bool { table.banner.count > 1 }

  /// The columns of the table, those of one quartier together.
  var columns: [Int] { layout.groups.flatMap(\.columns) }

  /// The sheet's column of a measure's first number.
  func start(of measure: Int) -> Int { isStacked ? 1 : 1 + measure }
  /// The last column of the sheet that the table fills.
  var lastColumn: Int { isStacked ? columns.count : max(1, measures.count) }

  /// Some cell has this measure.
  func isFilled(_ measure: Measure) -> Bool {
    rows.contains { row in
      columns.contains { column in
        if case .nothing = content(row, column, measure) { false } else { true }
      }
    }
  }

  /// The measure that charts draw: the weighted percentage where all columns have weights.
  var drawn: Int? {
    guard let kind = layout.shareKinds.first else { return nil }
    let isWeighted = table.banner.allSatisfy { $0.base.weighted != nil }
    let weighted =
      isWeighted ? measures.firstIndex(of: .subcolumn(.weightedPercent(kind))) : nil
    return weighted ?? measures.firstIndex(of: .subcolumn(.percent(kind)))
  }

  var counted: Int? { measures.firstIndex(of: .subcolumn(.count)) }

  func heading(_ measure: Measure) -> String {
    switch measure {
    case .subcolumn(let subcolumn): subcolumn.heading[language]
    case .low: Wording.intervalLow[language]
    case .high: Wording.intervalHigh[language]
    case .residual: Wording.residual[language]
    }
  }

  /// What stands in a cell.
  enum Content {
    case number(Double, format: String)
    case text(String)
    case nothing
  }

  func content(_ row: Int, _ column: Int, _ measure: Measure) -> Content {
    let entry = layout.figures.entries[row][column]
    switch measure {
    case .low: return content(entry.interval?.low, or: "")
    case .high: return content(entry.interval?.high, or: "")
    case .residual: return content(entry.residual, or: "")
    case .subcolumn(let subcolumn):
      let text = layout.text(row, column, subcolumn)
      guard let figure = layout.figure(row, column, subcolumn) else {
        return text.isEmpty ? .nothing : .text(text)
      }
      return content(figure, or: text)
    }
  }

  /// Percentages as parts of one, so that the sheet's own format says them.
  func content(_ figure: Figure?, or text: String) -> Content {
    guard let figure, figure.quantity != nil else { return text.isEmpty ? .nothing : .text(text) }
    if figure.isPercent, let real = figure.real {
      return .number(real / 100, format: Self.percentFormat(language))
    }
    if case .whole(let value) = figure.quantity {
      return .number(Double(value), format: figure.isTied ? "0\"=\"" : "#,##0")
    }
    guard let real = figure.real, case .real(_, let decimals) = figure.quantity else {
      return .nothing
    }
    let zeros = String(repeating: "0", count: decimals)
    return .number(real, format: decimals > 0 ? "#,##0.\(zeros)" : "#,##0")
  }

  /// In French a no-break space stands before the sign.
  static func percentFormat(_ language: Language) -> String {
    language == .french ? "0.0\u{A0}%" : "0.0%"
  }
}
