/// Why a workbook was not read.
public struct WorkbookRefusal: Sendable, Equatable {
  /// The rule that it breaks. The raw value is the stable code of the reports.
  public enum Code: String, Sendable, CaseIterable {
    /// Protected by a password.
    case encrypted = "E_XLSX_ENCRYPTED"
    /// The binary form of Excel 97-2003.
    case legacy = "E_XLSX_LEGACY"
    /// A ZIP file that is no workbook of Excel: OpenDocument, a word processor's, a folder.
    case notWorkbook = "E_XLSX_NOT_A_WORKBOOK"
    /// Cut short, or its contents do not fit together.
    case damaged = "E_XLSX_DAMAGED"
    /// Unpacks to more than any survey holds.
    case tooLarge = "E_XLSX_TOO_LARGE"
    /// No sheet of the name that was asked for, or none at all.
    case noSheet = "E_XLSX_NO_SHEET"
    /// No table at all: a web page, a PDF, a picture; `detail` is the `ForeignFile`.
    case noTable = "E_NOT_A_TABLE"
    /// An option for text files was given for a workbook, or the other way round.
    case option = "E_XLSX_OPTION"
  }
  public var code: Code
  /// What exactly: the part of the archive, the sheet asked for, the option.
  public var detail: String
  /// Sheets that could be read.
  public var sheets: [String]
  /// The cell at which reading stopped.
  public var cell: String?

  init(_ code: Code, _ detail: String = "", sheets: [String] = [], cell: String? = nil) {
    (self.code, self.detail, self.sheets, self.cell) = (code, detail, sheets, cell)
  }
}
