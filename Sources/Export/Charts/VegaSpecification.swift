import SurveyModel

/// The marks and the encodings of a chart in Vega-Lite.
struct VegaSpecification {
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

  func rankedBars(_ json: inout JSONWriter) {
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

  func columns(_ json: inout JSONWriter) {
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

  func heatMap(_ json: inout JSONWriter) {
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

  func stacked(
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
  func facets(_ json: inout JSONWriter) {
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

  func lines(_ json: inout JSONWriter) {
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
}
