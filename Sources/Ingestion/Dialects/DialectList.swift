/// Recognises exports of one tool. A dialect is one file that conforms to it, and one line in
/// `dialects`.
protocol DialectReading: Sendable {
  /// The layout when these records are this tool's, else `nil`.
  static func read(_ head: HeadRecords) -> ExportLayout?
}

/// In the order in which they are tried: the surest signature first; the last one takes anything.
private let dialects: [any DialectReading.Type] = [
  Qualtrics.self,
  SurveyMonkey.self,
  LimeSurvey.self,
  GoogleForms.self,
  Sphinx.self,
  PlainSpreadsheet.self,
]

/// Which tool wrote an export, and what its columns are.
///
/// - Parameter head: the first records, some 200.
/// - Complexity: O(cells of `head`).
public func recogniseLayout(_ head: HeadRecords) -> ExportLayout {
  for dialect in dialects {
    if let layout = dialect.read(head) { return layout }
  }
  return PlainSpreadsheet.layout(head, headerRecord: 0)
}
