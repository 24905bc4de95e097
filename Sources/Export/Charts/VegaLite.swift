import SurveyModel

extension ChartData {
  /// `charts/<name>.vl.json`: a Vega-Lite 5 specification that draws the same marks, its data inside.
  ///
  /// Percentages are in full, 0 to 100; texts are in the language of the chart, and so is its
  /// decimal mark. What is withheld has no number and is not drawn.
  public var vegaLite: [UInt8] { vegaLite(description: description) }

  /// The same with what `description` gave.
  func vegaLite(description: String) -> [UInt8] {
    var json = JSONWriter(expandedDepth: 3)
    json.object { json in
      json.field("$schema", "https://vega.github.io/schema/vega-lite/v5.json")
      json.object("title") { json in
        json.field("text", set(title))
        json.array("subtitle") { json in
          for line in [notice, measureLine] + footLines { json.value(set(line)) }
        }
        json.field("anchor", "start")
      }
      json.field("description", description)
      writeConfig(to: &json)
      json.object("data") { json in
        json.array("values") { json in
          for (order, mark) in marks.enumerated() { write(mark, order, to: &json) }
        }
      }
      VegaSpecification(self).write(to: &json)
    }
    return json.bytes
  }

  /// As it is set for readers.
  func set(_ text: String) -> String { Typography.set(text, language) }

  private func writeConfig(to json: inout JSONWriter) {
    json.object("config") { json in
      if language == .french {
        json.object("locale") { json in
          json.object("number") { json in
            json.field("decimal", ",")
            json.field("thousands", "\u{202F}")
            json.array("grouping") { json in json.value(3) }
            json.array("currency") { json in
              json.value("")
              json.value("\u{A0}€")
            }
          }
        }
      }
      json.object("axis") { json in json.field("labelLimit", 280) }
    }
  }

  private func write(_ mark: Mark, _ order: Int, to json: inout JSONWriter) {
    json.object { json in
      json.field("order", order + 1)
      json.field("code", mark.code)
      json.field("label", set(mark.label))
      json.field("group", set(mark.group ?? whole))
      if let series = mark.series { json.field("series", set(series)) }
      json.field("source", set(mark.sourceLabel))
      json.field("n", Self.whole(mark.count))
      json.field("percent", mark.share?.real)
      json.field("printed", mark.share?.label(language))
      if let low = mark.low?.real, let high = mark.high?.real {
        json.field("low", low)
        json.field("high", high)
      }
      json.field("end", max(mark.share?.real ?? 0, mark.high?.real ?? 0))
      json.field(
        "colour", mark.colour.map { Paint.theme($0).paint.colour } ?? Paint.plain.colour)
      if let rank = mark.rank { json.field("rank", Self.whole(rank)) }
      json.field("base", Self.whole(mark.base))
      if let reason = mark.reason { json.field("reason", set(reason)) }
    }
  }

  static func whole(_ figure: Figure?) -> Int? {
    if case .whole(let value) = figure?.quantity { value } else { nil }
  }
}
