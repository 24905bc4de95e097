internal import SurveyModel

/// An export as its form was recognised or declared, before any question is bound to it.
struct OpenedForm {
  var layout: ExportLayout
  var head: HeadRecords
  var problems: [Problem]
  /// The whole export, where its records are made of several lines each.
  var export: EncodedExport?

  /// Reads an export with a line an answer to its end. A column that is not there is a problem, and
  /// the export stays as it is.
  mutating func pivot(_ long: LongForm, _ reader: inout ExportReader) throws(ReadFailure) {
    let index = HeadingIndex(layout)
    var positions: [Int] = []
    for name in [long.respondent, long.question, long.answer] {
      let found = index.columns(named: name.text)
      if found.count == 1 {
        positions.append(found[0])
      } else {
        problems.append(
          .columnNotFound(name, index.suggestion(for: name.text), reader.name))
      }
    }
    guard positions.count == 3 else { return }
    let plan = EncodingPlan(
      layout, modes: Dictionary(uniqueKeysWithValues: Set(positions).map { ($0, .texts) }),
      needed: (positions.max() ?? 0) + 1)
    let lines = try reader.encode(plan, progress: { _ in })
    let records = LongPivot(
      lines, respondent: positions[0], question: positions[1], answer: positions[2]
    ).export()
    layout = records.layout
    head = records.head(ExportReader.headRecords)
    export = records
  }
}
