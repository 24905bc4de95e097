public import Export
internal import Ingestion
public import SurveyModel

extension InspectRun {
  /// The report for a screen: the file, its columns of note, then a line a question.
  public func screen(in language: Language) -> TerminalReport {
    InspectionScreen(inspection, language).report
  }
}

private struct InspectionScreen {
  let inspection: ExportInspection
  let language: Language

  init(_ inspection: ExportInspection, _ language: Language) {
    self.inspection = inspection
    self.language = language
  }

  var report: TerminalReport {
    var parts: [TerminalReport.Part] = [
      .heading(inspection.name), .facts(fileFacts), .facts(columnFacts),
    ]
    if !inspection.questions.isEmpty { parts.append(.listing(questions)) }
    let open = inspection.questions.reduce(0) { $0 + $1.openPoints.count }
    if open > 0 {
      parts.append(
        .paragraph(
          said(
            fr:
              "« ? » : ce que les données ne disent pas et qu'il faut déclarer (\(open)). --write-questionnaire écrit une ébauche où ces points sont des TODO.",
            en:
              "“?”: what the data do not say and must be declared (\(open)). --write-questionnaire writes a draft in which these points are TODOs."
          )))
    }
    return TerminalReport(parts)
  }

  private func said(fr: String, en: String) -> String { language == .french ? fr : en }

  // MARK: the file

  private var fileFacts: [TerminalReport.Fact] {
    let report = inspection.report
    let layout = inspection.layout
    var records = [
      said(
        fr:
          "\(layout.columns.count) colonnes, \(layout.headerRecords) ligne(s) d'intitulés, \(inspection.records) enregistrement(s)",
        en:
          "\(layout.columns.count) columns, \(layout.headerRecords) row(s) of headings, \(inspection.records) record(s)"
      )
    ]
    if inspection.empty > 0 {
      records.append(
        said(fr: "dont \(inspection.empty) vides", en: "\(inspection.empty) of them empty"))
    }
    if !inspection.quarantined.isEmpty {
      let count = inspection.quarantined.count
      records.append(said(fr: "\(count) mis de côté", en: "\(count) set aside"))
    }
    return form(report) + [
      fact(
        InspectionWords.dialect,
        "\(layout.dialect.name[language]) (\(InspectionWords.confidence(layout.confidence)[language]))",
        layout.evidence),
      fact(InspectionWords.contents, records.joined(separator: ", "), repeatedHeadings),
    ]
  }

  /// A sheet, or a text file with its encoding, delimiter and line ends.
  private func form(_ report: ReadReport) -> [TerminalReport.Fact] {
    if let workbook = report.workbook {
      return [
        fact(
          InspectionWords.sheet, workbook.sheet,
          InspectionWords.sheetNotes(report, in: inspection.name))
      ]
    }
    return [
      fact(
        InspectionWords.encoding, InspectionWords.encodingText(report)[language],
        [InspectionWords.encodingEvidence(report)]),
      fact(
        InspectionWords.delimiter,
        InspectionWords.name(ofDelimiter: report.delimiter)[language],
        [InspectionWords.delimiterEvidence(report)]),
      fact(
        InspectionWords.lineEnds, InspectionWords.lineEndsText(report.lineEnds)[language],
        [InspectionWords.lineEndsEvidence(report)]),
    ]
  }

  private var repeatedHeadings: [Bilingual] {
    let repeated = inspection.repeatedHeadings
    guard !repeated.isEmpty else { return [] }
    let list = repeated.prefix(6).map { $0.map { String($0 + 1) }.joined(separator: "=") }
      .joined(separator: ", ")
    return [
      Bilingual(
        fr: "\(repeated.count) intitulé(s) répété(s), colonnes \(list)",
        en: "\(repeated.count) repeated heading(s), columns \(list)")
    ]
  }

  private func fact(
    _ word: Bilingual, _ text: String, _ details: [Bilingual] = []
  ) -> TerminalReport.Fact {
    TerminalReport.Fact(word[language], text, details: details.map { $0[language] })
  }

  // MARK: columns of note

