internal import Export
internal import Ingestion
public import SurveyModel

extension InspectRun {
  /// The report for programs: every column with its facts, every question with its evidence and
  /// what must be declared. Positions count from 1.
  public func json(in language: Language) -> String {
    var json = JSONWriter(expandedDepth: 3)
    InspectionJSON(inspection: inspection, language: language).write(to: &json)
    return json.text
  }
}

private struct InspectionJSON {
  let inspection: ExportInspection
  let language: Language

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", 1)
      json.field("file", inspection.name)
      writeReading(to: &json)
      writeLayout(to: &json)
      json.object("records") { json in
        json.field("read", inspection.records)
        json.field("kept", inspection.kept)
        json.field("empty", inspection.empty)
        json.field("quarantined", inspection.quarantined.count)
      }
      positions("personal", inspection.personal, to: &json)
      json.array("quartierCandidates") { json in
        for index in inspection.placeCandidates {
          let question = inspection.questions[index]
          json.object { json in
            json.field("question", question.question.id)
            json.field("column", question.positions[0] + 1)
            json.field("sure", question.isSurelyPlace)
            json.field("evidence", question.place?[language])
          }
        }
      }
      json.array("unfinished") { json in
        for mark in inspection.unfinished {
          json.object { json in
            json.field("column", mark.position + 1)
            json.array("values") { json in for value in mark.values { json.value(value) } }
            json.field("n", mark.count)
          }
        }
      }
      json.array("repeatedHeadings") { json in
        for group in inspection.repeatedHeadings {
          json.array { json in for position in group { json.value(position + 1) } }
        }
      }
      json.array("remarks") { json in
        for remark in inspection.remarks {
          json.object { json in
            json.field("code", remark.code)
            json.field("severity", remark.severity.word)
            json.field("message", remark.message[language])
            json.field("fix", remark.fix?[language])
            json.field("line", remark.location?.line)
            json.field("column", remark.location?.column)
          }
        }
      }
      json.array("columns") { json in
        for column in inspection.columns { write(column, to: &json) }
      }
      json.array("questions") { json in
        for question in inspection.questions { write(question, to: &json) }
      }
    }
  }

  private func writeReading(to json: inout JSONWriter) {
    let report = inspection.report
    if let workbook = report.workbook {
      json.object("workbook") { json in
        json.field("sheet", workbook.sheet)
        json.array("otherSheets") { json in for name in workbook.otherSheets { json.value(name) } }
        json.array("notes") { json in
          for note in InspectionWords.sheetNotes(report, in: inspection.name) {
            json.value(note[language])
          }
        }
      }
      return
    }
    json.object("encoding") { json in
      json.field("value", report.encoding.rawValue)
      json.field("evidence", InspectionWords.encodingEvidence(report)[language])
    }
    json.object("delimiter") { json in
      json.field("value", String(UnicodeScalar(report.delimiter)))
      json.field("evidence", InspectionWords.delimiterEvidence(report)[language])
    }
    json.object("lineEnds") { json in
      json.field("lf", report.lineEnds.lf)
      json.field("crlf", report.lineEnds.crlf)
      json.field("cr", report.lineEnds.cr)
      json.field("evidence", InspectionWords.lineEndsEvidence(report)[language])
    }
    json.array("codes") { json in for code in report.codes { json.value(code.rawValue) } }
  }

  private func writeLayout(to json: inout JSONWriter) {
    let layout = inspection.layout
    json.object("dialect") { json in
      json.field("value", layout.dialect.rawValue)
      json.field("name", layout.dialect.name[language])
      json.field("confidence", layout.confidence.rawValue)
      json.array("evidence") { json in for line in layout.evidence { json.value(line[language]) } }
    }
    json.field("headerRecords", layout.headerRecords)
  }

  private func positions(_ name: String, _ list: [Int], to json: inout JSONWriter) {
    json.array(name) { json in for position in list { json.value(position + 1) } }
  }

  private func write(_ column: ColumnInspection, to json: inout JSONWriter) {
    json.object { json in
      json.field("position", column.column.position + 1)
      json.field("heading", column.column.heading)
      json.field("code", column.column.code)
      json.field("item", column.column.item)
      let role = column.personal == nil ? column.column.role : .personal
      json.field("role", InspectionWords.roleName(role))
      if let personal = column.personal { json.field("evidence", personal[language]) }
      json.field("filled", column.filled)
      json.field("blank", column.blank)
      json.field("blankWithoutQuotes", column.blankWithoutQuotes)
      json.field("missing", column.missing)
      json.field("distinct", column.distinct)
      let isShown = column.personal == nil && column.column.role != .metadata
      json.field("least", isShown ? column.numbers?.lowerBound : nil)
      json.field("greatest", isShown ? column.numbers?.upperBound : nil)
      json.field("dates", column.isDates)
      json.field("slips", column.slips)
      json.field("question", column.question.map { inspection.questions[$0].question.id })
    }
  }

  private func write(_ question: InferredQuestion, to json: inout JSONWriter) {
    json.object { json in
      json.field("id", question.question.id)
      json.field("text", question.question.text[language])
      json.field("type", question.likelyType.word)
      json.field("tabulatedAs", question.isTabulated ? question.question.type.word : nil)
      json.field("block", question.block)
      positions("columns", question.positions, to: &json)
      json.field("other", question.otherPosition.map { $0 + 1 })
      if case .numericScale(let scale) = question.likelyType {
        json.array("range") { json in
          json.value(scale.range.lowerBound)
          json.value(scale.range.upperBound)
        }
      }
      if case .multiple(let choice) = question.likelyType,
        case .cell(let separator) = choice.layout
      {
        json.field("separator", separator)
      }
      json.array("evidence") { json in
        for line in question.evidence { json.value(line[language]) }
      }
      json.array("options") { json in
        for (index, option) in question.listedOptions.enumerated() {
          json.object { json in
            json.field("code", option.code)
            json.field("label", option.label[language])
            json.field("n", index < question.counts.count ? question.counts[index] : nil)
          }
        }
      }
      json.array("open") { json in
        for point in question.openPoints { json.value(InspectionDetails.text(of: point)[language]) }
      }
    }
  }
}

extension Problem.Severity {
  fileprivate var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
