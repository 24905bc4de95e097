internal import SurveyModel

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
    if let layout = dialect.read(head) { return layout.withTickBoxes(head) }
  }
  return PlainSpreadsheet.layout(head, headerRecord: 0)
}

extension ExportLayout {
  /// A box called "E-mail" under "How shall we inform you?" holds a tick and no address.
  fileprivate func withTickBoxes(_ head: HeadRecords) -> ExportLayout {
    let ticks: Set<String> = ["oui", "non", "yes", "no", "y", "n", "x", "0", "1", "n/a"]
    var layout = self
    for index in columns.indices where columns[index].role == .personal {
      guard let item = columns[index].item else { continue }
      let texts = head.column(columns[index].position, from: headerRecords)
        .map { foldedLabel($0.text) }.filter { !$0.isEmpty }
      if !texts.isEmpty, texts.allSatisfy({ ticks.contains($0) || $0 == foldedLabel(item) }) {
        layout.columns[index].role = .answer
      }
    }
    return layout
  }
}
