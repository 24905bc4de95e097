public import SurveyModel
public import Tabulation

/// Tidy CSV: one record per row of the table × column × kind of percentage.
///
/// The international form speaks to programs: its headings and code words are fixed, its labels
/// are in the language asked for. The French form speaks to people: it has the same columns in the
/// same order and is French throughout, whatever the language. The columns for weights are
/// there only when one of the tables has weights.
public struct CSVRenderer: TableFileRenderer {
  public let form: CSVForm

  public init(_ form: CSVForm) { self.form = form }

  public var fileExtension: String { form.rawValue }

  public func render(_ tables: [PublishableTable], in language: Language) -> String {
    String(decoding: bytes(of: tables, in: language), as: UTF8.self)
  }

  public func bytes(of tables: [PublishableTable], in language: Language) -> [UInt8] {
    bytes(of: tables.map { TableLayout($0, language) })
  }

  func bytes(of layouts: [TableLayout]) -> [UInt8] {
    let isWeighted = layouts.contains { $0.isWeighted }
    let isInferred = layouts.contains { $0.isInferred }
    let columns = TidyColumn.allCases.filter {
      (isWeighted || !$0.isForWeights) && (isInferred || !$0.isForInference)
    }
    var writer = CSVWriter(form)
    writer.record(columns.map { .text($0.heading(form)) })
    for layout in layouts {
      TidyRecords(layout, form, isWeighted: isWeighted, isInferred: isInferred)
        .write(to: &writer)
    }
    return writer.bytes
  }
}

extension StubItem.Kind {
  /// The word in JSON and CSV.
  var word: String {
    switch self {
    case .option: "option"
    case .other: "other"
    case .theme: "theme"
    case .net: "net"
    case .statistic: "statistic"
    case .missing: "missing"
    }
  }
}
