public import SurveyModel

/// The ledger for people: per source what was read and set aside and why, per question what was
/// answered and what was not.
public func ledgerMarkdown(of datasets: [Dataset], in language: Language) -> String {
  var out = "# \(LedgerWord.title[language])\n\n"
  out += "**\(LedgerWord.notice[language])**\n\n"
  out += MarkdownText.table(
    headings: [Wording.source[language]]
      + [LedgerWord.read, .accepted, .excluded, .quarantined].map { $0[language] },
    rows: datasets.map { dataset in
      let ledger = dataset.ledger
      return [MarkdownText.escaped(Typography.set(dataset.source.label[language], language))]
        + numbers(
          [ledger.read, ledger.accepted, ledger.excludedCount, ledger.quarantined.count], language)
    })
  out += "\n\(LedgerWord.sum[language])\n"
  for dataset in datasets { out += "\n" + section(dataset, language) }
  return out
}

private func numbers(_ values: [Int], _ language: Language) -> [String] {
  values.map { NumberStyle.of(language).text($0) }
}

private func section(_ dataset: Dataset, _ language: Language) -> String {
  var out =
    "## " + MarkdownText.escaped(Typography.set(dataset.source.label[language], language)) + "\n\n"
  let ledger = dataset.ledger
  if !ledger.excluded.isEmpty {
    out +=
      MarkdownText.table(
        headings: [LedgerWord.excludedBecause[language], Wording.count[language]],
        rows: ledger.excluded.map {
          let key = $0.rule == "duplicates" ? " (\($0.columns.joined(separator: ", ")))" : ""
          return [MarkdownText.escaped(Typography.set($0.reason[language], language) + key)]
            + numbers([$0.count], language)
        }) + "\n"
  }
  if ledger.corrected > 0 {
    out += LedgerWord.corrected[language] + Wording.colon[language]
    out += numbers([ledger.corrected], language)[0] + "\n\n"
  }
  if !ledger.quarantined.isEmpty {
    out += "\(LedgerWord.quarantinedRecords[language])\n\n"
    for record in ledger.quarantined {
      let line = record.location.text(language) + Wording.colon[language] + record.reason[language]
      out += "- " + MarkdownText.escaped(line) + "\n"
    }
    out += "\n"
  }
  let lines = LedgerLine.lines(of: dataset)
  if lines.isEmpty { return out }
  let reasons = MissingReason.allCases
  let headings =
    [Wording.question[language], LedgerWord.answered[language]]
    + reasons.map { $0.label[language] } + [LedgerWord.folded, .masked].map { $0[language] }
  out += MarkdownText.table(
    headings: headings,
    rows: lines.map { line in
      let name = MarkdownText.escaped(
        Typography.set((line.question.label ?? line.question.text)[language], language))
      guard let states = line.states else {
        return [name, "*\(LedgerWord.notKept[language])*"]
          + reasons.map { _ in "" } + ["", ""]
      }
      return [name]
        + numbers(
          [states.answered] + reasons.map { states[$0] } + [states.folded, states.masked], language)
    })
  return out + invalid(lines, language) + nearDuplicates(lines, language)
    + indications(ledger, language)
}

/// Texts that are probably another spelling of an option.
private func nearDuplicates(_ lines: [LedgerLine], _ language: Language) -> String {
  let rows = lines.flatMap { line in
    (line.states?.nearDuplicates ?? []).map { near in
      [
        MarkdownText.escaped(
          Typography.set((line.question.label ?? line.question.text)[language], language)),
        MarkdownText.escaped(near.text), NumberStyle.of(language).text(near.count),
        MarkdownText.escaped(near.option[language]),
      ]
    }
  }
  if rows.isEmpty { return "" }
  let headings = [
    Wording.question[language], LedgerWord.nearText[language], Wording.count[language],
    LedgerWord.nearOption[language],
  ]
  return "\n" + MarkdownText.table(headings: headings, rows: rows)
}

/// How the records were filled in; none is left out for it.
private func indications(_ ledger: Ledger, _ language: Language) -> String {
  if ledger.indications.isEmpty { return "" }
  return "\n"
    + MarkdownText.table(
      headings: [
        LedgerWord.indication[language], Wording.count[language], LedgerWord.among[language],
      ],
      rows: ledger.indications.map {
        [MarkdownText.escaped(Typography.set($0.text[language], language))]
          + numbers([$0.count, $0.base], language)
      })
}

/// The values that questions do not know, each with its first place.
private func invalid(_ lines: [LedgerLine], _ language: Language) -> String {
  let rows = lines.flatMap { line in
    (line.states?.invalid ?? []).map { value in
      [
        MarkdownText.escaped(
          Typography.set((line.question.label ?? line.question.text)[language], language)),
        MarkdownText.escaped(value.text), NumberStyle.of(language).text(value.count),
        MarkdownText.escaped(value.first.text(language)),
      ]
    }
  }
  if rows.isEmpty { return "" }
  let headings = [
    Wording.question[language], LedgerWord.unknownValue[language], Wording.count[language],
    LedgerWord.firstPlace[language],
  ]
  return "\n" + MarkdownText.table(headings: headings, rows: rows)
}
