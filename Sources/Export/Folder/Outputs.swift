/// How much of the results a run writes.
public enum Outputs: Sendable {
  case all
  /// Tables in every form, the data of charts, `cells.csv` and the ledger: what changes from run to run while
  /// definitions are worked on. No report, workbook, drawing, synthesis nor dataset.
  case tables
}
