public import SurveyModel

/// What a raw export is: how its bytes read, which tool wrote it, and what its columns most likely
/// hold, each with what shows it. No value of a column with personal data or free text is in it.
public struct ExportInspection: Sendable {
  /// What messages call the file.
  public var name: String
  public var report: ReadReport
  public var layout: ExportLayout
  /// Records under the headings.
  public var records: Int
  /// Of these, records that can be read as one of this survey.
  public var kept: Int
  /// Records without any content.
  public var empty: Int
  public var quarantined: [Ledger.Quarantined]
  /// One a column of the export, in order.
  public var columns: [ColumnInspection]
  /// In the order of their first column.
  public var questions: [InferredQuestion]
  /// Records that the tool marks as not finished.
  public var unfinished: [Unfinished]
  /// What was guessed or cannot be told.
  public var problems: [Problem]
  /// What a person should know of the headings, and of what a spreadsheet did to the values.
  public var remarks: [Problem]

  /// Positions of columns of personal data.
  public var personal: [Int] { columns.indices.filter { columns[$0].personal != nil } }

  /// Questions whose answers may be neighbourhoods, the surest first.
  public var placeCandidates: [Int] {
    let found = questions.indices.filter { questions[$0].place != nil }
    return found.filter { questions[$0].isSurelyPlace }
      + found.filter { !questions[$0].isSurelyPlace }
  }
}

extension SurveyReader {
  /// Reads the whole export and says what it is.
  public consuming func inspect(
    progress: (Int) -> Void = { _ in }
  ) throws(ReadFailure) -> ExportInspection {
    let personal = PersonalData(layout: layout, head: head)
    var modes: [Int: ColumnEncoder.Mode] = [:]
    for column in layout.columns {
      let isPersonal = column.role == .personal || personal.columns.contains(column.position)
      modes[column.position] = isPersonal ? .presence(marks: []) : .texts
    }
    let name = input.name
    let encoded = try encode(modes: modes, needed: 1, progress: progress)
    let remarks = layoutProblems(encoded.report)
    let inference = Inference(encoded: encoded, splitting: .guess, personal: personal)
    let findings = inference.personal.findings
    var columns = layout.columns.compactMap { column in
      encoded.columns[column.position].map {
        ColumnInspection($0, encoded.layout, personal: findings[column.position])
      }
    }
    for (index, question) in inference.questions.enumerated() {
      for position in question.positions { columns[position].question = index }
    }
    return ExportInspection(
      name: name, report: encoded.report, layout: encoded.layout, records: encoded.recordsRead,
      kept: encoded.recordCount, empty: encoded.emptyRecords, quarantined: encoded.quarantined,
      columns: columns, questions: inference.questions,
      unfinished: Unfinished.among(
        layout.columns.compactMap { encoded.columns[$0.position] }, encoded.layout),
      problems: inference.problems,
      remarks: remarks + Self.accidents(encoded, columns, inference, file: name))
  }

  /// What a spreadsheet did to the columns that are neither personal nor the tool's.
  private static func accidents(
    _ encoded: EncodedExport, _ columns: [ColumnInspection], _ inference: Inference, file: String
  ) -> [Problem] {
    columns.flatMap { inspected -> [Problem] in
      guard inspected.personal == nil, inspected.column.role == .answer,
        let column = encoded.columns[inspected.column.position]
      else { return [] }
      let question = inspected.question.map { inference.questions[$0] }
      let isNumber = question?.likelyType == .number
      let isTicks = question.map { $0.positions.count > 1 } ?? false
      if question?.likelyType == .openText { return [] }
      return ColumnAccidents(column, missing: encoded.layout.missing, file: file)
        .problems(isNumber: isNumber, isTicks: isTicks)
    }
  }
}
