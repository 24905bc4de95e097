import SurveyModel

extension ChartData {
  /// `charts/<name>.vl.json`: a Vega-Lite 5 specification that draws the same marks, its data inside.
  ///
  /// Percentages are in full, 0 to 100; texts are in the language of the chart, and so is its
  /// decimal mark. What is withheld has no number and is not drawn.
  public var vegaLite: [UInt8] {
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

/// The marks and the encodings of a chart in Vega-Lite.
private struct VegaSpecification {
  let chart: ChartData

  init(_ chart: ChartData) { self.chart = chart }

  func write(to json: inout JSONWriter) {
    switch chart.kind {
    case .rankedBars: rankedBars(&json)
    case .columns: columns(&json)
    case .heatMap: heatMap(&json)
    case .stackedRanks: stacked(&json, by: "series", y: "label", paints: ranks)
    case .divergingBars:
      stacked(&json, by: "label", y: "group", paints: steps)
    case .priorities, .podium: facets(&json)
    case .lines: lines(&json)
    }
  }

  // MARK: kinds

  private func rankedBars(_ json: inout JSONWriter) {
    let chart = chart
    json.field("width", 480)
    json.object("encoding") { json in
      nominal("y", "label", order: chart.marks.map(\.label), &json)
    }
    json.array("layer") { json in
      json.object { json in
        mark("bar", &json, colour: Paint.plain.colour)
        json.object("encoding") { json in
          quantity("x", "percent", &json)
          tooltip(&json)
        }
      }
      intervals(&json)
      labels(&json)
    }
  }

  private func columns(_ json: inout JSONWriter) {
    let chart = chart
    let isDays = chart.marks.contains { $0.code?.utf8.count == 10 }
    json.field("width", 480)
    json.field("height", 160)
    mark("bar", &json, colour: Paint.plain.colour)
    json.object("encoding") { json in
      json.object("x") { json in
        json.field("field", "code")
        json.field("type", "temporal")
        json.field("timeUnit", isDays ? "utcyearmonthdate" : "utcyearmonth")
        json.null("title")
        json.object("axis") { json in json.field("format", isDays ? "%d/%m/%Y" : "%m/%Y") }
      }
      quantity("y", "n", &json)
      tooltip(&json)
    }
  }

  private func heatMap(_ json: inout JSONWriter) {
    let chart = chart
    json.object("width") { json in json.field("step", 64) }
    json.object("height") { json in json.field("step", 26) }
    json.object("encoding") { json in
      nominal("x", "group", order: chart.marks.map { $0.group ?? chart.whole }, &json)
      nominal("y", "label", order: chart.marks.map(\.label), &json)
    }
    json.array("layer") { json in
      json.object { json in
        mark("rect", &json)
        json.object("encoding") { json in
          json.object("color") { json in
            json.field("field", "percent")
            json.field("type", "quantitative")
            json.field("title", chart.measure)
            json.object("scale") { json in
              json.array("range") { json in for paint in Paint.heat { json.value(paint.colour) } }
            }
          }
          tooltip(&json)
        }
      }
      json.object { json in
        json.object("mark") { json in
          json.field("type", "text")
          json.field("stroke", "white")
          json.field("strokeWidth", 3)
          json.field("strokeOpacity", 0.85)
          json.field("strokeJoin", "round")
        }
        text(&json)
      }
      json.object { json in
        mark("text", &json, colour: Paint.ink.colour)
        text(&json)
      }
    }
  }

  private func stacked(
    _ json: inout JSONWriter, by series: String, y: String, paints: [Paint]
  ) {
    let chart = chart
    json.field("width", 480)
    mark("bar", &json)
    json.object("encoding") { json in
      let rows = chart.marks.map { y == "label" ? $0.label : $0.group ?? chart.whole }
      nominal("y", y, order: rows, &json)
      quantity("x", isCounted ? "n" : "percent", &json)
      let parts = unique(chart.marks.map { series == "label" ? $0.label : $0.series ?? "" })
      json.object("color") { json in
        json.field("field", series)
        json.field("type", "nominal")
        json.null("title")
        json.object("scale") { json in
          json.array("domain") { json in for part in parts { json.value(chart.set(part)) } }
          json.array("range") { json in
            for index in parts.indices { json.value(paints[index % paints.count].colour) }
          }
        }
      }
      json.object("order") { json in
        json.field("field", "order")
        json.field("type", "quantitative")
      }
      tooltip(&json)
    }
  }

  /// A panel a quartier, its sources below each other.
  private func facets(_ json: inout JSONWriter) {
    let chart = chart
    json.object("facet") { json in
      json.object("row") { json in
        json.field("field", "group")
        json.field("type", "nominal")
        json.null("title")
        order(unique(chart.marks.map { $0.group ?? chart.whole }), &json)
      }
      json.object("column") { json in
        json.field("field", "source")
        json.field("type", "nominal")
        json.null("title")
        order(unique(chart.marks.map(\.sourceLabel)), &json)
      }
    }
    json.object("resolve") { json in
      json.object("scale") { json in json.field("y", "independent") }
    }
    json.object("spec") { json in
      json.field("width", 220)
      json.object("encoding") { json in
        json.object("y") { json in
          json.field("field", "label")
          json.field("type", "nominal")
          json.null("title")
          json.object("sort") { json in
            json.field("field", "order")
            json.field("op", "min")
          }
        }
      }
      json.array("layer") { json in
        json.object { json in
          mark("bar", &json)
          json.object("encoding") { json in
            quantity("x", "percent", &json)
            // The colour of a theme is the same in every chart.
            json.object("color") { json in
              json.field("field", "colour")
              json.field("type", "nominal")
              json.null("scale")
            }
            tooltip(&json)
          }
        }
        intervals(&json)
        labels(&json)
      }
    }
  }

  private func lines(_ json: inout JSONWriter) {
    let chart = chart
    json.field("width", 480)
    json.object("mark") { json in
      json.field("type", "line")
      json.field("point", true)
    }
    json.object("encoding") { json in
      nominal("x", "group", order: chart.marks.map { $0.group ?? chart.whole }, &json)
      quantity("y", "percent", &json)
      json.object("color") { json in
        json.field("field", "label")
        json.field("type", "nominal")
        json.null("title")
      }
      tooltip(&json)
    }
  }

  // MARK: parts

  /// Parts with bases of their own add up in people, not in shares.
  private var isCounted: Bool { chart.measure == ChartWord.countOfPeople[chart.language] }

  private var ranks: [Paint] { Paint.ranks(unique(chart.marks.map { $0.series ?? "" }).count) }

  /// The paints of a scale, in the order in which its steps stand.
  private var steps: [Paint] {
    let paints = Paint.steps(unique(chart.marks.map(\.label)).count)
    return chart.best == .last ? paints.reversed() : paints
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  private func mark(_ type: String, _ json: inout JSONWriter, colour: String? = nil) {
    json.object("mark") { json in
      json.field("type", type)
      if let colour { json.field("color", colour) }
    }
  }

  private var hasIntervals: Bool { chart.drawsIntervals }

  private func intervals(_ json: inout JSONWriter) {
    guard hasIntervals else { return }
    json.object { json in
      mark("rule", &json, colour: Paint.ink.colour)
      json.object("encoding") { json in
        quantity("x", "low", &json)
        json.object("x2") { json in json.field("field", "high") }
      }
    }
  }

  /// The printed numbers at the ends of the bars, or of their intervals.
  private func labels(_ json: inout JSONWriter) {
    let hasIntervals = hasIntervals
    json.object { json in
      json.object("mark") { json in
        json.field("type", "text")
        json.field("align", "left")
        json.field("dx", 4)
        json.field("color", Paint.ink.colour)
      }
      json.object("encoding") { json in
        quantity("x", hasIntervals ? "end" : "percent", &json)
        json.object("text") { json in json.field("field", "printed") }
      }
    }
  }

  private func text(_ json: inout JSONWriter) {
    json.object("encoding") { json in
      json.object("text") { json in json.field("field", "printed") }
    }
  }

  private func nominal(
    _ channel: String, _ field: String, order: [String], _ json: inout JSONWriter
  ) {
    json.object(channel) { json in
      json.field("field", field)
      json.field("type", "nominal")
      json.null("title")
      self.order(unique(order), &json)
    }
  }

  private func order(_ texts: [String], _ json: inout JSONWriter) {
    json.array("sort") { json in for text in texts { json.value(chart.set(text)) } }
  }

  private func quantity(_ channel: String, _ field: String, _ json: inout JSONWriter) {
    json.object(channel) { json in
      json.field("field", field)
      json.field("type", "quantitative")
      json.field("title", chart.measure)
    }
  }

  private func tooltip(_ json: inout JSONWriter) {
    json.array("tooltip") { json in
      for field in ["label", "group", "printed", "n", "base"] {
        json.object { json in json.field("field", field) }
      }
    }
  }
}
