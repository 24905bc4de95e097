import SurveyModel
import Tabulation

extension ChartData {
  /// `charts/<name>.json`: the same records as the CSV file, under what they have in common.
  ///
  /// Percentages in full, 0 to 100; `null` where there is no number, `status` and `reason` saying
  /// why.
  public var json: [UInt8] { json(description: description) }

  /// The same with what `description` gave.
  func json(description: String) -> [UInt8] {
    var json = JSONWriter(expandedDepth: 2)
    json.object { json in
      json.field("schema", 1)
      json.field("edition", edition)
      json.field("notice", notice)
      json.field("chart", name)
      json.field("kind", kind.rawValue)
      json.field("language", language.rawValue)
      json.field("title", title)
      json.field("measure", measure)
      json.field("table", table.path)
      json.field("description", description)
      json.array("notes") { json in for line in footLines { json.value(line) } }
      json.array("marks") { json in for mark in marks { write(mark, to: &json) } }
      json.array("totals") { json in for mark in totals { write(mark, to: &json) } }
      json.array("gaps") { json in for mark in gaps { write(mark, to: &json) } }
    }
    return json.bytes
  }

  private func write(_ mark: Mark, to json: inout JSONWriter) {
    json.object { json in
      json.field("code", mark.code)
      json.field("label", mark.label)
      json.field("group", mark.group)
      json.field("series", mark.series)
      json.field("source", mark.source)
      json.field("n", Self.whole(mark.count))
      json.field("percent", mark.share?.real)
      json.field("percentOf", mark.share?.measure.shareOf)
      json.field("weighted", mark.share?.measure.isWeighted == true)
      json.field("low", mark.low?.real)
      json.field("high", mark.high?.real)
      json.field("rank", Self.whole(mark.rank))
      json.field("tied", mark.rank?.isTied == true)
      json.field("base", Self.whole(mark.base))
      json.field("baseText", mark.baseText)
      json.field("status", (mark.share ?? mark.count)?.status.rawValue)
      json.field("reason", mark.reason)
    }
  }
}
