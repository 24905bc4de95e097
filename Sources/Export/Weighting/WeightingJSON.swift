import SurveyModel

/// `weighting.json`: shares from 0 to 1, numbers in full.
func weightingJSON(_ sections: [WeightingSection], _ language: Language) -> String {
  var json = JSONWriter(expandedDepth: 5)
  json.object { json in
    json.field("schema", 1)
    json.field("notice", LedgerWord.notice[language])
    json.array("sources") { json in
      for section in sections { write(section, language, to: &json) }
    }
  }
  return json.text
}

private func write(
  _ section: WeightingSection, _ language: Language, to json: inout JSONWriter
) {
  let plan = section.weighting.plan
  let report = section.report
  json.object { json in
    json.field("id", section.source.id)
    json.field("label", section.source.label[language])
    json.field("sampling", section.source.sampling.rawValue)
    json.field("method", plan.method.rawValue)
    json.field("startingWeights", section.startingColumn)
    write("trim", plan.trim, to: &json)
    write("bounds", plan.bounds, to: &json)
    json.field("cycles", report.cycles)
    json.field("largestError", report.largestError)
    json.field("atLimit", report.limited)
    json.array("margins") { json in
      for margin in report.margins { write(margin, language, to: &json) }
    }
    json.array("weights") { json in
      for group in section.groups {
        json.object { json in
          json.field("groupCode", group.code)
          json.field("group", group.code == nil ? nil : group.label[language])
          json.field("n", group.figures.n)
          for figure in group.figures.named { json.field(camelCase(figure.name), figure.value) }
        }
      }
    }
  }
}

private func write(_ name: String, _ limits: ClosedRange<Double>?, to json: inout JSONWriter) {
  guard let limits else { return json.null(name) }
  json.array(name) { json in
    json.value(limits.lowerBound)
    json.value(limits.upperBound)
  }
}

private func write(
  _ margin: WeightingReport.Margin, _ language: Language, to json: inout JSONWriter
) {
  json.object { json in
    json.array("questions") { json in
      for question in margin.questions { json.value(question) }
    }
    json.field("name", margin.name[language])
    json.array("categories") { json in
      for category in margin.categories {
        json.object { json in
          json.field("code", category.code)
          json.field("label", category.label[language])
          json.field("n", category.n)
          json.field("target", category.target)
          json.field("targetCount", category.targetCount)
          json.field("before", category.before)
          json.field("after", category.after)
          json.field("weight", category.weight)
        }
      }
    }
    json.object("withoutTarget") { json in
      json.field("n", margin.kept.n)
      json.field("share", margin.kept.share)
    }
  }
}

/// `design_effect` as `designEffect`.
private func camelCase(_ name: String) -> String {
  let parts = name.split(separator: "_")
  return parts.dropFirst().reduce(String(parts.first ?? "")) { $0 + $1.capitalized }
}

extension Substring {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
