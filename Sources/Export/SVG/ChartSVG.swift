import SurveyModel

extension ChartData {
  /// How wide a standalone chart is, in pixels of a slide, and one for a narrow screen.
  public static let width = 760
  public static let narrowWidth = 360

  /// The chart as a picture of its own: title, marks, base, source and who may see it.
  ///
  /// It names fonts and holds none, refers to nothing outside itself, runs nothing, and says the
  /// same in words to readers that do not see it (`title`, `desc`).
  ///
  /// - Complexity: O(marks).
  public func svg(width: Int = ChartData.width) -> [UInt8] {
    svg(width: width, description: description)
  }

  /// The same with what `description` gave.
  func svg(width: Int = ChartData.width, description: String) -> [UInt8] {
    let margin = 20.0
    let inner = Double(width) - 2 * margin
    let drawing = ChartDrawing(self, width: inner)
    let room = drawing.width
    var head = SVGCanvas()
    let titleText = TextMeasure(size: 18, isBold: true)
    let titles = titleText.balancedLines(Typography.set(title, language), within: room)
    head.text(titles, 0, 16, leading: 23, titleText)
    var y = Double(titles.count) * 23 + 2
    let measures = ChartDrawing.label.balancedLines(
      Typography.set(measureLine, language), within: room)
    head.text(measures, 0, y + 10, leading: 16, ChartDrawing.label, .muted)
    y += Double(measures.count) * 16 + 12
    let bodyTop = y
    y += drawing.bottom + 10
    var foot = SVGCanvas()
    foot.line(0, y, room, y, .rule)
    y += 16
    for line in footLines {
      let lines = ChartDrawing.small.lines(Typography.set(line, language), within: room)
      foot.text(lines, 0, y, leading: 14, ChartDrawing.small, .muted)
      y += Double(lines.count) * 14 + 2
    }
    let noticeText = TextMeasure(size: 11.5, isBold: true)
    if !notice.isEmpty { foot.text(notice, 0, y + 2, noticeText, .ink) }
    let height = y + 2 * margin
    var out = opening(width: room + 2 * margin, height: height, .own(description))
    out.rect(0, 0, room + 2 * margin, height, .paper)
    out.raw("<g transform=\"translate(20,20)\">\n")
    out.append(head.bytes)
    out.raw("\n<g transform=\"translate(0,\(Int(bodyTop.rounded())))\">\n")
    out.append(drawing.canvas.bytes)
    out.raw("\n</g>\n")
    out.append(foot.bytes)
    out.raw("\n</g>\n</svg>\n")
    return out.bytes
  }

  /// The marks alone, for a page that prints title, base and source as text around them.
  ///
  /// - Parameters:
  ///   - id: unique in the page.
  ///   - words: where the page says the same in words, by id.
  func inlineSVG(id: String, words: String, width: Int) -> [UInt8] {
    let drawing = ChartDrawing(self, width: Double(width) - 4)
    var out = opening(
      width: drawing.width + 4, height: drawing.bottom + 6, .ofPage(title: id + "-t", words: words))
    out.raw("<g transform=\"translate(2,2)\">")
    out.append(drawing.canvas.bytes)
    out.raw("</g></svg>")
    return out.bytes
  }

  /// Where a picture says in words what it shows.
  private enum Words {
    /// Within itself.
    case own(String)
    /// Beside it in the page; ids of the title and of the words.
    case ofPage(title: String, words: String)
  }

  private func opening(width: Double, height: Double, _ words: Words) -> SVGCanvas {
    let (width, height) = (Int(width.rounded(.up)), Int(height.rounded(.up)))
    var out = SVGCanvas()
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\"")
    out.raw(" viewBox=\"0 0 \(width) \(height)\" role=\"img\" xml:lang=\"\(language.rawValue)\"")
    let titleID: String
    switch words {
    case .own:
      titleID = "title"
      out.raw(" aria-labelledby=\"title desc\"")
    case .ofPage(let title, let words):
      titleID = title
      out.raw(" aria-labelledby=\"\(title)\" aria-describedby=\"\(words)\"")
    }
    out.raw(" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\">\n<title id=\"")
    out.raw(titleID)
    out.raw("\">")
    out.escaped(Typography.set(title, language))
    out.raw("</title>\n")
    if case .own(let description) = words {
      out.raw("<desc id=\"desc\">")
      out.escaped(description)
      out.raw("</desc>\n")
    }
    return out
  }

  /// What the numbers are, and what those at the ends of bars are.
  var measureLine: String {
    let semicolon = language == .french ? "\u{A0}; " : "; "
    switch kind {
    case .divergingBars where !totals.isEmpty:
      // The boxes by their full names: they may hold fewer steps than the side of the bar.
      let boxes = totals.filter { $0.group == totals[0].group && $0.source == totals[0].source }
      let names = boxes.reversed().map(\.label).joined(separator: ", ")
      return measure + semicolon + ChartWord.inBold[language] + Wording.colon[language] + names
    case .stackedRanks where !totals.isEmpty:
      return measure + semicolon + ChartWord.inBold[language] + Wording.colon[language]
        + ChartWord.citedAnyRank[language]
    case .rankedBars where marks.contains { $0.share?.quantity != nil && $0.count != nil }:
      let isWeighted = marks.contains { $0.share?.measure.isWeighted == true }
      let word: ChartWord = isWeighted ? .inBracketsUnweighted : .inBrackets
      return measure + semicolon + word[language]
    default: return measure
    }
  }

  var footLines: [String] {
    drawsIntervals ? foot + [ChartWord.interval[language]] : foot
  }

  /// Bars have them; segments and tiles have no place for them.
  var drawsIntervals: Bool {
    (kind == .rankedBars || kind == .priorities) && marks.contains { $0.low?.quantity != nil }
  }
}
