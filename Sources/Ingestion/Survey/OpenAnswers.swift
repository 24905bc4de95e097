internal import SurveyModel

/// Where the words of open answers stand in an export that has been read.
struct SecondPass: Sendable {
  var rule: RowRule
  var headerRecords: Int
  /// Which of the records that the rule keeps count; `nil`: all.
  var keep: [Bool]?
  /// How many records the rule keeps, without the feet of the table and the corrected records.
  var fromFile: Int
  /// They stand behind the others.
  var corrections: CorrectedRecords?
  /// The column of each open question, by its position in the questionnaire.
  var columns: [Int: Int]
}

extension Binding {
  /// The columns of the open questions, by question.
  var openColumns: [Int: Int] {
    var out: [Int: Int] = [:]
    for (index, question) in questionnaire.questions.enumerated() {
      if question.type == .openText, case .one(let position) = shapes[index] {
        out[index] = position
      }
    }
    return out
  }
}

/// One open answer, without what identifies a person.
public struct OpenAnswer {
  /// The question's position in the questionnaire.
  public let question: Int
  /// The record in the dataset, from 0.
  public let row: Int
  /// The record in the export, from 1 (the headings).
  public let record: Int
  /// UTF-8, not empty; valid during the call only.
  public let text: UnsafeBufferPointer<UInt8>
}

extension SurveyOutcome {
  /// Reads the words of open answers: a dataset does not keep them, so the export is read again,
  /// block after block. E-mail addresses, phone and IP numbers are masked before anybody sees them.
  ///
  /// - Parameters:
  ///   - input: what the outcome was read from.
  ///   - questions: positions in the questionnaire; those that are not open are passed over.
  ///   - body: called for each answer that the dataset counts as one, record by record.
  /// - Throws: as reading the export.
  /// - Complexity: O(bytes); memory does not grow with the export.
  public func forEachOpenAnswer(
    of input: SurveyInput, questions: [Int], _ body: (OpenAnswer) -> Void
  ) throws(ReadFailure) {
    guard let pass = secondPass, let dataset, !questions.isEmpty else { return }
    let personalColumns = personal.positions()
    let wanted = questions.sorted().compactMap { index -> (Int, Int, CodeColumn)? in
      guard let position = pass.columns[index], !personalColumns.contains(position),
        case .texts(let column) = dataset.answers[index]
      else { return nil }
      return (index, position, column)
    }
    if wanted.isEmpty { return }
    var reader = try RecordReader(path: input.path, options: optionsAgain(input))
    var batch = RecordBatch()
    var encoded = 0
    var row = 0
    let corrected = pass.corrections?.numbers ?? []
    while try reader.next(into: &batch) {
      let rows = SortedRows(
        batch, pass.rule, headerRecords: pass.headerRecords, corrected: corrected)
      batch.withRawParts { bytes, cells in
        for kept in rows.kept {
          defer { encoded += 1 }
          guard encoded < pass.fromFile else { continue }
          if let keep = pass.keep, !keep[encoded] { continue }
          // The export grew since it was read: the new records have no place in the dataset.
          guard row < dataset.recordCount else { continue }
          for (question, position, column) in wanted where column.codes[row] == 0 {
            guard position < kept.cellCount else { continue }
            let cell = cells[Int(kept.firstCell) + position]
            let text = UnsafeBufferPointer(start: bytes + Int(cell.start), count: cell.length)
            PersonalMask.withMasked(text) {
              body(
                OpenAnswer(question: question, row: row, record: Int(kept.record), text: $0))
            }
          }
          row += 1
        }
      }
    }
    guard let corrections = pass.corrections else { return }
    encoded = pass.fromFile
    for record in corrections.sound(pass.rule) {
      defer { encoded += 1 }
      if let keep = pass.keep, !keep[encoded] { continue }
      guard row < dataset.recordCount else { continue }
      for (question, position, column) in wanted where column.codes[row] == 0 {
        var text = PersonalMask.masked(corrections.text(record, column: position))
        if text.isEmpty { continue }
        text.withUTF8 {
          body(OpenAnswer(question: question, row: row, record: record.number, text: $0))
        }
      }
      row += 1
    }
  }
}
