internal import CXlsxWriter
import SurveyModel

/// A workbook in the making, by libxlsxwriter, which is opened when the first one is made.
///
/// Texts are written as texts, never as formulas. A book that is begun must be ended by `close`.
struct XLSXBook: ~Copyable {
  /// Row and column, from 0.
  struct Place: Sendable, Hashable {
    var row: Int
    var column: Int
  }

  struct Format {
    fileprivate var pointer: cxlsx_format?
  }

  struct Style: Sendable, Hashable {
    var numberFormat: String?
    var size = 0.0
    var colour = "#1a1d21"
    var background: String?
    var isBold = false
    var isItalic = false
    var wraps = false
    var isRight = false
    var isCentred = false
    var hasTopRule = false
    var hasBottomRule = false
    var isTop = false
  }

  enum ChartKind: Int32 { case bars, stacked, stackedToWhole }

  struct Series {
    var colour: String
    /// Of the numbers on it, where it is a part of a bar.
    var textColour: String?
    /// Of each value, where they differ.
    var colours: [String] = []
    /// The cell that names it; `nil` where there is one series.
    var name: Place?
    var categories: (Place, Place)
    var values: (Place, Place)
  }

  static var isAvailable: Bool { cxlsx_is_available() == 1 }
  /// The file in which the library is looked for.
  static var libraryName: String { String(cString: cxlsx_library_name()) }

  private let book: OpaquePointer
  private let language: Language
  private var formats: [Style: Format] = [:]

  /// - Returns: `nil` where the library is absent.
  init?(title: String, comments: String, in language: Language) {
    let title = Typography.set(title, language)
    guard let book = cxlsx_book_new(title, "", comments) else { return nil }
    self.book = book
    self.language = language
  }

  /// The bytes of the file; `nil` when the library could not write it.
  consuming func close() -> [UInt8]? {
    var count: Int64 = 0
    var error: UnsafePointer<CChar>?
    guard let bytes = cxlsx_book_close(book, &count, &error) else { return nil }
    defer { cxlsx_bytes_free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }

  mutating func format(_ style: Style) -> Format {
    if let format = formats[style] { return format }
    var c = cxlsx_style()
    c.size = style.size
    c.colour = Self.number(style.colour)
    c.background = style.background.map(Self.number) ?? 0xFFFF_FFFF
    c.bold = style.isBold ? 1 : 0
    c.italic = style.isItalic ? 1 : 0
    c.wrap = style.wraps ? 1 : 0
    c.right = style.isRight ? 1 : 0
    c.centre = style.isCentred ? 1 : 0
    c.top_rule = style.hasTopRule ? 1 : 0
    c.bottom_rule = style.hasBottomRule ? 1 : 0
    c.top = style.isTop ? 1 : 0
    let format: Format
    if let number = style.numberFormat {
      format = number.withCString { text in
        c.number_format = text
        return Format(pointer: cxlsx_format_add(book, &c))
      }
    } else {
      format = Format(pointer: cxlsx_format_add(book, &c))
    }
    formats[style] = format
    return format
  }

  /// - Returns: `nil` when the name is not legal or taken: `SheetNames` makes those that are.
  func sheet(_ name: String) -> XLSXSheet? {
    cxlsx_sheet_add(book, name).map { XLSXSheet(name: name, pointer: $0, language: language) }
  }

  /// Draws a chart of cells of one sheet beside them.
  func addChart(
    _ kind: ChartKind, title: String, series: [Series], numberFormat: String, to sheet: XLSXSheet,
    at place: Place, width: Double, height: Double
  ) {
    let title = SafeText.neutralised(Typography.set(title, language))
    guard let chart = cxlsx_chart_add(book, kind.rawValue, title) else { return }
    for item in series {
      guard let made = cxlsx_series_add(chart, Self.number(item.colour)) else { continue }
      if let name = item.name {
        cxlsx_series_name(made, sheet.name, UInt32(name.row), UInt16(name.column))
      }
      let (a, b) = item.categories
      cxlsx_series_categories(
        made, sheet.name, UInt32(a.row), UInt16(a.column), UInt32(b.row), UInt16(b.column))
      let (c, d) = item.values
      cxlsx_series_values(
        made, sheet.name, UInt32(c.row), UInt16(c.column), UInt32(d.row), UInt16(d.column))
      // A part that nobody chose has no place for a number.
      if let text = item.textColour {
        let percent = WorkbookTable.percentFormat(language)
        cxlsx_series_part(
          made, Self.number(text), (numberFormat.hasSuffix("%") ? percent : numberFormat) + ";;")
      }
      if !item.colours.isEmpty {
        cxlsx_series_points(made, item.colours.map(Self.number), item.colours.count)
      }
    }
    cxlsx_chart_finish(
      chart, sheet.pointer, UInt32(place.row), UInt16(place.column), numberFormat,
      series.count > 1 ? 1 : 0, width, height, title)
  }

  /// `#2b6a99` as a number.
  fileprivate static func number(_ colour: String) -> UInt32 {
    UInt32(colour.dropFirst(), radix: 16) ?? 0
  }
}

/// A sheet of a workbook.
struct XLSXSheet {
  let name: String
  fileprivate let pointer: cxlsx_sheet
  fileprivate let language: Language

