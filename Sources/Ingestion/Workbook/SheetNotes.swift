/// What a person should know of a sheet that was read: nothing of it is changed or left out.
public struct SheetNotes: Sendable, Equatable {
  /// How often something occurs, and in which cells first.
  public struct Cells: Sendable, Equatable {
    public private(set) var count = 0
    public private(set) var first: [String] = []

    mutating func note(_ place: (column: Int, row: Int)) {
      count += 1
      if first.count < 3 { first.append(CellName.letters(place.column) + String(place.row)) }
    }
  }

  /// Rows with contents that Excel does not show, a filter's for instance.
  public var hiddenRows: [Int] = []
  public var hiddenColumns: [Int] = []
  /// Areas of merged cells; their text stands in the first cell only.
  public var merged: [String] = []
  /// Cells whose value a formula gave when the file was saved.
  public var formulas = Cells()
  /// Formulas without a saved value: nothing can be read there.
  public var emptyFormulas = Cells()
  /// `#N/A`, `#REF!` and their like.
  public var errors = Cells()
  public var dates = Cells()
  /// Numbers in the form of a date that are none.
  public var badDates = Cells()
  /// Shares: 0.25 is stored, 25 % is shown.
  public var percents = Cells()
}

/// The sheet that was read, and its workbook.
public struct WorkbookReport: Sendable, Equatable {
  public var sheet: String
  public var isHidden: Bool
  /// The user named it.
  public var isChosen: Bool
  /// The workbook's other sheets.
  public var otherSheets: [String]
  public var notes: SheetNotes
}
