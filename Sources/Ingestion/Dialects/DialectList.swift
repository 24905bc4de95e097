public import SurveyModel

/// Recognises exports of one tool. A dialect is one file that conforms to it, and one line in
/// `dialects`.
protocol DialectReading: Sendable {
  /// What it recognises.
  static var tools: [Dialect] { get }
  /// The layout when these records are this tool's, else `nil`.
  static func read(_ head: HeadRecords) -> ExportLayout?
  /// The layout when a person says that they are, whatever they show.
  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout
}

/// In the order in which they are tried: the surest signature first, `PlainSpreadsheet` takes anything.
private let dialects: [any DialectReading.Type] = [
  Qualtrics.self,
  SurveyMonkeyCondensed.self,
  SurveyMonkey.self,
  Framaforms.self,
  DrupalWebform.self,
  ODKCentral.self,
  Kobo.self,
  MicrosoftForms.self,
  LimeSurvey.self,
  GoogleFormsDownload.self,
  GoogleForms.self,
  CapCollectif.self,
  Decidim.self,
  Sphinx.self,
  LongTable.self,
  PlainSpreadsheet.self,
  PhoneSheet.self,
]

/// Which tool wrote an export, and what its columns are.
///
/// - Parameters:
///   - head: the first records, some 200.
///   - form: what a person says of it, which wins over what the records show.
/// - Complexity: O(cells of `head`).
public func recogniseLayout(
  _ head: HeadRecords, _ form: ExportForm = ExportForm()
) -> ExportLayout {
  if form.long != nil { return LongTable.layout(head, as: .long).declared(nil, form) }
  let found = foundLayout(head)
  if let records = form.headerRecords, [nil, .plain, .phone].contains(form.dialect) {
    var layout = PlainSpreadsheet.layout(head, headerRecords: records)
    if let dialect = form.dialect ?? (found.dialect == .phone ? .phone : nil) {
      layout.dialect = dialect
    }
    return layout.declared(found, form).withTickBoxes(head)
  }
  guard let dialect = form.dialect,
    let tool = dialects.first(where: { $0.tools.contains(dialect) })
  else { return found.withTickBoxes(head) }
  if found.dialect == dialect { return found.declared(found, form).withTickBoxes(head) }
  return tool.layout(head, as: dialect).declared(found, form).withTickBoxes(head)
}

private func foundLayout(_ head: HeadRecords) -> ExportLayout {
  for dialect in dialects {
    if let layout = dialect.read(head) { return layout }
  }
  return PlainSpreadsheet.layout(head, headerRecords: 1)
}

extension ExportLayout {
  /// A box called "E-mail" under "How shall we inform you?" holds a tick and no address; "May we have
  /// your phone number?" may be answered by yes or no.
  fileprivate func withTickBoxes(_ head: HeadRecords) -> ExportLayout {
    let ticks = [
      "oui", "non", "yes", "no", "y", "n", "x", "0", "1", "n/a", "vrai", "faux", "true", "false",
    ]
    var layout = self
    for index in columns.indices where columns[index].role == .personal {
      let texts = head.column(columns[index].position, from: headerRecords)
        .map { foldedLabel($0.text) }.filter { !$0.isEmpty }
      let own = columns[index].item.map(foldedLabel)
      // Nothing but 0 is an altitude that no device measured.
      let isNumber = own == nil && Set(texts).count == 1 && Int(texts[0]) != nil
      if !texts.isEmpty, !isNumber, texts.allSatisfy({ ticks.contains($0) || $0 == own }) {
        layout.columns[index].role = .answer
      }
    }
    return layout
  }

  /// The layout as a person declared it, with what the file itself shows.
  fileprivate func declared(_ found: ExportLayout?, _ form: ExportForm) -> ExportLayout {
    var layout = self
    layout.confidence = .declared
    layout.evidence = [.declaredForm(form)]
    guard let found else { return layout }
    if found.dialect == dialect {
      layout.evidence += found.evidence
    } else if found.confidence == .certain || found.confidence == .high {
      layout.evidence.append(.looksLike(found))
      layout.remarks.insert(.declaredAgainstEvidence(dialect, found), at: 0)
    } else if form.dialect != nil, dialect != .plain, dialect != .phone {
      layout.remarks.insert(.declaredWithoutEvidence(dialect), at: 0)
    }
    return layout
  }
}
