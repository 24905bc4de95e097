internal import SurveyModel

/// A phone survey's spreadsheet: answers as codes under `Q1, Q2_1…`, with the interviewer, how the
/// call ended, a weight. What the codes mean stands in a list of its own.
enum PhoneSheet: DialectReading {
  static let tools: [Dialect] = [.phone]

  private static let callStates: Set<String> = [
    "complet", "complete", "abandon", "rdv", "rappel", "refus", "hors quota", "hors cible",
    "non reponse", "faux numero", "occupe", "termine", "quota atteint",
  ]
  private static let interviewers: Set<String> = [
    "enq", "enqueteur", "interviewer", "code enqueteur", "id enqueteur", "num enq", "enqueteur id",
  ]
  private static let tool: Set<String> = [
    "num", "numero", "no", "n", "ident", "rid", "duree", "duree appel", "date appel",
    "date interview", "heure", "heure appel", "nb appels", "statut", "etat", "resultat",
    "statut appel", "fin",
  ]

  static func read(_ head: HeadRecords) -> ExportLayout? {
    read(head, plain: PlainSpreadsheet.layout(head, as: .plain))
  }

  /// - Parameter plain: the layout as of any table.
  static func read(_ head: HeadRecords, plain: ExportLayout) -> ExportLayout? {
    let names = plain.columns.map { foldedPlace($0.heading) }
    let interviewer = names.firstIndex(where: interviewers.contains)
    let codes = plain.columns.count { HeadingRows.isCode($0.code ?? trimmedText($0.heading)) }
    guard codes * 2 >= plain.columns.count, codes >= 3 else { return nil }
    let state = plain.columns.first { isCallState($0, head, plain.headerRecords) }
    guard state != nil || interviewer != nil else { return nil }
    var layout = layout(head, as: .phone)
    layout.confidence = state != nil && interviewer != nil ? .high : .medium
    layout.evidence.insert(
      Bilingual(
        fr: "\(codes) intitulés sont des codes (Q1, Q2_1…)"
          + (state.map { ", « \($0.heading) » dit comment l'appel a fini" } ?? "")
          + (interviewer == nil ? "" : ", une colonne d'enquêteur"),
        en: "\(codes) headings are codes (Q1, Q2_1…)"
          + (state.map { ", “\($0.heading)” says how the call ended" } ?? "")
          + (interviewer == nil ? "" : ", a column of interviewers")), at: 0)
    return layout
  }

  static func layout(_ head: HeadRecords, as dialect: Dialect) -> ExportLayout {
    var layout = PlainSpreadsheet.layout(head, as: .plain)
    layout.dialect = dialect
    layout.evidence.removeFirst()
    for index in layout.columns.indices {
      let column = layout.columns[index]
      let name = foldedPlace(column.heading)
      if interviewers.contains(name) {
        layout.columns[index].role = .personal
      } else if tool.contains(name) || isCallState(column, head, layout.headerRecords) {
        layout.columns[index].role = .metadata
      }
    }
    return layout
  }

  private static func isCallState(
    _ column: ExportColumn, _ head: HeadRecords, _ headerRecords: Int
  ) -> Bool {
    let cells = head.column(column.position, from: headerRecords)
    var states = 0
    var refusals = 0
    var others = 0
    for cell in cells {
      let text = foldedPlace(cell.text)
      if text.isEmpty { continue }
      if callStates.contains(text) { states += 1 } else { others += 1 }
      if text == "refus" { refusals += 1 }
      // Whatever follows, nine of ten cannot be states any more: most columns end here at once.
      if others * 10 > cells.count { return false }
    }
    let texts = states + others
    return texts >= 2 && states * 10 >= texts * 9 && refusals < texts
  }
}
