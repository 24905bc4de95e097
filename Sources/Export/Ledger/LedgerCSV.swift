public import SurveyModel

/// The ledger as one long table, a line a count: `source,kind,question,item,n,base,rule,columns,
/// file,sheet,line,record,column,edition`.
///
/// `kind` is one of read, accepted, corrected, excluded, quarantined, answered, the words of
/// `MissingReason`, folded, masked, invalid-value, near-duplicate, and the kinds of indications.
/// `rule` and `columns` are those of an exclusion (the key of duplicates) or the code of what is
/// quarantined; `base` is how many records an indication looked at.
public func ledgerCSV(of datasets: [Dataset], in language: Language) -> String {
  var writer = CSVWriter(.international)
  writer.record(
    [
      "source", "kind", "question", "item", "n", "base", "rule", "columns", "file", "sheet", "line",
      "record", "column", "edition",
    ].map { .text($0) })
  for dataset in datasets {
    func line(
      _ kind: String, _ count: Int, question: String = "", item: String = "", base: Int? = nil,
      rule: String = "", columns: [String] = [], at place: SourceLocation? = nil
    ) {
      writer.record([
        .text(dataset.source.id), .text(kind), .text(question), .text(item), .whole(count),
        whole(base), .text(rule), .text(columns.joined(separator: " | ")), .text(place?.file ?? ""),
        .text(place?.sheet ?? ""), whole(place?.line), whole(place?.record), whole(place?.column),
        .text(Edition.working.mark[language]),
      ])
    }
    let ledger = dataset.ledger
    line("read", ledger.read)
    line("accepted", ledger.accepted)
    line("corrected", ledger.corrected)
    for rule in ledger.excluded {
      line(
        "excluded", rule.count, item: rule.reason[language], rule: rule.rule, columns: rule.columns)
    }
    for record in ledger.quarantined {
      line(
        "quarantined", 1, item: record.reason[language], rule: record.code, at: record.location)
    }
    for indication in ledger.indications {
      line(
        indication.kind, indication.count,
        question: indication.questions.joined(separator: " "), item: indication.text[language],
        base: indication.base)
    }
    for entry in LedgerLine.lines(of: dataset) {
      guard let states = entry.states else { continue }
      let id = entry.question.id
      line("answered", states.answered, question: id)
      for reason in MissingReason.allCases { line(reason.word, states[reason], question: id) }
      line("folded", states.folded, question: id)
      line("masked", states.masked, question: id)
      for value in states.invalid {
        line("invalid-value", value.count, question: id, item: value.text, at: value.first)
      }
      for near in states.nearDuplicates {
        line(
          "near-duplicate", near.count, question: id,
          item: "\(near.text) ~ \(near.option[language])")
      }
    }
  }
  return writer.text
}

private func whole(_ number: Int?) -> CSVValue { number.map { .whole($0) } ?? .empty }