  private var columnFacts: [TerminalReport.Fact] {
    let columns = inspection.columns
    let personal = inspection.personal.map { index in
      Bilingual(
        fr: "\(label(index)) : \(columns[index].personal?.fr ?? "")",
        en: "\(label(index)): \(columns[index].personal?.en ?? "")")
    }
    var facts = [
      fact(
        InspectionWords.personal,
        personal.isEmpty
          ? InspectionWords.noPersonal[language]
          : said(
            fr: "\(personal.count) colonne(s), ni lues ni montrées",
            en: "\(personal.count) column(s), neither read nor shown"),
        personal)
    ]
    let places = inspection.placeCandidates.map { inspection.questions[$0] }
    facts.append(
      fact(
        InspectionWords.places,
        places.isEmpty
          ? InspectionWords.noPlace[language]
          : places.map { label($0.positions[0]) }.joined(separator: " ; "),
        places.compactMap(\.place)))
    let tool = columns.indices.filter {
      columns[$0].column.role == .metadata && columns[$0].personal == nil
    }
    if !tool.isEmpty {
      facts.append(
        fact(InspectionWords.metadata, tool.map { label($0) }.joined(separator: ", ")))
    }
    if !inspection.unfinished.isEmpty {
      facts.append(
        fact(
          InspectionWords.unfinished,
          said(
            fr: "comptés, sauf si le questionnaire les exclut (exclude)",
            en: "counted, unless the questionnaire excludes them (exclude)"),
          inspection.unfinished.map {
            let values = $0.values.map { "\"\($0)\"" }.joined(separator: ", ")
            return Bilingual("\(label($0.position)) = \(values) : \($0.count)")
          }))
    }
    let slips = columns.indices.filter { columns[$0].slips > 0 }
    if !slips.isEmpty {
      facts.append(
        fact(
          InspectionWords.slips,
          said(
            fr: "des textes ressemblent à une adresse ou à un numéro de téléphone",
            en: "some texts look like an address or a phone number"),
          slips.map { Bilingual("\(label($0)) (\(columns[$0].slips))") }))
    }
    return facts
  }

  /// The column's number and a short form of its heading.
  private func label(_ index: Int) -> String {
    let heading = inspection.columns[index].column.heading.split(separator: " ")
      .joined(separator: " ")
    return "\(index + 1) \(heading.count > 50 ? heading.prefix(49) + "…" : heading[...])"
  }

  // MARK: questions

  private var questions: TerminalReport.Listing {
    TerminalReport.Listing(
      headings: [
        InspectionWords.columns, InspectionWords.heading, InspectionWords.type,
        InspectionWords.filled,
      ].map { $0[language] },
      detailHeading: InspectionWords.evidence[language], flexible: 1, numeric: [3],
      rows: inspection.questions.indices.map(row))
  }

  private func row(_ index: Int) -> TerminalReport.Listing.Row {
    let question = inspection.questions[index]
    let before = index > 0 ? inspection.questions[index - 1] : nil
    // The further rows of a grid: what they share has been said.
    let isFurther = question.block != nil && before?.block == question.block
    let column = inspection.layout.columns[question.positions[0]]
    var name = question.question.text[language].split(separator: " ").joined(separator: " ")
    if isFurther, let item = column.item { name = "  … [\(item)]" }
    let filled = question.positions.map { inspection.columns[$0].filled }.max() ?? 0
    let share = inspection.kept == 0 ? "–" : "\(filled * 100 / inspection.kept) %"
    var details: [String] = []
    let missing = question.positions.map { inspection.columns[$0].missing }.max() ?? 0
    var evidence = question.evidence.map { $0[language] }
    if missing > 0 {
      let marks = inspection.layout.missing.map(\.text).joined(separator: ", ")
      evidence.append("\(marks) \(missing)")
    }
    if !isFurther || question.evidence != before?.evidence {
      details.append(evidence.joined(separator: " ; "))
    }
    let labels = InspectionDetails.options(of: question, language)
    if !labels.isEmpty { details.append(labels) }
    let kinds = { (points: [OpenPoint]) in points.map { InspectionDetails.kind(of: $0) } }
    let isAsked = isFurther && kinds(question.openPoints) == kinds(before?.openPoints ?? [])
    details += (isAsked ? [] : question.openPoints).map {
      "? " + InspectionDetails.text(of: $0)[language]
    }
    return TerminalReport.Listing.Row(
      [
        InspectionDetails.range(question.positions), name,
        InspectionWords.typeName(question.likelyType)[language], share,
      ], details: details)
  }
}

extension ExportInspection {
  /// Positions of columns that have the same heading, group by group.
  var repeatedHeadings: [[Int]] {
    let groups = Dictionary(
      grouping: columns.indices.filter { columns[$0].column.role != .nameless },
      by: { foldedLabel(columns[$0].column.heading) })
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }
}