  private func set(_ text: String) -> String {
    SafeText.neutralised(Typography.set(text, language))
  }

  func write(_ text: String, at place: XLSXBook.Place, _ format: XLSXBook.Format) {
    cxlsx_write_text(
      pointer, UInt32(place.row), UInt16(place.column), set(text),
      format.pointer)
  }

  func write(_ value: Double, at place: XLSXBook.Place, _ format: XLSXBook.Format) {
    cxlsx_write_number(
      pointer, UInt32(place.row), UInt16(place.column), value, format.pointer)
  }

  func writeBlank(at place: XLSXBook.Place, _ format: XLSXBook.Format) {
    cxlsx_write_blank(pointer, UInt32(place.row), UInt16(place.column), format.pointer)
  }

  /// One text over several columns of a row.
  func write(_ text: String, row: Int, columns: ClosedRange<Int>, _ format: XLSXBook.Format) {
    cxlsx_merge_text(
      pointer, UInt32(row), UInt16(columns.lowerBound), UInt16(columns.upperBound),
      set(text), format.pointer)
  }

  /// A link to the first cell of a row of another sheet.
  func link(
    _ text: String, to name: String, row: Int, at place: XLSXBook.Place, _ format: XLSXBook.Format
  ) {
    let quoted = name.replacing("'", with: "''")
    cxlsx_write_link(
      pointer, UInt32(place.row), UInt16(place.column), "internal:'\(quoted)'!A\(row + 1)",
      set(text), format.pointer)
  }

  func setWidth(_ width: Double, of columns: ClosedRange<Int>) {
    cxlsx_set_columns(pointer, UInt16(columns.lowerBound), UInt16(columns.upperBound), width)
  }

  func setHeight(_ points: Double, ofRow row: Int) {
    cxlsx_set_row(pointer, UInt32(row), points)
  }

  func freeze(_ place: XLSXBook.Place) {
    cxlsx_freeze(pointer, UInt32(place.row), UInt16(place.column))
  }

  func setPrint(header: String, footer: String) { cxlsx_set_print(pointer, header, footer) }

  /// - Parameters:
  ///   - across: how many pages side by side hold the columns; the first one stands on each.
  ///   - rows: before which a page begins.
  func setPages(across: Int, rows: [Int]) {
    cxlsx_set_pages(pointer, UInt16(across), rows.map { UInt32($0) } + [0])
  }

  func setColourScale(from: XLSXBook.Place, to: XLSXBook.Place, low: String, high: String) {
    cxlsx_colour_scale(
      pointer, UInt32(from.row), UInt16(from.column), UInt32(to.row), UInt16(to.column),
      XLSXBook.number(low), XLSXBook.number(high))
  }
}
