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
            fr: "« ? » : ce que les données ne disent pas et qu'il faut déclarer (\(open)). --write-questionnaire écrit une ébauche où ces points sont des TODO.",
            en: "“?”: what the data do not say and must be declared (\(open)). --write-questionnaire writes a draft in which these points are TODOs.")))
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
        fr: "\(inspection.records) enregistrements sous \(layout.headerRecords) d'intitulés, \(layout.columns.count) colonnes",
        en: "\(inspection.records) records under \(layout.headerRecords) of headings, \(layout.columns.count) columns")
    ]
    if inspection.empty > 0 {
      records.append(said(fr: "\(inspection.empty) vides", en: "\(inspection.empty) empty"))
    }
    if !inspection.quarantined.isEmpty {
      let count = inspection.quarantined.count
      records.append(said(fr: "\(count) mis de côté", en: "\(count) set aside"))
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
      fact(
        InspectionWords.dialect,
        "\(layout.dialect.name[language]) (\(InspectionWords.confidence(layout.confidence)[language]))",
        layout.evidence),
      fact(InspectionWords.contents, records.joined(separator: ", "), repeatedHeadings),
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
      rows: inspection.questions.map(row))
  }

  private func row(_ question: InferredQuestion) -> TerminalReport.Listing.Row {
    let name = question.question.text[language].split(separator: " ").joined(separator: " ")
    let filled = question.positions.map { inspection.columns[$0].filled }.max() ?? 0
    let share = inspection.kept == 0 ? "–" : "\(filled * 100 / inspection.kept) %"
    var details = [question.evidence.map { $0[language] }.joined(separator: " ; ")]
    let labels = InspectionDetails.options(of: question, language)
    if !labels.isEmpty { details.append(labels) }
    details += question.openPoints.map { "? " + InspectionDetails.text(of: $0)[language] }
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
