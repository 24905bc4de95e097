public import SurveyModel

/// One column of an export as codes of its distinct texts; nothing is interpreted yet.
///
/// What a text means is decided once for each distinct text (`Decoding`), and the codes are then
/// mapped through: a million records cost a thousand decisions.
public struct EncodedColumn: Sendable {
  public var column: ExportColumn
  /// 0: empty without quotes; 1: empty in quotes; from 2 on: `values[code - 2]`.
  public var codes: Codes
  /// Distinct texts in the order in which they are first seen.
  public var values: [DistinctValue]
  /// How many records hold each code; `counts.count == values.count + 2`.
  public var counts: [Int]

  public init(column: ExportColumn, codes: Codes, values: [DistinctValue]) {
    self.column = column
    self.codes = codes
    self.values = values
    counts = codes.histogram(bins: values.count + Int(ValueDictionary.firstText))
  }

  /// Records whose cell is not empty.
  public var filledCount: Int { counts.dropFirst(2).reduce(0, +) }

  /// The text that a code stands for; `nil` for an empty or blank cell.
  func text(of code: Int) -> DistinctValue? {
    guard code >= 2, !trimmedText(values[code - 2].text).isEmpty else { return nil }
    return values[code - 2]
  }

  /// The same column without the records for which `keep` is false.
  func filtered(by keep: [Bool]) -> EncodedColumn {
    EncodedColumn(column: column, codes: codes.filtered(by: keep), values: values)
  }
}
