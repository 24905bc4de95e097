internal import Glibc
import SurveyModel

/// A `CurveChart` as it is drawn: a grid of powers of ten, the names at the ends of the curves.
struct CurveDrawing {
  private let chart: CurveChart
  private let width: Double
  private let height: Double
  private var canvas = SVGCanvas()
  /// The plot.
  private let left = 76.0
  private let right: Double
  private let top: Double
  private let bottom: Double
  /// Powers of ten at the ends of the axes.
  private let decadesX: ClosedRange<Int>
  private let decadesY: ClosedRange<Int>

  private static let title = TextMeasure(size: 18, isBold: true)
  private static let label = TextMeasure(size: 13)
  private static let bold = TextMeasure(size: 13, isBold: true)
  private static let small = TextMeasure(size: 11.5)

  init(_ chart: CurveChart, width: Double, height: Double) {
    self.chart = chart
    self.width = width
    self.height = height
    let names = chart.series.map { Self.bold.width($0.name) }.max() ?? 0
    right = width - names - 36
    top = 76
    bottom = height - 54 - 14 * Double(chart.words.foot.count)
    let points = chart.series.flatMap(\.points)
    decadesX = Self.decades(points.map(\.x))
    decadesY = Self.decades(points.map(\.y))
    drawFrame()
    for (index, place) in zip(chart.series.indices, placesOfNames(apart: 15)) {
      draw(index, nameAt: place)
    }
  }

  var bytes: [UInt8] {
    let (width, height) = (Int(width), Int(height))
    var out = SVGCanvas()
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\"")
    out.raw(" viewBox=\"0 0 \(width) \(height)\" role=\"img\"")
    out.raw(" xml:lang=\"\(chart.language.rawValue)\" aria-labelledby=\"title desc\"")
    out.raw(" font-family=\"Arial, Helvetica, 'Liberation Sans', sans-serif\">\n")
    out.raw("<title id=\"title\">")
    out.escaped(Typography.set(chart.words.title, chart.language))
    out.raw("</title>\n<desc id=\"desc\">")
    out.escaped(Typography.set(description, chart.language))
    out.raw("</desc>\n")
    out.rect(0, 0, Double(width), Double(height), .paper)
    out.append(canvas.bytes)
    out.raw("\n</svg>\n")
    return out.bytes
  }

  /// Each curve's last point, for readers that do not see the picture.
  private var description: String {
    let ends = chart.series.compactMap { series in
      series.points.last.map { "\(series.name) \(number($0.y)) (\(number($0.x)))" }
    }
    return chart.words.y + Wording.colon[chart.language] + ends.joined(separator: ", ")
  }

  // MARK: axes

  private static func decades(_ values: [Double]) -> ClosedRange<Int> {
    let low = Int(floor(log10(values.min() ?? 1) + 1e-9))
    let high = Int(ceil(log10(values.max() ?? 1) - 1e-9))
    return low...max(low + 1, high)
  }

  private func x(_ value: Double) -> Double {
    let share = (log10(value) - Double(decadesX.lowerBound)) / Double(decadesX.count - 1)
    return left + (right - left) * share
  }

  private func y(_ value: Double) -> Double {
    let share = (log10(value) - Double(decadesY.lowerBound)) / Double(decadesY.count - 1)
    return bottom - (bottom - top) * share
  }

  /// `0,01`, `1 000 000`.
  private func number(_ value: Double) -> String {
    let decimals = value >= 10 ? 0 : value >= 1 ? 1 : value >= 0.1 ? 2 : 3
    let text = NumberText.decimal(value, decimals: decimals, in: chart.language)
    return text
  }

  private func power(_ exponent: Int) -> String {
    NumberText.decimal(
      pow(10, Double(exponent)), decimals: max(0, -exponent), in: chart.language)
  }

  private mutating func drawFrame() {
    let words = chart.words
    let lines = Self.title.lines(Typography.set(words.title, chart.language), within: width - 40)
    canvas.text(lines, 20, 30, leading: 23, Self.title)
    canvas.text(
      Typography.set(words.y, chart.language), 20, top - 16, Self.label, .muted)
    for exponent in decadesX {
      let place = x(pow(10, Double(exponent)))
      canvas.line(place, top, place, bottom, .rule)
      canvas.text(power(exponent), place, bottom + 17, Self.small, .muted, anchor: .middle)
    }
    for exponent in decadesY {
      let place = y(pow(10, Double(exponent)))
      canvas.line(left, place, right, place, .rule)
      canvas.text(power(exponent), left - 8, place + 4, Self.small, .muted, anchor: .end)
    }
    canvas.text(
      Typography.set(words.x, chart.language), (left + right) / 2, bottom + 36, Self.label, .muted,
      anchor: .middle)
    for (index, line) in words.foot.enumerated() {
      canvas.text(
        Typography.set(line, chart.language), 20, bottom + 58 + 14 * Double(index), Self.small,
        .muted)
    }
  }

  // MARK: curves

  /// Where the names stand: beside the ends of the curves, moved apart where they would touch.
  private func placesOfNames(apart leading: Double) -> [Double] {
    let ends = chart.series.map { $0.points.last.map { y($0.y) } ?? bottom }
    let order = ends.indices.sorted { (ends[$0], $0) < (ends[$1], $1) }
    var places = ends
    for (above, below) in zip(order, order.dropFirst()) {
      places[below] = max(places[below], places[above] + leading)
    }
    // Those that were pushed out at the foot push back.
    var limit = bottom + 4
    for index in order.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - leading
    }
    return places
  }

  private mutating func draw(_ index: Int, nameAt place: Double) {
    let series = chart.series[index]
    guard let last = series.points.last else { return }
    let paint = series.isOurs ? Paint.plain : Paint.other
    let points = series.points.map { (x: x($0.x), y: y($0.y)) }
    canvas.polyline(points, paint, thickness: series.isOurs ? 3 : 1.5)
    for point in points { canvas.circle(point.x, point.y, series.isOurs ? 4 : 2.5, paint) }
    canvas.line(x(last.x) + 6, y(last.y), right + 12, place, .rule)
    canvas.text(
      series.name, right + 16, place + 4, series.isOurs ? Self.bold : Self.label,
      series.isOurs ? .ink : .muted)
  }
}
