public import SurveyModel

/// The ledger for programs: `{"schema":1,"sources":[…]}`, texts in the language asked for.
public func ledgerJSON(of datasets: [Dataset], in language: Language) -> String {
  var json = JSONWriter(expandedDepth: 4)
  json.object { json in
    json.field("schema", 1)
    json.field("notice", LedgerWord.notice[language])
    json.array("sources") { json in
      for dataset in datasets { write(dataset, language, to: &json) }
    }
  }
  return json.text
}

private func write(_ dataset: Dataset, _ language: Language, to json: inout JSONWriter) {
  let ledger = dataset.ledger
  json.object { json in
    json.field("id", dataset.source.id)
    json.field("label", dataset.source.label[language])
    json.field("sampling", dataset.source.sampling.rawValue)
    json.field("read", ledger.read)
    json.field("accepted", ledger.accepted)
    json.field("excluded", ledger.excludedCount)
    json.field("quarantined", ledger.quarantined.count)
    json.array("exclusions") { json in
      for rule in ledger.excluded {
        json.object { json in
          json.field("reason", rule.reason[language])
          json.field("n", rule.count)
          json.field("rule", rule.rule)
          json.array("columns") { json in for name in rule.columns { json.value(name) } }
        }
      }
    }
    json.field("corrected", ledger.corrected)
    json.array("indications") { json in
      for indication in ledger.indications {
        json.object { json in
          json.field("kind", indication.kind)
          json.field("text", indication.text[language])
          json.array("questions") { json in for id in indication.questions { json.value(id) } }
          json.field("n", indication.count)
          json.field("base", indication.base)
        }
      }
    }
    json.array("quarantine") { json in
      for record in ledger.quarantined {
        json.object { json in
          json.field("code", record.code)
          json.field("reason", record.reason[language])
          write(record.location, to: &json)
        }
      }
    }
    json.array("questions") { json in
      for line in LedgerLine.lines(of: dataset) { write(line, language, to: &json) }
    }
  }
}

private func write(_ line: LedgerLine, _ language: Language, to json: inout JSONWriter) {
  json.object { json in
    json.field("id", line.question.id)
    json.field("text", line.question.text[language])
    json.field("type", line.question.type.word)
    json.field("kept", line.states != nil)
    guard let states = line.states else { return }
    json.field("answered", states.answered)
    json.object("missing") { json in
      for reason in MissingReason.allCases { json.field(reason.word, states[reason]) }
    }
    json.field("folded", states.folded)
    json.field("masked", states.masked)
    json.array("invalid") { json in
      for value in states.invalid {
        json.object { json in
          json.field("text", value.text)
          json.field("n", value.count)
          write(value.first, to: &json)
        }
      }
    }
    json.array("nearDuplicates") { json in
      for near in states.nearDuplicates {
        json.object { json in
          json.field("text", near.text)
          json.field("n", near.count)
          json.field("option", near.option[language])
        }
      }
    }
  }
}

private func write(_ location: SourceLocation, to json: inout JSONWriter) {
  json.object("at") { json in
    json.field("file", location.file)
    if let sheet = location.sheet {
      json.field("sheet", sheet)
      json.field("cell", location.cell)
    }
    json.field("line", location.line)
    json.field("record", location.record)
    json.field("column", location.column)
    json.field("heading", location.heading)
  }
}
