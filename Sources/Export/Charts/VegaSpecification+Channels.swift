import SurveyModel

/// The marks and channels that specifications share.
extension VegaSpecification {
  func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }

  func mark(_ type: String, _ json: inout JSONWriter, colour: String? = nil) {
    json.object("mark") { json in
      json.field("type", type)
      if let colour { json.field("color", colour) }
    }
  }

  private var hasIntervals: Bool { chart.drawsIntervals }

  func intervals(_ json: inout JSONWriter) {
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
  func labels(_ json: inout JSONWriter) {
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

  func text(_ json: inout JSONWriter) {
    json.object("encoding") { json in
      json.object("text") { json in json.field("field", "printed") }
    }
  }

  func nominal(
    _ channel: String, _ field: String, order: [String], _ json: inout JSONWriter
  ) {
    json.object(channel) { json in
      json.field("field", field)
      json.field("type", "nominal")
      json.null("title")
      self.order(unique(order), &json)
    }
  }

  func order(_ texts: [String], _ json: inout JSONWriter) {
    json.array("sort") { json in for text in texts { json.value(chart.set(text)) } }
  }

  func quantity(_ channel: String, _ field: String, _ json: inout JSONWriter) {
    json.object(channel) { json in
      json.field("field", field)
      json.field("type", "quantitative")
      json.field("title", chart.measure)
    }
  }

  func tooltip(_ json: inout JSONWriter) {
    json.array("tooltip") { json in
      for field in ["label", "group", "printed", "n", "base"] {
        json.object { json in json.field("field", field) }
      }
    }
  }
}
